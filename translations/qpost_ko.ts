<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>AmountStep</name>
    <message>
        <source>How much do you want to charge? 1 Qcash costs ¥1.</source>
        <translation>얼마를 충전하시겠습니까? 1 Qcash는 1엔입니다.</translation>
    </message>
    <message>
        <source>{qcash} for {price}</source>
        <translation>{price}에 {qcash}</translation>
    </message>
</context>
<context>
    <name>AmountWords</name>
    <message>
        <source>{sign}¥{number}</source>
        <translation>{sign}{number}엔</translation>
    </message>
    <message>
        <source>{sign}{number} Qcash</source>
        <translation>{sign}{number} Qcash</translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} point(s)</source>
        <translation>
            <numerusform>{sign}{number}포인트</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} transaction(s)</source>
        <translation>
            <numerusform>{sign}{number}건</numerusform>
        </translation>
    </message>
    <message>
        <source>yen</source>
        <translation>엔</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>transactions</source>
        <translation>건</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>비교할 수치 없음</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>변동 없음</translation>
    </message>
    <message>
        <source>up {percent}</source>
        <translation>{percent} 증가</translation>
    </message>
    <message>
        <source>down {percent}</source>
        <translation>{percent} 감소</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Save file</source>
        <translation>파일 저장</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} 이름으로 저장했습니다</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
</context>
<context>
    <name>AutoReplyDialog</name>
    <message>
        <source>Auto-reply</source>
        <translation>자동답변</translation>
    </message>
    <message>
        <source>Send this text to {customer} and set the inquiry to “Answered”?</source>
        <translation>이 문구를 {customer} 님에게 보내고 문의를 ‘답변완료’로 변경하시겠습니까?</translation>
    </message>
    <message numerus="yes">
        <source>Send this text to %n customer(s) and set their inquiries to “Answered”?</source>
        <translation>
            <numerusform>이 문구를 고객 %n명에게 보내고 해당 문의를 ‘답변완료’로 변경하시겠습니까?</numerusform>
        </translation>
    </message>
    <message>
        <source>For inquiries settled elsewhere, and for “I see” or “thank you”.</source>
        <translation>다른 방법으로 이미 처리한 문의나 ‘알겠습니다’, ‘감사합니다’와 같은 메시지에 사용합니다.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>CategoryMenu</name>
    <message>
        <source>All categories</source>
        <translation>전체 카테고리</translation>
    </message>
    <message>
        <source>All of {category}</source>
        <translation>{category} 전체</translation>
    </message>
</context>
<context>
    <name>ChargeDesk</name>
    <message>
        <source>This connection does not offer charging.</source>
        <translation>이 연결에서는 충전을 이용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The last charge has to be clear first.</source>
        <translation>먼저 이전 충전의 결과가 확인되어야 합니다.</translation>
    </message>
    <message>
        <source>A charge is under way.</source>
        <translation>충전을 처리하는 중입니다.</translation>
    </message>
    <message>
        <source>Charging needs the network.</source>
        <translation>충전하려면 네트워크 연결이 필요합니다.</translation>
    </message>
    <message>
        <source>Reading the payment methods…</source>
        <translation>결제방법을 불러오는 중…</translation>
    </message>
    <message>
        <source>This shop cannot charge Qcash here.</source>
        <translation>이 숍은 여기서 Qcash를 충전할 수 없습니다.</translation>
    </message>
    <message>
        <source>The charge was refused. Nothing was charged.</source>
        <translation>충전이 거부되었습니다. 충전된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>The unclear charge did not go through. Nothing was charged.</source>
        <translation>확인 중이던 충전은 이루어지지 않았습니다. 충전된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>{qcash} charged</source>
        <translation>{qcash}를 충전했습니다</translation>
    </message>
    <message>
        <source>The charge of {price} was cancelled</source>
        <translation>{price} 충전이 취소되었습니다</translation>
    </message>
    <message>
        <source>{price} waits for your payment</source>
        <translation>{price} 결제를 기다리고 있습니다</translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>Charge Qcash</source>
        <translation>Qcash 충전</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>응답을 기다리는 중</translation>
    </message>
    <message>
        <source>1  Amount</source>
        <translation>1  금액</translation>
    </message>
    <message>
        <source>2  Method</source>
        <translation>2  결제방법</translation>
    </message>
    <message>
        <source>3  Confirm</source>
        <translation>3  확인</translation>
    </message>
    <message>
        <source>{step} (current step)</source>
        <translation>{step} (현재 단계)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Charging…</source>
        <translation>충전 중…</translation>
    </message>
    <message>
        <source>Charge {price}</source>
        <translation>{price} 충전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{when}: {figure}</source>
        <translation>{when}: {figure}</translation>
    </message>
    <message>
        <source>There are no figures for this period.</source>
        <translation>이 기간의 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>{day} (JST)</source>
        <translation>{day} (JST)</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>막대그래프</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>꺾은선그래프</translation>
    </message>
    <message>
        <source>{kind}, {first} to {last} (JST). Lowest: {lowest}, {lowest_when}. Highest: {highest}, {highest_when}. Latest: {latest}. Left and Right move from value to value.</source>
        <translation>{kind}, {first}~{last} (JST). 최저: {lowest_when} {lowest}. 최고: {highest_when} {highest}. 최근: {latest}. 왼쪽·오른쪽 화살표 키로 값을 하나씩 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as chart</source>
        <translation>그래프로 보기</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>표로 보기</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Enter the Q account password.</source>
        <translation>Q통장 비밀번호를 입력하십시오.</translation>
    </message>
    <message>
        <source>Too many wrong Q account passwords. Nothing was charged. Try again in {minutes} min.</source>
        <translation>Q통장 비밀번호를 여러 번 잘못 입력했습니다. 충전된 금액은 없습니다. {minutes}분 후에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>You get</source>
        <translation>충전액</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>결제방법</translation>
    </message>
    <message>
        <source>Balance afterwards</source>
        <translation>충전 후 잔액</translation>
    </message>
    <message>
        <source>Qcash cannot be cancelled or refunded.</source>
        <translation>Qcash는 취소하거나 환불할 수 없습니다.</translation>
    </message>
    <message>
        <source>Qcash never expires.</source>
        <translation>Qcash에는 유효기간이 없습니다.</translation>
    </message>
    <message>
        <source>Qcash is forfeited when the shop leaves Qoo10.</source>
        <translation>Qoo10을 탈퇴하면 남은 Qcash는 효력을 잃습니다.</translation>
    </message>
    <message>
        <source>Q account password (not the sign-in password)</source>
        <translation>Q통장 비밀번호 (로그인 비밀번호가 아님)</translation>
    </message>
    <message>
        <source>After ordering you get the address of the payment page. Qpost never asks for card or bank data. An order that is not paid within 5 days is cancelled.</source>
        <translation>주문하면 결제 페이지의 주소가 표시됩니다. Qpost는 카드나 은행 정보를 묻지 않습니다. 5일 안에 결제하지 않은 주문은 취소됩니다.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock이 켜져 있습니다.</translation>
    </message>
</context>
<context>
    <name>ConnectionBox</name>
    <message>
        <source>Qpost service</source>
        <translation>Qpost 서비스</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>서비스 주소</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>데모 체험</translation>
    </message>
    <message>
        <source>Where Qoo10 issues API keys (QSM)</source>
        <translation>API 키 발급 안내 (QSM)</translation>
    </message>
    <message>
        <source>Qoo10 API key</source>
        <translation>Qoo10 API 키</translation>
    </message>
    <message>
        <source>Straight to Qoo10: read inquiries and answer them. Hiding, files, the state “answering”, points and Qcash stay in QSM.</source>
        <translation>Qoo10에 바로 연결하여 문의를 읽고 답변합니다. 비공개, 파일, &apos;답변중&apos; 상태, 포인트, Qcash는 QSM에서 이용해 주십시오.</translation>
    </message>
    <message>
        <source>A made-up shop on this computer. It needs no ID and nothing leaves the computer.</source>
        <translation>이 컴퓨터에 만들어진 가상의 숍입니다. ID가 필요 없으며 데이터가 외부로 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Connection: {name}</source>
        <translation>연결: {name}</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>A new message arrived while you were here. Read it before you send.</source>
        <translation>화면을 보고 계신 동안 새 메시지가 도착했습니다. 보내기 전에 확인해 주십시오.</translation>
    </message>
    <message>
        <source>Reading the messages…</source>
        <translation>메시지를 불러오는 중…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>ConversionCard</name>
    <message>
        <source>Can be converted into Qcash</source>
        <translation>Qcash로 전환 가능한 포인트</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>전환하기…</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>전환하는 중…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>브라우저에서 QSM 열기</translation>
    </message>
    <message>
        <source>Converting needs the network.</source>
        <translation>전환하려면 네트워크 연결이 필요합니다.</translation>
    </message>
    <message>
        <source>The answer of {moment} did not arrive. It is being read back; nothing is converted twice.</source>
        <translation>{moment}의 응답이 도착하지 않았습니다. 결과를 확인하고 있으며 두 번 전환되지 않습니다.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
    <message>
        <source>{qcash} received for {points} on {moment}</source>
        <translation>{moment}에 {points}를 {qcash}로 전환 완료</translation>
    </message>
    <message>
        <source>Converted already this month</source>
        <translation>이번 달은 이미 전환했습니다</translation>
    </message>
    <message>
        <source>Not read yet this month</source>
        <translation>이번 달은 아직 읽지 않음</translation>
    </message>
    <message>
        <source>The month has ended. What was not converted is lost.</source>
        <translation>달이 끝났습니다. 전환하지 않은 포인트는 소멸되었습니다.</translation>
    </message>
    <message>
        <source>{points} below the next 100 are lost</source>
        <translation>100 미만의 {points}는 소멸</translation>
    </message>
    <message>
        <source>This connection cannot convert; QSM can.</source>
        <translation>이 연결로는 전환할 수 없으며 QSM에서 가능합니다.</translation>
    </message>
    <message>
        <source>Last month: {points}. A minus is not carried over.</source>
        <translation>전월: {points}. 마이너스는 이월되지 않습니다.</translation>
    </message>
    <message>
        <source>Last month: {points}. It takes {unit} at least.</source>
        <translation>전월: {points}. {unit} 이상부터 전환됩니다.</translation>
    </message>
</context>
<context>
    <name>ConvertDialog</name>
    <message>
        <source>Convert service points</source>
        <translation>서비스포인트 전환</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>전환 중</translation>
    </message>
    <message>
        <source>Service points of {month}</source>
        <translation>{month} 서비스포인트</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>전환됨</translation>
    </message>
    <message>
        <source>Lost (below the next 100)</source>
        <translation>소멸(100 미만)</translation>
    </message>
    <message>
        <source>To be converted</source>
        <translation>전환할 포인트</translation>
    </message>
    <message>
        <source>{points} were converted on {moment}. You now have {balance}.</source>
        <translation>{moment}에 {points}를 전환했습니다. 현재 잔액은 {balance}입니다.</translation>
    </message>
    <message>
        <source>The service did not answer, so it is not known yet whether the points were converted. This is being read back; nothing is converted twice.</source>
        <translation>서비스가 응답하지 않아 전환 여부를 아직 알 수 없습니다. 결과를 확인하고 있으며 두 번 전환되지 않습니다.</translation>
    </message>
    <message>
        <source>Convert all of last month&apos;s points?</source>
        <translation>전월 포인트를 모두 전환할까요?</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>전환하는 중…</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>전환하기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Show the Qcash ledger</source>
        <translation>Qcash 내역 보기</translation>
    </message>
    <message>
        <source>{points} → {qcash}</source>
        <translation>{points} → {qcash}</translation>
    </message>
    <message>
        <source>1 point becomes 1 Qcash, worth 1 yen.</source>
        <translation>1포인트는 1 Qcash(1엔)가 됩니다.</translation>
    </message>
    <message>
        <source>Points are converted in units of 100; what is left over is lost.</source>
        <translation>100포인트 단위로 전환되며 나머지는 소멸됩니다.</translation>
    </message>
    <message>
        <source>Only once a month, all at once. It cannot be taken back.</source>
        <translation>매월 1회 일괄 전환되며 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>Possible until {moment}; nothing is carried over.</source>
        <translation>{moment}까지 가능하며 다음 달로 이월되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>CornerNotice</name>
    <message>
        <source>Close this notice</source>
        <translation>이 알림 닫기</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Ended {end}</source>
        <translation>{end}에 종료됨</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) {hours} h left, until {end}</source>
        <translation>
            <numerusform>%n일 {hours}시간 남음 ({end}까지)</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left, until {end}</source>
        <translation>{hours}시간 {minutes}분 남음 ({end}까지)</translation>
    </message>
    <message>
        <source>{minutes} min left, until {end}</source>
        <translation>{minutes}분 남음 ({end}까지)</translation>
    </message>
    <message>
        <source>Less than a minute left, until {end}</source>
        <translation>1분도 남지 않음 ({end}까지)</translation>
    </message>
</context>
<context>
    <name>CourtesyEdit</name>
    <message>
        <source>Text of auto-replies</source>
        <translation>자동답변 문구</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Write at least one character.</source>
        <translation>한 글자 이상 입력해 주십시오.</translation>
    </message>
    <message>
        <source>This is longer than Qoo10 takes.</source>
        <translation>Qoo10에서 보낼 수 있는 길이를 넘었습니다.</translation>
    </message>
</context>
<context>
    <name>DatePopup</name>
    <message>
        <source>From (Japan time)</source>
        <translation>시작일(일본 시간)</translation>
    </message>
    <message>
        <source>To (Japan time)</source>
        <translation>종료일(일본 시간)</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>The first day lies after the last day.</source>
        <translation>시작일이 종료일보다 늦습니다.</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M/d</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy/M</translation>
    </message>
    <message>
        <source>{day} {time} JST</source>
        <translation>{day} {time} JST</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>in a moment</source>
        <translation>잠시 후</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>{seconds}초 후</translation>
    </message>
    <message>
        <source>in {minutes} min</source>
        <translation>{minutes}분 후</translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was lost.</source>
        <translation>서비스에 요청이 너무 많습니다. 손실된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>What waits is sent by itself; otherwise try again {wait}.</source>
        <translation>전송 대기 중인 내용은 자동으로 전송됩니다. 그 밖의 작업은 {wait} 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was lost.</source>
        <translation>서비스를 일시적으로 사용할 수 없습니다. 손실된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>It is tried again by itself; otherwise try again {wait}.</source>
        <translation>자동으로 다시 시도합니다. 그 밖의 작업은 {wait} 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The service failed on this request. Your text is kept.</source>
        <translation>서비스가 이 요청을 처리하지 못했습니다. 작성하신 글은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Try again; if it stays, give the details to whoever runs the service.</source>
        <translation>다시 시도해 주십시오. 문제가 계속되면 자세한 내용을 서비스 관리자에게 알려 주십시오.</translation>
    </message>
    <message>
        <source>The service cannot be reached. What you have written is kept.</source>
        <translation>서비스에 연결할 수 없습니다. 작성하신 내용은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address; it is tried again by itself.</source>
        <translation>네트워크와 서비스 주소를 확인해 주십시오. 자동으로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The service did not answer in time. What you have written is kept.</source>
        <translation>서비스가 제시간에 응답하지 않았습니다. 작성하신 내용은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>The network may be slow: try again.</source>
        <translation>네트워크가 느릴 수 있습니다. 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The connection broke off. What you have written is kept.</source>
        <translation>연결이 끊어졌습니다. 작성하신 내용은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>It is checked what arrived before anything is sent again.</source>
        <translation>다시 보내기 전에 도착한 내용을 먼저 확인합니다.</translation>
    </message>
    <message>
        <source>The service could not prove who it is, so nothing was sent to it.</source>
        <translation>서비스의 신원을 확인할 수 없어 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and the address; the certificate may be expired.</source>
        <translation>이 컴퓨터의 날짜와 주소를 확인해 주십시오. 인증서가 만료되었을 수도 있습니다.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the connection through.</source>
        <translation>네트워크 프록시가 연결을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the system&apos;s proxy settings, or ask whoever looks after the network.</source>
        <translation>시스템의 프록시 설정을 확인하거나 네트워크 관리자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>The network answered with a page of its own instead of the service.</source>
        <translation>서비스 대신 네트워크의 자체 페이지가 응답했습니다.</translation>
    </message>
    <message>
        <source>Sign in to this network in a web browser, then try again.</source>
        <translation>웹 브라우저에서 이 네트워크에 로그인한 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>This address is not encrypted (http), so no password is sent to it.</source>
        <translation>이 주소는 암호화되지 않아(http) 비밀번호를 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Use an address that begins with https://</source>
        <translation>https://로 시작하는 주소를 사용해 주십시오</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved.</source>
        <translation>디스크가 가득 차서 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>Keep this window open, free some space, then try again.</source>
        <translation>이 창을 연 상태에서 공간을 확보한 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>Qpost may not write into its data folder.</source>
        <translation>Qpost가 데이터 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Keep this window open, allow writing to the folder, then try again.</source>
        <translation>이 창을 연 상태에서 폴더 쓰기를 허용한 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The local data is damaged: {file}. The service still has your inquiries.</source>
        <translation>로컬 데이터가 손상되었습니다: {file}. 문의는 서비스에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Copy what you are writing, then start Qpost again: it saves drafts and unsent replies and reads the inquiries anew.</source>
        <translation>작성 중인 내용을 복사한 뒤 Qpost를 다시 시작하세요. 임시저장 글과 보내지 않은 답변을 보존하고 문의를 새로 읽습니다.</translation>
    </message>
    <message>
        <source>A newer Qpost wrote the local data: {file}. It was left untouched.</source>
        <translation>더 새로운 Qpost가 기록한 로컬 데이터입니다: {file}. 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>Install the newest Qpost.</source>
        <translation>최신 Qpost를 설치해 주십시오.</translation>
    </message>
    <message>
        <source>Another program holds the local data. Nothing was changed.</source>
        <translation>다른 프로그램이 데이터를 사용 중입니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Close the other Qpost, then try again.</source>
        <translation>다른 Qpost를 종료한 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The local data could not be used. Nothing on the service was changed.</source>
        <translation>저장된 데이터를 사용할 수 없습니다. 서비스의 데이터는 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>Try again; if it stays, start Qpost again.</source>
        <translation>다시 시도해 주십시오. 문제가 계속되면 Qpost를 다시 시작해 주십시오.</translation>
    </message>
    <message>
        <source>Qpost did not end properly and part of the local data is damaged. Drafts at hand: {drafts}; unsent replies: {replies}.</source>
        <translation>Qpost가 정상적으로 종료되지 않아 로컬 데이터 일부가 손상되었습니다. 남아 있는 임시저장 글: {drafts}건, 보내지 않은 답변: {replies}건.</translation>
    </message>
    <message>
        <source>The very last ones may be missing; please look through them.</source>
        <translation>마지막에 쓴 내용이 빠졌을 수 있으니 확인해 주세요.</translation>
    </message>
    <message>
        <source>The local data was damaged and has been made anew. Drafts saved: {drafts}; unsent replies saved: {replies}.</source>
        <translation>로컬 데이터가 손상되어 새로 만들었습니다. 보존된 임시저장 글: {drafts}건, 보내지 않은 답변: {replies}건.</translation>
    </message>
    <message>
        <source>None is missing. The inquiries are read again from the service.</source>
        <translation>빠진 것은 없습니다. 문의는 서비스에서 다시 읽습니다.</translation>
    </message>
    <message>
        <source>Some could not be read and may be missing; please look through them. The inquiries are read again from the service.</source>
        <translation>일부는 읽을 수 없어 빠졌을 수 있으니 확인해 주세요. 문의는 서비스에서 다시 읽습니다.</translation>
    </message>
    <message>
        <source>This system has no credential store, so the sign-in is not kept.</source>
        <translation>이 시스템에 자격 증명 저장소가 없어 로그인 정보가 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>You are asked again next time; drafts last until Qpost is closed.</source>
        <translation>다음에 다시 로그인해야 합니다. 임시저장 글은 Qpost를 종료할 때까지 유지됩니다.</translation>
    </message>
    <message>
        <source>The system&apos;s credential store is locked, so the sign-in is not kept.</source>
        <translation>시스템의 자격 증명 저장소가 잠겨 있어 로그인 정보가 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Unlock it and sign in again to keep drafts and sign-in on this computer.</source>
        <translation>잠금을 해제하고 다시 로그인하면 임시저장 글과 로그인 정보가 이 컴퓨터에 저장됩니다.</translation>
    </message>
    <message>
        <source>The system&apos;s credential store does not answer, so the sign-in is not kept.</source>
        <translation>시스템의 자격 증명 저장소가 응답하지 않아 로그인 정보가 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Look for a window asking for its password, then sign in again.</source>
        <translation>비밀번호를 묻는 창이 열려 있는지 확인한 후 다시 로그인해 주십시오.</translation>
    </message>
    <message>
        <source>The system&apos;s credential store refused, so the sign-in is not kept.</source>
        <translation>시스템의 자격 증명 저장소가 거부하여 로그인 정보가 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Check its settings; until then drafts last until Qpost is closed.</source>
        <translation>저장소 설정을 확인해 주십시오. 그때까지 임시저장 글은 Qpost를 종료할 때까지 유지됩니다.</translation>
    </message>
    <message>
        <source>{file_name} cannot be read, so it was not attached.</source>
        <translation>{file_name}을(를) 읽을 수 없어 첨부하지 않았습니다.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may open it.</source>
        <translation>파일이 아직 있는지, 열 수 있는 권한이 있는지 확인해 주십시오.</translation>
    </message>
    <message>
        <source>{file_name} is larger than 10 MiB, so it was not attached.</source>
        <translation>{file_name}의 크기가 10 MiB를 넘어 첨부하지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation>더 작은 파일을 선택해 주십시오.</translation>
    </message>
    <message>
        <source>{file_name} is empty, so it was not attached.</source>
        <translation>{file_name}의 내용이 비어 있어 첨부하지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>다른 파일을 선택해 주십시오.</translation>
    </message>
    <message>
        <source>{file_name} could not be saved there.</source>
        <translation>{file_name}을(를) 해당 위치에 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose another folder or free some space.</source>
        <translation>다른 폴더를 선택하거나 공간을 확보해 주십시오.</translation>
    </message>
    <message>
        <source>The disk is full, so {file_name} was not saved.</source>
        <translation>디스크가 가득 차서 {file_name}을(를) 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Free some space or choose another disk, then save again.</source>
        <translation>공간을 확보하거나 다른 디스크를 선택한 뒤 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>{file_name} is open in another program, so it was not replaced.</source>
        <translation>{file_name}이(가) 다른 프로그램에서 열려 있어 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Close it there or choose another name, then save again.</source>
        <translation>그 프로그램에서 닫거나 다른 이름을 선택한 뒤 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>This connection does not offer this.</source>
        <translation>이 연결에서는 이 기능을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>Everything else goes on as before.</source>
        <translation>다른 기능은 그대로 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation>데모를 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Install Qpost with its service part, or connect to a Qpost service.</source>
        <translation>서비스 구성 요소를 포함하여 Qpost를 설치하거나 Qpost 서비스에 연결해 주십시오.</translation>
    </message>
    <message>
        <source>The system did not accept the start setting.</source>
        <translation>시스템이 자동 시작 설정을 허용하지 않았습니다.</translation>
    </message>
    <message>
        <source>Allow Qpost in the system&apos;s start-up settings, then choose again.</source>
        <translation>시스템의 시작 프로그램 설정에서 Qpost를 허용한 후 다시 선택해 주십시오.</translation>
    </message>
    <message>
        <source>This connection does not offer inquiries.</source>
        <translation>이 연결에서는 문의를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer replies.</source>
        <translation>이 연결에서는 답변을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer auto-reply.</source>
        <translation>이 연결에서는 자동답변을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer hiding.</source>
        <translation>이 연결에서는 비공개를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer files.</source>
        <translation>이 연결에서는 파일을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer templates.</source>
        <translation>이 연결에서는 템플릿을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer live updates.</source>
        <translation>이 연결에서는 실시간 업데이트를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer service points.</source>
        <translation>이 연결에서는 서비스포인트를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer converting points.</source>
        <translation>이 연결에서는 포인트 전환을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer Qcash.</source>
        <translation>이 연결에서는 Qcash를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer charging Qcash.</source>
        <translation>이 연결에서는 Qcash 충전을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not show who else is at work.</source>
        <translation>이 연결에서는 다른 담당자의 작업 상태를 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer orders.</source>
        <translation>이 연결에서는 주문을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Qpost goes on; what you have written is kept.</source>
        <translation>예기치 않은 문제가 발생했습니다. Qpost는 계속 사용할 수 있으며 작성하신 내용은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>If it happens again, please report the details.</source>
        <translation>다시 발생하면 자세한 내용을 알려 주십시오.</translation>
    </message>
    <message>
        <source>The service answered with something this version does not know: {code}.</source>
        <translation>서비스가 이 버전에서 알 수 없는 응답을 보냈습니다: {code}.</translation>
    </message>
    <message>
        <source>Nothing you have written was lost. A newer Qpost may know it.</source>
        <translation>작성하신 내용은 손실되지 않았습니다. 새 버전의 Qpost에서 지원할 수 있습니다.</translation>
    </message>
    <message>
        <source>The ID or the password is not correct.</source>
        <translation>ID 또는 비밀번호가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Check both: five wrong passwords lock the account for 15 minutes.</source>
        <translation>두 항목을 모두 확인해 주십시오. 비밀번호를 5회 틀리면 계정이 15분 동안 잠깁니다.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Drafts and replies not yet sent are kept.</source>
        <translation>로그인이 만료되었습니다. 임시저장 글과 아직 보내지 않은 답변은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>계속하려면 다시 로그인해 주십시오.</translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords.</source>
        <translation>비밀번호를 여러 번 틀려 계정이 잠겼습니다.</translation>
    </message>
    <message>
        <source>Try again in {minutes} min.</source>
        <translation>{minutes}분 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>This account may not do that. Nothing was changed.</source>
        <translation>이 계정에는 해당 작업의 권한이 없습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Sign in with the account that owns the shop, or ask its owner.</source>
        <translation>숍을 소유한 계정으로 로그인하거나 소유자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>It no longer exists on the service. What you wrote is kept as a draft.</source>
        <translation>서비스에 더 이상 존재하지 않습니다. 작성하신 글은 임시저장되어 있습니다.</translation>
    </message>
    <message>
        <source>Press Query to read the list again.</source>
        <translation>‘조회’를 눌러 목록을 다시 불러와 주십시오.</translation>
    </message>
    <message>
        <source>The inquiry was changed meanwhile. Nothing was sent and your text is kept.</source>
        <translation>그사이 문의가 변경되었습니다. 아무것도 보내지 않았으며 작성하신 글은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Read what is new, then send again.</source>
        <translation>새 내용을 확인한 후 다시 보내 주십시오.</translation>
    </message>
    <message>
        <source>Somebody wrote in this inquiry before your reply left. It was not sent.</source>
        <translation>답변을 보내기 전에 이 문의에 새 글이 등록되었습니다. 답변은 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Your text is kept: read the new message, then send again or change it.</source>
        <translation>작성하신 글은 보관되어 있습니다. 새 메시지를 확인한 후 다시 보내거나 수정해 주십시오.</translation>
    </message>
    <message>
        <source>The inquiry was not hidden: nobody has replied to it yet.</source>
        <translation>아직 답변이 없어 문의를 비공개로 변경하지 못했습니다.</translation>
    </message>
    <message>
        <source>Reply first, then hide it.</source>
        <translation>먼저 답변한 후 비공개로 변경해 주십시오.</translation>
    </message>
    <message>
        <source>The inquiry was not hidden: only the shop and the customer see it anyway.</source>
        <translation>숍과 고객만 볼 수 있는 문의이므로 비공개로 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>Only public questions on an item page can be hidden.</source>
        <translation>상품 페이지의 공개 문의만 비공개로 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>It is on its way already and can no longer be taken back.</source>
        <translation>이미 전송 중이어서 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>Write another reply if something has to be put right.</source>
        <translation>바로잡을 내용이 있으면 답변을 한 번 더 작성해 주십시오.</translation>
    </message>
    <message>
        <source>The list has to be read from the beginning. Drafts are kept.</source>
        <translation>목록을 처음부터 다시 읽어야 합니다. 임시저장 글은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>This happens by itself and may take a few minutes.</source>
        <translation>자동으로 진행되며 몇 분이 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The service did not accept what was entered. Your text is kept.</source>
        <translation>서비스가 입력 내용을 받아들이지 않았습니다. 작성하신 글은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Correct it and send again.</source>
        <translation>수정한 후 다시 보내 주십시오.</translation>
    </message>
    <message>
        <source>The service has already received something else under this number.</source>
        <translation>서비스가 이 번호로 이미 다른 내용을 받았습니다.</translation>
    </message>
    <message>
        <source>Your text is kept: look at the history, then send it as a new reply.</source>
        <translation>작성하신 글은 보관되어 있습니다. 이력을 확인한 후 새 답변으로 보내 주십시오.</translation>
    </message>
    <message>
        <source>A file is larger than the 10 MiB the service accepts. Your text is kept.</source>
        <translation>서비스가 허용하는 10 MiB를 넘는 파일이 있습니다. 작성하신 글은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Take the file out or make it smaller, then send again.</source>
        <translation>파일을 빼거나 크기를 줄인 후 다시 보내 주십시오.</translation>
    </message>
    <message>
        <source>The service does not take this kind of file. Your text is kept.</source>
        <translation>서비스에서 이 형식의 파일을 받지 않습니다. 작성하신 글은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Use a picture, a PDF, a text or a zip file.</source>
        <translation>이미지, PDF, 텍스트 또는 zip 파일을 사용해 주십시오.</translation>
    </message>
    <message>
        <source>These dates cannot be shown here.</source>
        <translation>이 날짜는 여기에서 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose dates from {min} to {max}.</source>
        <translation>{min}부터 {max}까지의 날짜를 선택해 주십시오.</translation>
    </message>
    <message>
        <source>This is not the address of a service.</source>
        <translation>서비스 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>Enter it like https://qpost.example.com</source>
        <translation>다음과 같이 입력해 주십시오: https://qpost.example.com</translation>
    </message>
    <message>
        <source>Last month&apos;s points were converted already. Nothing was converted twice.</source>
        <translation>지난달 포인트는 이미 전환되었습니다. 중복으로 전환되지 않았습니다.</translation>
    </message>
    <message>
        <source>The Qcash ledger shows the entry.</source>
        <translation>Qcash 내역에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>The time for converting last month&apos;s points is over.</source>
        <translation>지난달 포인트의 전환 기간이 끝났습니다.</translation>
    </message>
    <message>
        <source>The next conversion opens on the 1st, Japan time.</source>
        <translation>다음 전환은 일본 시간으로 1일부터 가능합니다.</translation>
    </message>
    <message>
        <source>There are fewer than 100 points, so nothing can be converted.</source>
        <translation>포인트가 100 미만이어서 전환할 수 없습니다.</translation>
    </message>
    <message>
        <source>Points are converted in units of 100.</source>
        <translation>포인트는 100 단위로 전환됩니다.</translation>
    </message>
    <message>
        <source>There are other points now than were shown. Nothing was converted.</source>
        <translation>표시된 포인트와 현재 포인트가 다릅니다. 전환되지 않았습니다.</translation>
    </message>
    <message>
        <source>Look at the new figures, then convert.</source>
        <translation>새 수치를 확인한 후 전환해 주십시오.</translation>
    </message>
    <message>
        <source>There is not enough money for this amount. Nothing was charged.</source>
        <translation>잔액이 부족합니다. 충전되지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose a smaller amount or another payment method.</source>
        <translation>더 작은 금액이나 다른 결제 방법을 선택해 주십시오.</translation>
    </message>
    <message>
        <source>Nobody can tell yet whether this took effect. It is not sent a second time.</source>
        <translation>이 작업이 처리되었는지 아직 확인할 수 없습니다. 두 번 전송되지는 않습니다.</translation>
    </message>
    <message>
        <source>What happened is looked up as soon as the service answers again.</source>
        <translation>서비스가 다시 응답하는 대로 결과를 확인합니다.</translation>
    </message>
    <message>
        <source>The Q account password is not correct. Nothing was charged.</source>
        <translation>Q통장 비밀번호가 올바르지 않습니다. 충전되지 않았습니다.</translation>
    </message>
    <message>
        <source>It is not the password you sign in with.</source>
        <translation>로그인 비밀번호와 다릅니다.</translation>
    </message>
    <message>
        <source>The service did not accept this. Nothing was converted or charged.</source>
        <translation>서비스에서 받아들이지 않았습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>Read the page again (F5), then choose anew.</source>
        <translation>페이지를 다시 읽은 후(F5) 다시 선택해 주십시오.</translation>
    </message>
    <message>
        <source>It no longer exists on the service. Nothing was converted or charged.</source>
        <translation>서비스에 더 이상 존재하지 않습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was converted or charged.</source>
        <translation>서비스에 요청이 너무 많습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>Try again {wait}.</source>
        <translation>{wait} 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was converted or charged.</source>
        <translation>서비스를 일시적으로 사용할 수 없습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The service failed on this request. Nothing was converted or charged.</source>
        <translation>서비스가 이 요청을 처리하지 못했습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The service cannot be reached. Nothing was converted or charged.</source>
        <translation>서비스에 연결할 수 없습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address, then try again.</source>
        <translation>네트워크와 서비스 주소를 확인한 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The service did not answer in time. Nothing was converted or charged.</source>
        <translation>서비스가 제시간에 응답하지 않았습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The connection broke off. Nothing was converted or charged.</source>
        <translation>연결이 끊어졌습니다. 전환이나 충전은 이루어지지 않았습니다.</translation>
    </message>
    <message>
        <source>Look at the history, then try again.</source>
        <translation>내역을 확인한 후 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The service no longer knows this item.</source>
        <translation>서비스에 이 상품이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Read the items again (F5).</source>
        <translation>상품을 다시 읽어 주십시오(F5).</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>{field} 항목이 비어 있습니다.</translation>
    </message>
    <message>
        <source>{field} is too long or too short.</source>
        <translation>{field} 항목이 너무 길거나 짧습니다.</translation>
    </message>
    <message>
        <source>{field} is too long.</source>
        <translation>{field} 항목이 너무 깁니다.</translation>
    </message>
    <message>
        <source>{field} is too short.</source>
        <translation>{field} 항목이 너무 짧습니다.</translation>
    </message>
    <message>
        <source>{field} is of the wrong kind.</source>
        <translation>{field} 항목의 형식이 다릅니다.</translation>
    </message>
    <message>
        <source>{field} is not valid.</source>
        <translation>{field} 항목이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation>요청을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>{field} names something that does not exist.</source>
        <translation>{field} 항목에 존재하지 않는 값이 지정되었습니다.</translation>
    </message>
    <message>
        <source>{field} cannot be set to this.</source>
        <translation>{field} 항목을 이 값으로 설정할 수 없습니다.</translation>
    </message>
    <message>
        <source>{field}: {message}</source>
        <translation>{field}: {message}</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>The status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>The sender&apos;s e-mail address</source>
        <translation>발신자 이메일 주소</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>The ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>The staff label</source>
        <translation>담당자 라벨</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>This Qpost has no release key, so it cannot tell a true version from a false one.</source>
        <translation>이 Qpost에는 릴리스 키가 없어 새 버전이 진짜인지 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>New versions are installed by hand.</source>
        <translation>새 버전은 직접 설치해 주세요.</translation>
    </message>
    <message>
        <source>It is not known where new versions are announced.</source>
        <translation>새 버전이 공개되는 주소가 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Enter the address in the settings, under Updates.</source>
        <translation>설정의 ‘업데이트’에서 주소를 입력해 주세요.</translation>
    </message>
    <message>
        <source>The address for updates is not encrypted (http), so nothing is taken from it.</source>
        <translation>업데이트 주소가 암호화되지 않아(http) 그곳에서는 아무것도 받지 않습니다.</translation>
    </message>
    <message>
        <source>Enter an address for updates that begins with https://</source>
        <translation>https:// 로 시작하는 업데이트 주소를 입력해 주세요</translation>
    </message>
    <message>
        <source>There is nothing at the address for updates.</source>
        <translation>업데이트 주소에 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>Check the address in the settings, under Updates.</source>
        <translation>설정의 ‘업데이트’에서 주소를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The address for updates cannot be reached.</source>
        <translation>업데이트 주소에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Qpost goes on as it is and looks again later.</source>
        <translation>Qpost는 그대로 사용할 수 있으며 나중에 다시 확인합니다.</translation>
    </message>
    <message>
        <source>The server for updates is busy.</source>
        <translation>업데이트 서버가 혼잡합니다.</translation>
    </message>
    <message>
        <source>It is asked again later by itself.</source>
        <translation>나중에 자동으로 다시 문의합니다.</translation>
    </message>
    <message>
        <source>The server for updates does not answer as it should.</source>
        <translation>업데이트 서버의 응답이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed; it is tried again later.</source>
        <translation>변경된 것은 없으며 나중에 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The download of the new version was interrupted.</source>
        <translation>새 버전의 다운로드가 중단되었습니다.</translation>
    </message>
    <message>
        <source>What came is kept, and it goes on by itself.</source>
        <translation>받은 부분은 보관되며 자동으로 이어서 받습니다.</translation>
    </message>
    <message>
        <source>What stands at the address for updates cannot be read.</source>
        <translation>업데이트 주소에 있는 내용을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the address, or tell whoever publishes Qpost.</source>
        <translation>주소를 확인하거나 Qpost 배포처에 알려 주세요.</translation>
    </message>
    <message>
        <source>The announced version is not signed by the makers of Qpost, so it was refused.</source>
        <translation>공개된 버전에 Qpost 제작자의 서명이 없어 거부했습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. If it stays, tell whoever publishes Qpost.</source>
        <translation>변경된 것은 없습니다. 계속되면 Qpost 배포처에 알려 주세요.</translation>
    </message>
    <message>
        <source>The announced version is signed with an expired key, so it was refused.</source>
        <translation>공개된 버전이 만료된 키로 서명되어 거부했습니다.</translation>
    </message>
    <message>
        <source>Install the newest Qpost by hand; it knows the present key.</source>
        <translation>최신 Qpost를 직접 설치해 주세요. 현재 키가 들어 있습니다.</translation>
    </message>
    <message>
        <source>An older announcement came back, so it was refused.</source>
        <translation>이전의 오래된 공개 정보가 와서 거부했습니다.</translation>
    </message>
    <message>
        <source>The server may lag behind; it is asked again tomorrow.</source>
        <translation>서버 반영이 늦는 것일 수 있으니 내일 다시 확인합니다.</translation>
    </message>
    <message>
        <source>The announced version is dated in the future, so it was refused.</source>
        <translation>공개된 버전의 날짜가 미래여서 거부했습니다.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time.</source>
        <translation>이 컴퓨터의 날짜와 시간을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The new version is larger than announced, so it was thrown away.</source>
        <translation>새 버전이 공개된 크기보다 커서 버렸습니다.</translation>
    </message>
    <message>
        <source>Try again tomorrow, or install it by hand.</source>
        <translation>내일 다시 시도하거나 직접 설치해 주세요.</translation>
    </message>
    <message>
        <source>What arrived is not the version that was signed, so it was thrown away.</source>
        <translation>받은 파일이 서명된 버전과 달라서 버렸습니다.</translation>
    </message>
    <message>
        <source>Try again; if it stays, on another network.</source>
        <translation>다시 시도해 주세요. 계속되면 다른 네트워크에서 시도해 주세요.</translation>
    </message>
    <message>
        <source>The new version is not made for this kind of computer.</source>
        <translation>새 버전은 이 종류의 컴퓨터를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Keep working with the present one.</source>
        <translation>현재 버전을 계속 사용해 주세요.</translation>
    </message>
    <message>
        <source>The new version needs a newer Windows.</source>
        <translation>새 버전에는 더 최신의 Windows가 필요합니다.</translation>
    </message>
    <message>
        <source>Update Windows first; this Qpost goes on working.</source>
        <translation>먼저 Windows를 업데이트해 주세요. 현재 Qpost는 계속 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for the new version.</source>
        <translation>새 버전을 저장할 디스크 공간이 부족합니다.</translation>
    </message>
    <message>
        <source>Free some space, then choose to install it again.</source>
        <translation>공간을 확보한 뒤 설치를 다시 선택해 주세요.</translation>
    </message>
    <message>
        <source>The new version could not be saved.</source>
        <translation>새 버전을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Check that Qpost may write into its cache folder.</source>
        <translation>Qpost가 캐시 폴더에 쓸 수 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>The new version was not installed; this is still the one before.</source>
        <translation>새 버전이 설치되지 않았습니다. 아직 이전 버전입니다.</translation>
    </message>
    <message>
        <source>Choose to install it again, or run its setup yourself.</source>
        <translation>설치를 다시 선택하거나 설치 프로그램을 직접 실행해 주세요.</translation>
    </message>
    <message>
        <source>Qoo10 refused this request. What you have written is kept.</source>
        <translation>Qoo10이 이 요청을 거부했습니다. 작성하신 내용은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>The details hold Qoo10&apos;s own reason; look the inquiry up in QSM.</source>
        <translation>Qoo10이 알려 준 이유는 상세 정보에 있습니다. QSM에서 해당 문의를 확인해 주십시오.</translation>
    </message>
    <message>
        <source>Qoo10 did not accept the API key, the ID or the password.</source>
        <translation>Qoo10이 API 키, ID 또는 비밀번호를 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>Check all three; an API key has to be renewed at Qoo10 every year.</source>
        <translation>세 가지를 모두 확인해 주십시오. API 키는 매년 Qoo10에서 갱신해야 합니다.</translation>
    </message>
    <message>
        <source>Qoo10 has ended your sign-in. Drafts and replies not yet sent are kept.</source>
        <translation>Qoo10 로그인이 만료되었습니다. 임시저장 글과 아직 보내지 않은 답변은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Sign in again with your password: it was changed, or a year has passed since the last time.</source>
        <translation>비밀번호로 다시 로그인해 주십시오. 비밀번호가 변경되었거나 마지막 로그인 후 1년이 지났습니다.</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>내보내기 진행 상황</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Preparing {name}…</source>
        <translation>{name} 준비 중…</translation>
    </message>
    <message>
        <source>Writing {name}: {done} of {total} inquiries</source>
        <translation>{name} 저장 중: 문의 {total}건 중 {done}건</translation>
    </message>
    <message>
        <source>Writing {name}: {percent} %</source>
        <translation>{name} 저장 중: {percent} %</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Inquiry no.</source>
        <translation>문의번호</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>공개 여부</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>상품번호</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>상품명</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Received (JST)</source>
        <translation>받은 시각 (JST)</translation>
    </message>
    <message>
        <source>Replied (JST)</source>
        <translation>답변 시각 (JST)</translation>
    </message>
    <message>
        <source>Waiting (minutes)</source>
        <translation>대기 시간 (분)</translation>
    </message>
    <message>
        <source>Response time (minutes)</source>
        <translation>답변 소요 시간 (분)</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지 수</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>마지막 메시지</translation>
    </message>
    <message>
        <source>Whole thread</source>
        <translation>전체 대화</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>숍</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 시각</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>답변 시각</translation>
    </message>
    <message>
        <source>Files: {names}</source>
        <translation>첨부 파일: {names}</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>{number}쪽</translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation>{name} · 자동답변</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export selected ({count})…</source>
        <translation>선택한 문의 내보내기 ({count})…</translation>
    </message>
    <message>
        <source>Export list ({count})…</source>
        <translation>목록 내보내기 ({count})…</translation>
    </message>
    <message>
        <source>Export inquiries (Ctrl+E)</source>
        <translation>문의 내보내기 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export inquiries</source>
        <translation>문의 내보내기</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>추가 작업</translation>
    </message>
    <message>
        <source>Save thread as PDF…</source>
        <translation>대화를 PDF로 저장…</translation>
    </message>
    <message>
        <source>Save thread as PDF</source>
        <translation>대화를 PDF로 저장</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 파일 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Seller grade</source>
        <translation>판매자 등급</translation>
    </message>
    <message>
        <source>Transactions this month</source>
        <translation>금월 거래건수</translation>
    </message>
    <message>
        <source>Service points this month</source>
        <translation>금월 서비스포인트</translation>
    </message>
    <message>
        <source>Shipping points this month</source>
        <translation>금월 배송점수</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
    <message>
        <source>As of {day} (Japan time)</source>
        <translation>{day} 기준(일본 시간)</translation>
    </message>
    <message>
        <source>on last month</source>
        <translation>전월비</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>거래금액</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12개월</translation>
    </message>
    <message>
        <source>30 days, {days}</source>
        <translation>최근 30일, {days}</translation>
    </message>
    <message>
        <source>No day counted yet (Japan time)</source>
        <translation>금월 집계 전(일본 시간)</translation>
    </message>
    <message>
        <source>{days} (Japan time)</source>
        <translation>{days} (일본 시간)</translation>
    </message>
</context>
<context>
    <name>FileChips</name>
    <message>
        <source>Take {name} out</source>
        <translation>{name} 빼기</translation>
    </message>
</context>
<context>
    <name>FileWriting</name>
    <message>
        <source>Export cancelled. No file was written.</source>
        <translation>내보내기를 취소했습니다. 저장된 파일은 없습니다.</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name}(으)로 저장했습니다</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Back to the previous list (Alt+Left)</source>
        <translation>이전 목록으로 돌아가기(Alt+←)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>전체 번호</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>상품번호</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>상세 조건</translation>
    </message>
    <message>
        <source>Number to look for</source>
        <translation>찾을 번호</translation>
    </message>
    <message>
        <source>Starts with…</source>
        <translation>앞자리 입력…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Ask the service for news and show the result (F5)</source>
        <translation>서비스에서 최신 내용을 받아 결과 표시(F5)</translation>
    </message>
    <message>
        <source>From customers</source>
        <translation>고객 문의</translation>
    </message>
    <message>
        <source>From Qoo10</source>
        <translation>Qoo10 쪽지</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Last 30 days
Customers: {unanswered} unanswered, {answering} answering
Qoo10: {qoo10_unanswered} unanswered, {unconfirmed} unconfirmed</source>
        <translation>최근 30일
고객: 미처리 {unanswered}건, 답변중 {answering}건
Qoo10: 미처리 {qoo10_unanswered}건, 미확인 {unconfirmed}건</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 날짜</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>답변 날짜</translation>
    </message>
    <message>
        <source>{kind}: any date</source>
        <translation>{kind}: 전체</translation>
    </message>
</context>
<context>
    <name>FollowingLinks</name>
    <message>
        <source>The link leads to shop {code}, which is not among yours.</source>
        <translation>링크가 가리키는 상점 {code}은(는) 내 상점에 없습니다.</translation>
    </message>
    <message>
        <source>Inquiry {number}, to which the link leads, is not among those read so far.</source>
        <translation>링크가 가리키는 문의 {number}은(는) 지금까지 읽어 온 문의에 없습니다.</translation>
    </message>
</context>
<context>
    <name>GapNotice</name>
    <message>
        <source>Between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here.</source>
        <translation>{start}부터 {end}까지 Qoo10에서 받지 못한 문의가 있습니다. 여기에는 일부가 빠져 있습니다.</translation>
    </message>
    <message>
        <source>In several spans between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here.</source>
        <translation>{start}부터 {end} 사이의 여러 구간에서 Qoo10에서 받지 못한 문의가 있습니다. 여기에는 일부가 빠져 있습니다.</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>브라우저에서 QSM 열기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search inquiries (Ctrl+F)</source>
        <translation>문의 검색(Ctrl+F)</translation>
    </message>
    <message>
        <source>Search inquiries</source>
        <translation>문의 검색</translation>
    </message>
    <message>
        <source>Searches what the filters show.
Words, and from: item: order: status: before: after: such as from:Tanaka after:2026-03</source>
        <translation>필터에 표시되는 범위에서 검색합니다.
단어 외에 from: item: order: status: before: after:도 쓸 수 있습니다. 예: from:田中 after:2026-03</translation>
    </message>
    <message>
        <source>Switch to another shop</source>
        <translation>다른 숍으로 전환</translation>
    </message>
    <message>
        <source>Your staff label; colleagues see it on what you handle</source>
        <translation>내 담당자 라벨입니다. 내가 처리한 문의에서 동료에게 표시됩니다</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>Up to date since {time} JST</source>
        <translation>{time}(일본 시간) 기준 최신 상태</translation>
    </message>
    <message>
        <source>Syncing{percent}</source>
        <translation>동기화 중{percent}</translation>
    </message>
    <message>
        <source>The newest inquiries come first.</source>
        <translation>최신 문의부터 표시됩니다.</translation>
    </message>
    <message>
        <source>Offline since {time} JST</source>
        <translation>오프라인({time} JST부터)</translation>
    </message>
    <message>
        <source>Not updated since {time} JST</source>
        <translation>{time} JST 이후 업데이트되지 않음</translation>
    </message>
    <message>
        <source>Click to try again now.</source>
        <translation>클릭하면 지금 다시 시도합니다.</translation>
    </message>
    <message>
        <source>No access to this shop</source>
        <translation>이 숍에 접근할 수 없음</translation>
    </message>
</context>
<context>
    <name>HideDialog</name>
    <message>
        <source>Hide from the item page</source>
        <translation>상품 페이지에서 비공개</translation>
    </message>
    <message>
        <source>The question and its answer disappear from the item page, and {customer} gets your reason by mail. A question that vanishes without a reason leads to complaints.</source>
        <translation>문의와 답변이 상품 페이지에서 사라지고, {customer} 님에게 사유가 메일로 전송됩니다. 사유 없이 문의가 사라지면 불만의 원인이 됩니다.</translation>
    </message>
    <message>
        <source>Title of the mail</source>
        <translation>메일 제목</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Sender&apos;s e-mail address</source>
        <translation>발신자 이메일 주소</translation>
    </message>
    <message>
        <source>Restrict this customer for this item</source>
        <translation>이 상품에서 이 고객을 제한</translation>
    </message>
    <message>
        <source>Send mail and hide</source>
        <translation>메일 보내고 비공개</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Write a title for the mail.</source>
        <translation>메일 제목을 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Tell the customer the reason.</source>
        <translation>고객에게 알릴 사유를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Write the address the mail is sent from.</source>
        <translation>발신자 이메일 주소를 입력해 주십시오.</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Pay…</source>
        <translation>결제…</translation>
    </message>
    <message>
        <source>Show the payment page of the selected charge (Enter)</source>
        <translation>선택한 충전의 결제 페이지 표시 (Enter)</translation>
    </message>
    <message>
        <source>Charge history</source>
        <translation>충전 내역</translation>
    </message>
    <message>
        <source>Nothing was charged yet</source>
        <translation>아직 충전한 내역이 없습니다</translation>
    </message>
    <message>
        <source>Every charge is listed here with its state.</source>
        <translation>모든 충전이 상태와 함께 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>InquiryDatePopup</name>
    <message>
        <source>Received</source>
        <translation>수신일</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>답변일</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}일</translation>
    </message>
</context>
<context>
    <name>InquiryListModel</name>
    <message>
        <source>Inquiries</source>
        <translation>문의·메시지</translation>
    </message>
    <message>
        <source>waiting {time}</source>
        <translation>{time} 대기</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>임시저장</translation>
    </message>
</context>
<context>
    <name>InquiryPage</name>
    <message>
        <source>Choose at most {count} inquiries for an auto-reply.</source>
        <translation>자동답변은 한 번에 {count}건까지 선택할 수 있습니다.</translation>
    </message>
    <message>
        <source>The auto-reply to {customer} goes out in a moment.</source>
        <translation>{customer} 님에게 자동답변을 곧 보냅니다.</translation>
    </message>
    <message>
        <source>The question of {customer} is hidden in a moment.</source>
        <translation>{customer} 님의 문의를 곧 비공개로 변경합니다.</translation>
    </message>
    <message>
        <source>Your reply to {customer} goes out in a moment.</source>
        <translation>{customer} 님에게 답변을 곧 보냅니다.</translation>
    </message>
    <message>
        <source>{count} auto-replies go out in a moment.</source>
        <translation>자동답변 {count}건을 곧 보냅니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Not sent to {customer}. It is kept in the outbox.</source>
        <translation>{customer}님에게 보내지 못했습니다. 보낼 편지함에 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Your reply to {customer} was sent.</source>
        <translation>{customer} 님에게 답변을 보냈습니다.</translation>
    </message>
    <message>
        <source>The auto-reply to {customer} was sent.</source>
        <translation>{customer} 님에게 자동답변을 보냈습니다.</translation>
    </message>
    <message>
        <source>Hidden. {customer} gets your reason by mail.</source>
        <translation>비공개로 변경했습니다. {customer} 님에게 사유가 메일로 전송됩니다.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>전송 완료</translation>
    </message>
</context>
<context>
    <name>InquiryWords</name>
    <message>
        <source>Unprocessed</source>
        <translation>미처리</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>답변중</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변완료</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>공개</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Question on the item page</source>
        <translation>상품 페이지 문의</translation>
    </message>
    <message>
        <source>Through Qoo10&apos;s centre</source>
        <translation>Qoo10 고객센터 경유</translation>
    </message>
    <message>
        <source>Note from Qoo10</source>
        <translation>Qoo10 쪽지</translation>
    </message>
    <message>
        <source>Public question on the item page</source>
        <translation>상품 페이지 공개 문의</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>1:1 문의</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>오래된순</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>대기 시간순</translation>
    </message>
    <message>
        <source>Sending in a moment</source>
        <translation>곧 보냄</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>전송 대기</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>보내는 중…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>전송됨</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>전송 안 됨</translation>
    </message>
    <message>
        <source>Checking whether it arrived</source>
        <translation>도착 여부 확인 중</translation>
    </message>
    <message>
        <source>The courtesy text of your shop</source>
        <translation>숍의 안내 문구</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}분</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}시간</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days}일</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>{time} on this computer</source>
        <translation>이 컴퓨터 시각: {time}</translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation>{name} · 자동답변</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Answered at Qoo10. Its API does not hand out the words.</source>
        <translation>Qoo10에서 답변했습니다. 답변 내용은 API로 받을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ItemExport</name>
    <message>
        <source>Save points by item</source>
        <translation>상품별 포인트 저장</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
</context>
<context>
    <name>ItemFilters</name>
    <message>
        <source>Item no.</source>
        <translation>상품번호</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>상품명</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>찾을 항목</translation>
    </message>
    <message>
        <source>Item number or name</source>
        <translation>상품번호 또는 상품명</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>전체 상품</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>전체 카테고리</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>카테고리: {name}</translation>
    </message>
    <message>
        <source>Days (Japan time): {days}</source>
        <translation>기간(일본 시간): {days}</translation>
    </message>
    <message>
        <source>Days in Japan time</source>
        <translation>일본 시간 기준 날짜</translation>
    </message>
    <message>
        <source>June 2019</source>
        <translation>2019년 6월</translation>
    </message>
    <message>
        <source>First half of 2019</source>
        <translation>2019년 상반기</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12개월</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>금월</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>전월</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}일</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n개 행을 복사했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the chosen rows (Ctrl+C)</source>
        <translation>선택한 행 복사 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save all these items as a table (Ctrl+E)</source>
        <translation>이 상품 모두를 표로 저장 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Shipping score… (Enter)</source>
        <translation>배송점수 상세… (Enter)</translation>
    </message>
    <message>
        <source>Copy rows (Ctrl+C)</source>
        <translation>행 복사 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>읽기 진행률</translation>
    </message>
    <message>
        <source>Sort: {column}</source>
        <translation>정렬: {column}</translation>
    </message>
    <message>
        <source>{count} of {total} items</source>
        <translation>상품 {total}개 중 {count}개</translation>
    </message>
    <message>
        <source>Reading all items: {count} of {total}</source>
        <translation>전체 상품 읽는 중: {total}개 중 {count}개</translation>
    </message>
    <message>
        <source>offline: as read on {moment}</source>
        <translation>오프라인: {moment}에 읽은 내용</translation>
    </message>
    <message>
        <source>read {moment}</source>
        <translation>{moment} 읽음</translation>
    </message>
    <message>
        <source>No items for this question</source>
        <translation>해당하는 상품이 없습니다</translation>
    </message>
    <message>
        <source>Choose other days, another category, or look for another number or name.</source>
        <translation>기간이나 카테고리를 바꾸거나 다른 번호·상품명으로 찾아 보세요.</translation>
    </message>
    <message>
        <source>Reading points by item…</source>
        <translation>상품별 포인트를 읽는 중…</translation>
    </message>
</context>
<context>
    <name>ItemPointsModel</name>
    <message>
        <source>largest first</source>
        <translation>큰 순</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>작은 순</translation>
    </message>
    <message>
        <source>Picture of the item</source>
        <translation>상품 이미지</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>이미지 없음</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>Hide the API key</source>
        <translation>API 키 숨기기</translation>
    </message>
    <message>
        <source>Show the API key</source>
        <translation>API 키 표시</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>일본</translation>
    </message>
    <message>
        <source>Other address…</source>
        <translation>다른 주소…</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API 주소</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 키</translation>
    </message>
    <message>
        <source>Enter the address of the API.</source>
        <translation>API 주소를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Enter your API key.</source>
        <translation>API 키를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>This is not an API key: it has Latin letters, digits and signs, and no spaces.</source>
        <translation>API 키가 아닙니다. API 키는 영문자, 숫자, 기호로만 되어 있고 공백이 없습니다.</translation>
    </message>
</context>
<context>
    <name>KeyWatch</name>
    <message>
        <source>Your Qoo10 API key ended on {day}.</source>
        <translation>Qoo10 API 키가 {day}에 만료되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Your Qoo10 API key ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>Qoo10 API 키가 {day}에 만료됩니다(%n일 남음).</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a new one in QSM, which takes about five working days, and enter it in the settings.</source>
        <translation>QSM에서 새 키를 신청하고(영업일 기준 약 5일) 설정에서 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Your certification key for Qoo10 ended on {day}.</source>
        <translation>Qoo10 판매자 인증키가 {day}에 만료되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Your certification key for Qoo10 ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>Qoo10 판매자 인증키가 {day}에 만료됩니다(%n일 남음).</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew it in the settings; all it takes is your password.</source>
        <translation>설정에서 갱신해 주십시오. 비밀번호만 있으면 됩니다.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Qoo10 API</source>
        <translation>Qoo10 API</translation>
    </message>
    <message>
        <source>Certification key</source>
        <translation>판매자 인증키</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>갱신…</translation>
    </message>
    <message>
        <source>Takes your Qoo10 password. What you are doing goes on meanwhile.</source>
        <translation>Qoo10 비밀번호가 필요합니다. 하던 작업은 그대로 계속됩니다.</translation>
    </message>
    <message>
        <source>API key, issued by Qoo10 on</source>
        <translation>API 키 발급일</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read: kept for diagnostics.</source>
        <translation>
            <numerusform>읽을 수 없는 행이 %n개 있습니다. 진단용으로 보관합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No keys are kept.</source>
        <translation>보관된 키가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Ends on {day}, in %n day(s)</source>
        <translation>
            <numerusform>{day}에 만료(%n일 남음)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended on {day}</source>
        <translation>{day}에 만료됨</translation>
    </message>
</context>
<context>
    <name>LedgerFile</name>
    <message>
        <source>Export CSV…</source>
        <translation>CSV 내보내기…</translation>
    </message>
    <message>
        <source>All entries of the chosen dates (Ctrl+E)</source>
        <translation>선택한 기간의 모든 내역 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export the Qcash ledger</source>
        <translation>Qcash 이용 내역 내보내기</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>Qcash ledger</source>
        <translation>Qcash 이용 내역</translation>
    </message>
    <message>
        <source>No Qcash moved on these days</source>
        <translation>이 기간에는 Qcash 이용 내역이 없습니다</translation>
    </message>
    <message>
        <source>Choose a longer period.</source>
        <translation>더 긴 기간을 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link from a message</source>
        <translation>메시지의 링크 열기</translation>
    </message>
    <message>
        <source>This address was written by the other side. It leads to:</source>
        <translation>상대방이 작성한 주소입니다. 연결되는 곳:</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>브라우저에서 열기</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Inquiries</source>
        <translation>문의·메시지</translation>
    </message>
    <message>
        <source>Reading your inquiries…</source>
        <translation>문의를 불러오는 중…</translation>
    </message>
    <message>
        <source>The newest come first. You can answer them while the rest arrives.</source>
        <translation>최신 문의부터 도착합니다. 나머지를 불러오는 동안에도 답변할 수 있습니다.</translation>
    </message>
    <message>
        <source>No inquiry matches</source>
        <translation>조건에 맞는 문의가 없습니다</translation>
    </message>
    <message>
        <source>Change the filters above, or start over.</source>
        <translation>위의 조건을 변경하거나 초기화해 주십시오.</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>조건 초기화</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Save this file…</source>
        <translation>이 파일 저장…</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>메시지 복사</translation>
    </message>
</context>
<context>
    <name>MethodStep</name>
    <message>
        <source>{usable} can be used</source>
        <translation>사용 가능 {usable}</translation>
    </message>
    <message>
        <source>Only {usable} can be used: not enough</source>
        <translation>사용 가능 {usable}: 잔액 부족</translation>
    </message>
    <message>
        <source>Paid at once with money at Qoo10; needs the Q account password</source>
        <translation>Qoo10에 있는 돈으로 바로 결제 (Q통장 비밀번호 필요)</translation>
    </message>
    <message>
        <source>Paid on a page in your browser, within 5 days</source>
        <translation>브라우저의 결제 페이지에서 5일 안에 결제</translation>
    </message>
</context>
<context>
    <name>MetricCard</name>
    <message>
        <source>{title}: {facts}</source>
        <translation>{title}: {facts}</translation>
    </message>
</context>
<context>
    <name>NotAnswering</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Qpost is already running but does not answer. Nothing is lost: wait a moment and try again, or end the other Qpost in the system&apos;s task list first.</source>
        <translation>Qpost가 이미 실행 중이지만 응답하지 않습니다. 잃은 내용은 없습니다. 잠시 기다렸다가 다시 시도하거나, 먼저 시스템의 작업 목록에서 다른 Qpost를 종료하세요.</translation>
    </message>
</context>
<context>
    <name>NotOffered</name>
    <message>
        <source>You find it in Qoo10&apos;s seller pages (QSM).</source>
        <translation>Qoo10 판매자 페이지(QSM)에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>You find it in Qoo10&apos;s seller pages (QSM), under {place}.</source>
        <translation>Qoo10 판매자 페이지(QSM)의 &apos;{place}&apos;에서 이용할 수 있습니다.</translation>
    </message>
    <message>
        <source>This connection does not offer this page</source>
        <translation>이 연결에서는 이 페이지를 제공하지 않습니다</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>브라우저에서 QSM 열기</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>What is new</source>
        <translation>새로운 내용</translation>
    </message>
    <message>
        <source>Qpost {version}</source>
        <translation>Qpost {version}</translation>
    </message>
    <message>
        <source>Nothing is said about this version.</source>
        <translation>이 버전에 대한 설명이 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>{customer} wrote</source>
        <translation>{customer}님의 메시지</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>고객 %n명이 메시지를 보냈습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest: {customer}, {title}</source>
        <translation>최신: {customer}님, {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wait for an answer</source>
        <translation>
            <numerusform>고객 %n명이 답변을 기다립니다</numerusform>
        </translation>
    </message>
    <message>
        <source>{customer} ({duration})</source>
        <translation>{customer} ({duration})</translation>
    </message>
    <message>
        <source>{item} ({count})</source>
        <translation>{item} ({count}건)</translation>
    </message>
    <message>
        <source>Waiting longest: {names}</source>
        <translation>가장 오래 기다린 고객: {names}</translation>
    </message>
    <message>
        <source>Asked about most: {names}</source>
        <translation>문의가 많은 상품: {names}</translation>
    </message>
    <message>
        <source>This is how Qpost tells you of news</source>
        <translation>새 소식은 이렇게 알려 드립니다</translation>
    </message>
    <message>
        <source>A click on it opens the inquiry.</source>
        <translation>클릭하면 문의가 열립니다.</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Show a notice when customers write</source>
        <translation>고객이 메시지를 보내면 알림 표시</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>소리 재생</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>방해 금지 시간</translation>
    </message>
    <message>
        <source>What comes meanwhile is told afterwards, in one notice.</source>
        <translation>그동안 온 것은 나중에 하나의 알림으로 모아 알려 드립니다.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>to</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>방해 금지 시작</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>방해 금지 종료</translation>
    </message>
    <message>
        <source>Remind of customers who wait</source>
        <translation>답변을 기다리는 고객 다시 알림</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Shows a notice and plays the sound, as they are chosen above.</source>
        <translation>위에서 고른 대로 알림과 소리를 시험합니다.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>%n시간마다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>%n분마다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Signing out…</source>
        <translation>로그아웃하는 중…</translation>
    </message>
    <message>
        <source>Opening your inquiries…</source>
        <translation>문의를 여는 중…</translation>
    </message>
</context>
<context>
    <name>OutboxBubble</name>
    <message>
        <source>Your reply</source>
        <translation>내 답변</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>자동답변</translation>
    </message>
    <message>
        <source>Hide from the item page</source>
        <translation>상품 페이지에서 비공개</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
</context>
<context>
    <name>OutboxDetail</name>
    <message>
        <source>Try again now</source>
        <translation>지금 다시 시도</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>그대로 보내기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Show inquiry</source>
        <translation>문의 보기</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>본문 복사</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Inquiry {number}</source>
        <translation>문의 {number}</translation>
    </message>
    <message>
        <source>The inquiry is not on this computer any more. Copy the text if you still need it.</source>
        <translation>이 문의는 더 이상 이 컴퓨터에 없습니다. 필요하면 본문을 복사하세요.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Not yet sent ({count})</source>
        <translation>미전송 ({count})</translation>
    </message>
    <message>
        <source>Drafts ({count})</source>
        <translation>임시저장 ({count})</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>보낼 편지함</translation>
    </message>
    <message>
        <source>Everything was sent</source>
        <translation>모두 전송되었습니다</translation>
    </message>
    <message>
        <source>Replies that wait for the network, or could not be sent, are listed here.</source>
        <translation>네트워크를 기다리거나 보내지 못한 답변이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>임시저장한 글이 없습니다</translation>
    </message>
    <message>
        <source>What you write is kept here until you send it, whatever happens.</source>
        <translation>작성한 내용은 보낼 때까지 어떤 일이 있어도 여기에 보관됩니다.</translation>
    </message>
    <message>
        <source>Delete what you wrote to {customer}? It cannot be brought back.</source>
        <translation>{customer}님에게 쓴 내용을 삭제할까요? 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>It may have reached {customer} already. Stop checking and delete it from this list?</source>
        <translation>이미 {customer}님에게 전달되었을 수 있습니다. 확인을 멈추고 이 목록에서 삭제할까요?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>An inquiry that is gone</source>
        <translation>사라진 문의</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>임시저장</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>자동답변</translation>
    </message>
    <message>
        <source>Hide from the item page</source>
        <translation>상품 페이지에서 비공개</translation>
    </message>
</context>
<context>
    <name>OutcomeStep</name>
    <message>
        <source>Open the payment page</source>
        <translation>결제 페이지 열기</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Opens in your browser:</source>
        <translation>브라우저에서 열립니다:</translation>
    </message>
    <message>
        <source>The charge did not go through</source>
        <translation>충전이 이루어지지 않았습니다</translation>
    </message>
    <message>
        <source>Nothing was paid and no Qcash was added. You can order again.</source>
        <translation>결제도 Qcash 추가도 없었습니다. 다시 주문할 수 있습니다.</translation>
    </message>
    <message>
        <source>It is not known yet whether the charge went through</source>
        <translation>충전이 이루어졌는지 아직 확인되지 않았습니다</translation>
    </message>
    <message>
        <source>The answer did not arrive. Qpost looks at the charge history until it is clear, and offers no second charge meanwhile. You can close this window.</source>
        <translation>응답이 도착하지 않았습니다. 결과가 확인될 때까지 Qpost가 충전 내역을 살펴보며, 그동안 다시 충전할 수 없습니다. 이 창은 닫아도 됩니다.</translation>
    </message>
    <message>
        <source>Your balance is {balance}.</source>
        <translation>잔액은 {balance}입니다.</translation>
    </message>
    <message>
        <source>{qcash} charged</source>
        <translation>{qcash}를 충전했습니다</translation>
    </message>
    <message>
        <source>The charge of {price} was cancelled</source>
        <translation>{price} 충전이 취소되었습니다</translation>
    </message>
    <message>
        <source>{price} waits for your payment</source>
        <translation>{price} 결제를 기다리고 있습니다</translation>
    </message>
    <message>
        <source>The service named no payment page that can be opened. Pay it in QSM.</source>
        <translation>서비스가 열 수 있는 결제 페이지를 알려주지 않았습니다. QSM에서 결제하십시오.</translation>
    </message>
    <message>
        <source>Pay on the page in your browser. This window notices when it is done.</source>
        <translation>브라우저의 결제 페이지에서 결제하십시오. 완료되면 이 창에 표시됩니다.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address instead.</source>
        <translation>브라우저를 열 수 없습니다. 주소를 복사해 이용하십시오.</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>Reading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>비밀번호 숨기기</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>비밀번호 표시</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Pay…</source>
        <translation>결제…</translation>
    </message>
    <message>
        <source>Show the payment page</source>
        <translation>결제 페이지 표시</translation>
    </message>
    <message>
        <source>Waiting for your payment</source>
        <translation>결제 대기</translation>
    </message>
    <message numerus="yes">
        <source>{method} and %n more</source>
        <translation>
            <numerusform>{method} 외 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>15 days</source>
        <translation>15일</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1개월</translation>
    </message>
    <message>
        <source>2 months</source>
        <translation>2개월</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3개월</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Choose other dates (Japan time)</source>
        <translation>다른 날짜 선택 (일본 시간)</translation>
    </message>
    <message>
        <source>Dates in Japan: {dates}</source>
        <translation>일본 날짜: {dates}</translation>
    </message>
</context>
<context>
    <name>PointsColumns</name>
    <message>
        <source>Item no.</source>
        <translation>상품번호</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>상품명</translation>
    </message>
    <message>
        <source>Trans-
actions</source>
        <translation>거래
건수</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>거래금액</translation>
    </message>
    <message>
        <source>Service
score</source>
        <translation>서비스
점수</translation>
    </message>
    <message>
        <source>Shipping
score</source>
        <translation>배송
점수</translation>
    </message>
    <message>
        <source>Cancel /
return</source>
        <translation>취소/
반품</translation>
    </message>
    <message>
        <source>Not
received</source>
        <translation>미수령
신고</translation>
    </message>
    <message>
        <source>Complaint
points</source>
        <translation>클레임
점수</translation>
    </message>
    <message>
        <source>Recom-
mended</source>
        <translation>적극
추천</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Not recom-
mended</source>
        <translation>비추천</translation>
    </message>
    <message>
        <source>Review
points</source>
        <translation>리뷰
점수</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Grade &amp; score</source>
        <translation>나의 등급 &amp; 점수</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Read all figures again (F5)</source>
        <translation>모든 수치를 다시 읽기 (F5)</translation>
    </message>
    <message>
        <source>Basic information &gt; Grade &amp; score</source>
        <translation>기본정보 &gt; 나의 등급 &amp; 점수</translation>
    </message>
    <message>
        <source>Service points by month</source>
        <translation>월별 서비스포인트</translation>
    </message>
    <message>
        <source>As read on {moment}</source>
        <translation>{moment} 기준</translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>새로 고치는 중…</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>{points} were converted into {qcash}.</source>
        <translation>{points}를 {qcash}로 전환했습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>PointsWords</name>
    <message>
        <source>Power seller</source>
        <translation>파워셀러</translation>
    </message>
    <message>
        <source>Good seller</source>
        <translation>우수셀러</translation>
    </message>
    <message>
        <source>Regular seller</source>
        <translation>일반셀러</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>{weight} each</source>
        <translation>{weight}/건</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}~{last}</translation>
    </message>
    <message>
        <source>Past service points</source>
        <translation>과거 서비스포인트</translation>
    </message>
    <message>
        <source>Points by item</source>
        <translation>상품별 포인트</translation>
    </message>
    <message>
        <source>Past service points can be looked up until {last}.</source>
        <translation>과거 서비스포인트는 {last}까지 조회할 수 있습니다.</translation>
    </message>
    <message>
        <source>Later days are under “Points by item”.</source>
        <translation>이후 날짜는 &apos;상품별 포인트&apos;에서 조회할 수 있습니다.</translation>
    </message>
    <message>
        <source>Points by item can be looked up from {first} to {last}.</source>
        <translation>상품별 포인트는 {first}부터 {last}까지 조회할 수 있습니다.</translation>
    </message>
    <message>
        <source>Earlier days are under “Past service points”.</source>
        <translation>이전 날짜는 &apos;과거 서비스포인트&apos;에서 조회할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message>
        <source>Your reply to {customer} goes out in a moment.</source>
        <translation>{customer} 님에게 답변을 곧 보냅니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Too late to undo: the reply is on its way.</source>
        <translation>되돌릴 수 없습니다. 답변을 이미 보내고 있습니다.</translation>
    </message>
</context>
<context>
    <name>QcashColumns</name>
    <message>
        <source>Date (JST)</source>
        <translation>날짜 (JST)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Related to</source>
        <translation>관련 정보</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
    <message>
        <source>Ordered (JST)</source>
        <translation>주문 일시 (JST)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제방법</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Settled (JST)</source>
        <translation>완료·취소 (JST)</translation>
    </message>
</context>
<context>
    <name>QcashPage</name>
    <message>
        <source>Ledger</source>
        <translation>이용 내역</translation>
    </message>
    <message>
        <source>Charge history</source>
        <translation>충전 내역</translation>
    </message>
    <message>
        <source>Qcash balance</source>
        <translation>Qcash 잔액</translation>
    </message>
    <message>
        <source>Charge…</source>
        <translation>충전…</translation>
    </message>
    <message>
        <source>Open QSM</source>
        <translation>QSM 열기</translation>
    </message>
    <message>
        <source>Buy Qcash (Ctrl+N)</source>
        <translation>Qcash 구매 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Qcash balance at the end of each day in Japan</source>
        <translation>매일 마감 시점의 Qcash 잔액(일본 시간)</translation>
    </message>
    <message>
        <source>It is not known yet whether the charge of {moment} went through. Qpost looks at the charge history until it is clear; no second charge is offered meanwhile.</source>
        <translation>{moment}의 충전이 이루어졌는지 아직 확인되지 않았습니다. 결과가 확인될 때까지 Qpost가 충전 내역을 살펴보며, 그동안 다시 충전할 수 없습니다.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>No connection: you see what was last read. Charging needs the network.</source>
        <translation>연결되어 있지 않습니다. 마지막으로 읽은 내용을 표시합니다. 충전하려면 네트워크 연결이 필요합니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>QcashWords</name>
    <message>
        <source>Bank transfer</source>
        <translation>계좌이체</translation>
    </message>
    <message>
        <source>Convenience store / ATM</source>
        <translation>편의점·ATM</translation>
    </message>
    <message>
        <source>au Easy Payment</source>
        <translation>au 간편결제</translation>
    </message>
    <message>
        <source>Net banking</source>
        <translation>인터넷뱅킹</translation>
    </message>
    <message>
        <source>Q account (settlement money)</source>
        <translation>Q통장 (정산금)</translation>
    </message>
    <message>
        <source>Scheduled settlement money</source>
        <translation>정산 예정금</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>충전 완료</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>결제 대기</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Service points converted</source>
        <translation>서비스포인트 전환</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>광고</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>이월 잔액</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>As of {moment}</source>
        <translation>{moment} 기준</translation>
    </message>
    <message>
        <source>As of {moment} ({age} ago)</source>
        <translation>{moment} 기준 ({age} 전)</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>{moment}까지</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{name}, {count} waiting</source>
        <translation>{name}, {count}건 대기</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>문의</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>보낼 편지함</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>The charge of {price} is cancelled soon unless you pay it.</source>
        <translation>{price} 충전은 결제하지 않으면 곧 취소됩니다.</translation>
    </message>
    <message>
        <source>Last day (JST) to convert {points} into Qcash.</source>
        <translation>오늘(일본 시간)이 {points}를 Qcash로 전환할 수 있는 마지막 날입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left to convert {points} into Qcash.</source>
        <translation>
            <numerusform>{points}를 Qcash로 전환할 수 있는 기간이 %n일 남았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>Renew the certification key</source>
        <translation>판매자 인증키 갱신</translation>
    </message>
    <message>
        <source>Qoo10 makes a new key that counts for a year. Who has a new API key enters it here as well.</source>
        <translation>Qoo10이 1년간 유효한 새 키를 발급합니다. 새 API 키가 있으면 여기에 입력해 주십시오.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 키</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Enter the API key that Qoo10 issued.</source>
        <translation>Qoo10에서 발급한 API 키를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>비밀번호를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>갱신하는 중…</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock이 켜져 있습니다.</translation>
    </message>
</context>
<context>
    <name>ReplyOffer</name>
    <message>
        <source>This connection has no templates. Those kept at Qoo10 are used in QSM.</source>
        <translation>이 연결에는 템플릿이 없습니다. Qoo10에 저장한 템플릿은 QSM에서 이용해 주십시오.</translation>
    </message>
    <message>
        <source>Qoo10 takes no files over this connection. They can be sent in QSM.</source>
        <translation>이 연결로는 파일을 보낼 수 없습니다. QSM에서 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Over this connection every reply settles the inquiry. In QSM it can stay “answering”.</source>
        <translation>이 연결에서는 답변하면 문의가 항상 &apos;답변완료&apos;가 됩니다. &apos;답변중&apos;으로 두려면 QSM을 이용해 주십시오.</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>브라우저에서 QSM 열기</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>To {customer}</source>
        <translation>{customer} 님에게</translation>
    </message>
    <message>
        <source>Everybody can read this reply on the item page.</source>
        <translation>이 답변은 상품 페이지에서 누구나 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Only you and the customer can read this reply.</source>
        <translation>이 답변은 판매자와 고객만 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>{names} is not filled in yet.</source>
        <translation>{names} 항목이 아직 채워지지 않았습니다.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>Insert a frequently used reply (Ctrl+T)</source>
        <translation>자주 쓰는 답변 넣기(Ctrl+T)</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>첨부</translation>
    </message>
    <message>
        <source>Attach files; you can also drop or paste them (10 MB each at most)</source>
        <translation>파일 첨부(끌어다 놓기와 붙여넣기 가능, 파일당 최대 10 MB)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Send the reply (Ctrl+Enter)</source>
        <translation>답변 보내기(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Title of the reply</source>
        <translation>답변 제목</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>답변 본문</translation>
    </message>
    <message>
        <source>Write your reply. Leave out personal data: names, addresses, payment details, IDs and passwords, e-mail addresses and phone numbers.</source>
        <translation>답변을 입력해 주십시오. 이름, 주소, 결제 정보, ID와 비밀번호, 이메일 주소, 전화번호 등 개인정보는 적지 마십시오.</translation>
    </message>
    <message>
        <source>Further replies will follow</source>
        <translation>이후에도 답변을 이어 갑니다</translation>
    </message>
    <message>
        <source>Settled with this reply</source>
        <translation>이 답변으로 처리를 완료합니다</translation>
    </message>
    <message>
        <source>Status after this reply</source>
        <translation>답변 후 상태</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>파일 첨부</translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message>
        <source>Write a title.</source>
        <translation>제목을 입력해 주십시오.</translation>
    </message>
    <message>
        <source>The title may have at most {limit} characters.</source>
        <translation>제목은 최대 {limit}자까지 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>Write the reply first.</source>
        <translation>답변을 먼저 입력해 주십시오.</translation>
    </message>
    <message>
        <source>The reply may have at most {limit} characters.</source>
        <translation>답변은 최대 {limit}자까지 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose “Answering” or “Answered”.</source>
        <translation>‘답변중’ 또는 ‘답변완료’를 선택해 주십시오.</translation>
    </message>
</context>
<context>
    <name>SearchHints</name>
    <message>
        <source>Write a customer&apos;s name after from:</source>
        <translation>from: 뒤에 고객 이름을 입력하세요:</translation>
    </message>
    <message>
        <source>Write an item&apos;s number or name after item:</source>
        <translation>item: 뒤에 상품 번호나 이름을 입력하세요:</translation>
    </message>
    <message>
        <source>Write the beginning of an order number after order:</source>
        <translation>order: 뒤에 주문 번호의 앞부분을 입력하세요:</translation>
    </message>
    <message>
        <source>After status: write unprocessed, answering or answered.</source>
        <translation>status: 뒤에 미처리, 답변중, 답변완료 중 하나를 입력하세요.</translation>
    </message>
    <message>
        <source>Write a day after {operator}: such as 2026-03-31</source>
        <translation>{operator}: 뒤에 2026-03-31처럼 날짜를 입력하세요</translation>
    </message>
    <message>
        <source>“{value}” is no day. Write {operator}:2026-03-31, {operator}:2026-03 or {operator}:2026</source>
        <translation>“{value}”은(는) 날짜가 아닙니다. {operator}:2026-03-31, {operator}:2026-03, {operator}:2026처럼 입력하세요</translation>
    </message>
    <message>
        <source>“{value}” is no status. Write unprocessed, answering or answered.</source>
        <translation>“{value}”라는 상태는 없습니다. 미처리, 답변중, 답변완료 중 하나를 입력하세요.</translation>
    </message>
    <message>
        <source>“{value}” has no letters or digits to look for.</source>
        <translation>“{value}”에는 찾을 글자나 숫자가 없습니다.</translation>
    </message>
</context>
<context>
    <name>SeriesModel</name>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Date (JST)</source>
        <translation>날짜 (JST)</translation>
    </message>
</context>
<context>
    <name>SessionEnd</name>
    <message>
        <source>A reply you wrote could not be saved yet.</source>
        <translation>작성한 답변을 아직 저장하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>표시 언어</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 사용</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Time to undo after Send</source>
        <translation>보낸 후 되돌릴 수 있는 시간</translation>
    </message>
    <message>
        <source>Confirm in a box after sending</source>
        <translation>보낸 후 확인 창 표시</translation>
    </message>
    <message>
        <source>Otherwise a short note in the window says that it was sent.</source>
        <translation>선택하지 않으면 창 안의 짧은 알림으로 전송 완료를 알립니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Start Qpost when Windows starts</source>
        <translation>Windows 시작 시 Qpost 실행</translation>
    </message>
    <message>
        <source>Start Qpost when the computer starts</source>
        <translation>컴퓨터 시작 시 Qpost 실행</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Drafts and replies waiting to be sent are kept on this computer.</source>
        <translation>임시저장 글과 전송 대기 중인 답변은 이 컴퓨터에 보관됩니다.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Qpost {version}</source>
        <translation>Qpost {version}</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0</source>
        <translation>Apache License 2.0에 따른 자유 소프트웨어</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>데이터 폴더</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>데이터 폴더 열기</translation>
    </message>
    <message>
        <source>Signed in to the demo</source>
        <translation>데모에 로그인됨</translation>
    </message>
    <message>
        <source>Signed in as {login}</source>
        <translation>{login} 계정으로 로그인됨</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>ShippingDialog</name>
    <message>
        <source>Shipping score</source>
        <translation>배송점수 상세</translation>
    </message>
    <message>
        <source>Item no. {number} · {days} (Japan time)</source>
        <translation>상품번호 {number} · {days} (일본 시간)</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reading the shipping score…</source>
        <translation>배송점수를 읽는 중…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>General goods</source>
        <translation>일반상품</translation>
    </message>
    <message>
        <source>Pre-order goods</source>
        <translation>예약상품</translation>
    </message>
    <message>
        <source>Nothing was delivered in these days</source>
        <translation>이 기간에는 배송이 없습니다</translation>
    </message>
    <message>
        <source>This is what was read on {moment}.</source>
        <translation>{moment}에 읽은 내용입니다.</translation>
    </message>
    <message>
        <source>{general} general + {preorder} pre-order = {total}</source>
        <translation>일반 {general} + 예약 {preorder} = {total}</translation>
    </message>
    <message>
        <source>The lines add up to {sum}; the service says {total}.</source>
        <translation>각 행의 합은 {sum}이지만 서비스는 {total}(으)로 알려 왔습니다.</translation>
    </message>
    <message>
        <source>The weights changed on {day}: each delivery counts by those of its day, so a grade whose weight changed has two lines.</source>
        <translation>{day}에 배점이 변경되었습니다. 배송일의 배점으로 계산되므로 배점이 바뀐 등급은 두 줄로 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>ShippingModel</name>
    <message>
        <source>Grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>배점</translation>
    </message>
    <message>
        <source>Local
deliveries</source>
        <translation>국내
건수</translation>
    </message>
    <message>
        <source>Local
points</source>
        <translation>국내
점수</translation>
    </message>
    <message>
        <source>Overseas
deliveries</source>
        <translation>해외
건수</translation>
    </message>
    <message>
        <source>Overseas
points</source>
        <translation>해외
점수</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>{grade}, {days}</source>
        <translation>{grade} ({days})</translation>
    </message>
</context>
<context>
    <name>ShopListModel</name>
    <message>
        <source>nothing unanswered</source>
        <translation>미처리 없음</translation>
    </message>
    <message>
        <source>{count} unanswered</source>
        <translation>미처리 {count}건</translation>
    </message>
</context>
<context>
    <name>ShopsWindow</name>
    <message>
        <source>Qpost - Choose a shop</source>
        <translation>Qpost - 숍 선택</translation>
    </message>
    <message>
        <source>Choose a shop</source>
        <translation>숍 선택</translation>
    </message>
    <message>
        <source>Check the name, then confirm. You can change the shop later.</source>
        <translation>이름을 확인한 후 선택해 주십시오. 숍은 나중에 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Find by name or code</source>
        <translation>이름 또는 코드로 찾기</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>숍</translation>
    </message>
    <message>
        <source>Choose this shop</source>
        <translation>선택 완료</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>다른 계정 사용</translation>
    </message>
    <message>
        <source>No shop contains what you typed.</source>
        <translation>입력한 내용을 포함하는 숍이 없습니다.</translation>
    </message>
    <message>
        <source>This account has no shop yet. Sign in with the account that has one.</source>
        <translation>이 계정에는 아직 숍이 없습니다. 숍이 있는 계정으로 로그인해 주십시오.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Customer</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Inquiry no.</source>
        <translation>문의번호</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Restricted for this item</source>
        <translation>이 상품에서 제한됨</translation>
    </message>
    <message>
        <source>Hidden from the item page</source>
        <translation>상품 페이지에서 비공개됨</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>상품번호</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Inquiries, 7 days</source>
        <translation>문의(7일)</translation>
    </message>
    <message>
        <source>Open the item page</source>
        <translation>상품 페이지 열기</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Cart no.</source>
        <translation>장바구니번호</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제일</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>발송일</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>배송완료일</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>택배사</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>송장번호</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>기한 내</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>{name} 복사</translation>
    </message>
</context>
<context>
    <name>SignInFields</name>
    <message>
        <source>Login location</source>
        <translation>로그인 지역</translation>
    </message>
    <message>
        <source>China</source>
        <translation>중국</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>기타 국가</translation>
    </message>
    <message>
        <source>ID or e-mail address</source>
        <translation>ID 또는 이메일 주소</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Your label (optional)</source>
        <translation>담당자 라벨(선택)</translation>
    </message>
    <message>
        <source>for example A1</source>
        <translation>예: A1</translation>
    </message>
    <message>
        <source>Shows your colleagues who is handling an inquiry</source>
        <translation>누가 문의를 처리 중인지 동료에게 표시합니다</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>표시 언어</translation>
    </message>
    <message>
        <source>Save login information</source>
        <translation>로그인 정보 저장</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s credential store, never in a file</source>
        <translation>시스템의 자격 증명 저장소에 보관되며 파일에는 저장되지 않습니다</translation>
    </message>
    <message>
        <source>Start Qpost when Windows starts</source>
        <translation>Windows 시작 시 Qpost 실행</translation>
    </message>
    <message>
        <source>Start Qpost when the computer starts</source>
        <translation>컴퓨터 시작 시 Qpost 실행</translation>
    </message>
    <message>
        <source>Qoo10 ID</source>
        <translation>Qoo10 ID</translation>
    </message>
    <message>
        <source>Enter your ID or e-mail address.</source>
        <translation>ID 또는 이메일 주소를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Enter your Qoo10 ID.</source>
        <translation>Qoo10 ID를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>비밀번호를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Enter the address of your Qpost service.</source>
        <translation>Qpost 서비스의 주소를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock이 켜져 있습니다.</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Qpost - Sign in</source>
        <translation>Qpost - 로그인</translation>
    </message>
    <message>
        <source>Sign in, then choose your shop</source>
        <translation>로그인한 후 숍을 선택해 주십시오</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Starting the demo…</source>
        <translation>데모를 시작하는 중…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>로그인하는 중…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
</context>
<context>
    <name>TemplatePopup</name>
    <message>
        <source>Search templates</source>
        <translation>템플릿 검색</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>No template matches.</source>
        <translation>조건에 맞는 템플릿이 없습니다.</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>본문 복사</translation>
    </message>
    <message>
        <source>Ctrl+T in a reply inserts a template; names in braces, such as {customer}, are filled in.</source>
        <translation>답변 작성 중 Ctrl+T로 템플릿을 넣을 수 있습니다. {customer}처럼 중괄호로 묶은 이름은 자동으로 채워집니다.</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>No inquiry is open</source>
        <translation>열려 있는 문의가 없습니다</translation>
    </message>
    <message>
        <source>Choose one on the left; J and K or the arrows walk the list.</source>
        <translation>왼쪽에서 선택해 주십시오. J, K 키나 화살표 키로 목록을 이동할 수 있습니다.</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>자동답변</translation>
    </message>
    <message>
        <source>Send the courtesy text and settle the inquiry (Ctrl+Shift+A)</source>
        <translation>안내 문구를 보내고 문의를 답변완료로 변경(Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>비공개</translation>
    </message>
    <message>
        <source>{status}, waiting {time}</source>
        <translation>{status}, {time} 대기</translation>
    </message>
    <message>
        <source>{name} is replying</source>
        <translation>{name} 님이 답변 중</translation>
    </message>
    <message>
        <source>{name} is reading this</source>
        <translation>{name} 님이 보는 중</translation>
    </message>
    <message>
        <source>Mail the reason to the customer and hide the question</source>
        <translation>고객에게 사유를 메일로 보내고 문의를 비공개로 변경</translation>
    </message>
    <message>
        <source>This question is hidden already.</source>
        <translation>이미 비공개 처리된 문의입니다.</translation>
    </message>
    <message>
        <source>This connection cannot hide questions; QSM can.</source>
        <translation>이 연결로는 질문을 비공개할 수 없습니다. QSM에서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Reply first: only an answered question can be hidden.</source>
        <translation>먼저 답변해 주십시오. 답변한 문의만 비공개로 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>Hide in QSM</source>
        <translation>QSM에서 비공개</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Show earlier messages ({count})</source>
        <translation>이전 메시지 보기({count})</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message numerus="yes">
        <source>Total of %n item(s)</source>
        <translation>
            <numerusform>합계(%n개)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Qpost: not signed in</source>
        <translation>Qpost: 로그인되어 있지 않음</translation>
    </message>
    <message numerus="yes">
        <source>Qpost: %n customer(s) wait for an answer</source>
        <translation>
            <numerusform>Qpost: 고객 %n명이 답변 대기 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications paused until {time}</source>
        <translation>{time}까지 알림 일시 중지</translation>
    </message>
    <message>
        <source>Qpost is not signed in</source>
        <translation>Qpost에 로그인되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Sign in to hear of customers again.</source>
        <translation>고객 소식을 다시 받으려면 로그인하세요.</translation>
    </message>
    <message>
        <source>Qpost goes on in the tray</source>
        <translation>Qpost는 트레이에서 계속 실행됩니다</translation>
    </message>
    <message>
        <source>You still hear of customers. To quit, use the icon&apos;s menu; the settings change this.</source>
        <translation>고객 소식을 계속 알려 드립니다. 종료는 아이콘 메뉴에서, 변경은 설정에서 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Open Qpost</source>
        <translation>Qpost 열기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Quit Qpost</source>
        <translation>Qpost 종료</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1시간 동안</translation>
    </message>
    <message>
        <source>Until tomorrow, 8:00</source>
        <translation>내일 8:00까지</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>지금 다시 시작</translation>
    </message>
    <message>
        <source>{shop}  ({count})</source>
        <translation>{shop}  ({count})</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>알림 일시 중지</translation>
    </message>
    <message>
        <source>Notifications paused until {time}</source>
        <translation>{time}까지 알림 일시 중지</translation>
    </message>
</context>
<context>
    <name>TraySection</name>
    <message>
        <source>Tray</source>
        <translation>트레이</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>창을 닫아도 계속 실행</translation>
    </message>
    <message>
        <source>Qpost stays as an icon beside the clock. Where there is no such place, it ends.</source>
        <translation>시계 옆에 아이콘으로 남습니다. 트레이가 없으면 종료됩니다.</translation>
    </message>
    <message>
        <source>Start in the tray when the computer starts</source>
        <translation>컴퓨터를 켤 때 트레이에서 시작</translation>
    </message>
    <message>
        <source>Otherwise its window opens.</source>
        <translation>끄면 창이 열립니다.</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved yet</source>
        <translation>아직 저장되지 않음</translation>
    </message>
    <message>
        <source>What you have written would be lost with the window.</source>
        <translation>창을 닫으면 작성한 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>What you have written</source>
        <translation>작성한 내용</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>버리고 닫기</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>내용 복사</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>열어 두기</translation>
    </message>
    <message>
        <source>What you write for hiding a question is kept only as long as Qpost runs.</source>
        <translation>문의를 비공개로 하려고 쓴 글은 Qpost가 실행되는 동안만 유지됩니다.</translation>
    </message>
    <message>
        <source>Without a credential store nothing is kept on this computer: drafts and what is not sent yet end with Qpost.</source>
        <translation>자격 증명 저장소가 없어 이 컴퓨터에 아무것도 저장되지 않습니다. 임시저장 글과 아직 보내지 않은 내용은 Qpost를 종료하면 사라집니다.</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>What is new</source>
        <translation>새로운 내용</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>페이지 열기</translation>
    </message>
    <message>
        <source>Open the page of the release in the browser</source>
        <translation>릴리스 페이지를 브라우저에서 열기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Not this version</source>
        <translation>이 버전 건너뛰기</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>다운로드 진행률</translation>
    </message>
    <message>
        <source>Install when I quit</source>
        <translation>종료할 때 설치</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Do not install</source>
        <translation>설치 안 함</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Downloading Qpost {version}: {percent} %</source>
        <translation>Qpost {version} 다운로드 중: {percent} %</translation>
    </message>
    <message>
        <source>Qpost {version} will be installed when you quit.</source>
        <translation>Qpost {version}은(는) 종료할 때 설치됩니다.</translation>
    </message>
    <message>
        <source>Qpost {version} is available.</source>
        <translation>Qpost {version}을(를) 사용할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Look for new versions once a day</source>
        <translation>하루에 한 번 새 버전 확인</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>지금 확인</translation>
    </message>
    <message>
        <source>Address for updates</source>
        <translation>업데이트 주소</translation>
    </message>
    <message>
        <source>Nothing is downloaded or installed before you choose it.</source>
        <translation>선택하기 전에는 아무것도 다운로드하거나 설치하지 않습니다.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>This is Qpost {version}.</source>
        <translation>현재 버전은 Qpost {version}입니다.</translation>
    </message>
    <message>
        <source>Looking for a new version…</source>
        <translation>새 버전을 확인하는 중…</translation>
    </message>
    <message>
        <source>There is no newer version.</source>
        <translation>최신 버전입니다.</translation>
    </message>
    <message>
        <source>Last checked: {moment}</source>
        <translation>마지막 확인: {moment}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>Settlement money</source>
        <translation>정산금</translation>
    </message>
    <message>
        <source>Q points</source>
        <translation>Q포인트</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>Gift tickets</source>
        <translation>기프트권</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Q stamps</source>
        <translation>Q스탬프</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>지갑</translation>
    </message>
    <message>
        <source>Wallet: {facts}</source>
        <translation>지갑: {facts}</translation>
    </message>
</context>
<context>
    <name>_Balloon</name>
    <message>
        <source>Show the whole text</source>
        <translation>전체 글 보기</translation>
    </message>
</context>
</TS>
