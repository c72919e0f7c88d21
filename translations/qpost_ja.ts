<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AmountStep</name>
    <message>
        <source>How much do you want to charge? 1 Qcash costs ¥1.</source>
        <translation>いくらチャージしますか。1 Qcashは1円です。</translation>
    </message>
    <message>
        <source>{qcash} for {price}</source>
        <translation>{price}で{qcash}</translation>
    </message>
</context>
<context>
    <name>AmountWords</name>
    <message>
        <source>{sign}¥{number}</source>
        <translation>{sign}{number}円</translation>
    </message>
    <message>
        <source>{sign}{number} Qcash</source>
        <translation>{sign}{number} Qcash</translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} point(s)</source>
        <translation>
            <numerusform>{sign}{number}ポイント</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} transaction(s)</source>
        <translation>
            <numerusform>{sign}{number}件</numerusform>
        </translation>
    </message>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>transactions</source>
        <translation>件</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>比較できる数値なし</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>増減なし</translation>
    </message>
    <message>
        <source>up {percent}</source>
        <translation>{percent} 増</translation>
    </message>
    <message>
        <source>down {percent}</source>
        <translation>{percent} 減</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Save file</source>
        <translation>ファイルを保存</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} として保存しました</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
</context>
<context>
    <name>AutoReplyDialog</name>
    <message>
        <source>Auto-reply</source>
        <translation>自動回答</translation>
    </message>
    <message>
        <source>Send this text to {customer} and set the inquiry to “Answered”?</source>
        <translation>この文面を {customer} 様に送信し、問い合わせを「回答完了」にしますか？</translation>
    </message>
    <message numerus="yes">
        <source>Send this text to %n customer(s) and set their inquiries to “Answered”?</source>
        <translation>
            <numerusform>この文面を %n 人のお客様に送信し、それぞれの問い合わせを「回答完了」にしますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>For inquiries settled elsewhere, and for “I see” or “thank you”.</source>
        <translation>メールや電話などで対応済みの問い合わせや、「わかりました」「ありがとうございます」といった返事に使います。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>CategoryMenu</name>
    <message>
        <source>All categories</source>
        <translation>すべてのカテゴリ</translation>
    </message>
    <message>
        <source>All of {category}</source>
        <translation>{category}すべて</translation>
    </message>
</context>
<context>
    <name>ChargeDesk</name>
    <message>
        <source>This connection does not offer charging.</source>
        <translation>この接続ではチャージを利用できません。</translation>
    </message>
    <message>
        <source>The last charge has to be clear first.</source>
        <translation>前回のチャージの結果が確認できるまでお待ちください。</translation>
    </message>
    <message>
        <source>A charge is under way.</source>
        <translation>チャージの処理中です。</translation>
    </message>
    <message>
        <source>Charging needs the network.</source>
        <translation>チャージにはネットワーク接続が必要です。</translation>
    </message>
    <message>
        <source>Reading the payment methods…</source>
        <translation>決済方法を読み込み中…</translation>
    </message>
    <message>
        <source>This shop cannot charge Qcash here.</source>
        <translation>このショップではここからQcashをチャージできません。</translation>
    </message>
    <message>
        <source>The charge was refused. Nothing was charged.</source>
        <translation>チャージは受け付けられませんでした。何もチャージされていません。</translation>
    </message>
    <message>
        <source>The unclear charge did not go through. Nothing was charged.</source>
        <translation>確認中だったチャージは行われていませんでした。何もチャージされていません。</translation>
    </message>
    <message>
        <source>{qcash} charged</source>
        <translation>{qcash}をチャージしました</translation>
    </message>
    <message>
        <source>The charge of {price} was cancelled</source>
        <translation>{price}のチャージは取り消されました</translation>
    </message>
    <message>
        <source>{price} waits for your payment</source>
        <translation>{price}のお支払いを待っています</translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>Charge Qcash</source>
        <translation>Qcashのチャージ</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>応答を待っています</translation>
    </message>
    <message>
        <source>1  Amount</source>
        <translation>1  金額</translation>
    </message>
    <message>
        <source>2  Method</source>
        <translation>2  決済方法</translation>
    </message>
    <message>
        <source>3  Confirm</source>
        <translation>3  確認</translation>
    </message>
    <message>
        <source>{step} (current step)</source>
        <translation>{step}（現在のステップ）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Charging…</source>
        <translation>チャージ中…</translation>
    </message>
    <message>
        <source>Charge {price}</source>
        <translation>{price}をチャージする</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{when}: {figure}</source>
        <translation>{when}：{figure}</translation>
    </message>
    <message>
        <source>There are no figures for this period.</source>
        <translation>この期間のデータはありません。</translation>
    </message>
    <message>
        <source>{day} (JST)</source>
        <translation>{day}（JST）</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>棒グラフ</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>折れ線グラフ</translation>
    </message>
    <message>
        <source>{kind}, {first} to {last} (JST). Lowest: {lowest}, {lowest_when}. Highest: {highest}, {highest_when}. Latest: {latest}. Left and Right move from value to value.</source>
        <translation>{kind}、{first}～{last}（JST）。最低：{lowest_when} の {lowest}。最高：{highest_when} の {highest}。最新：{latest}。左右の矢印キーで値を移動します。</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as chart</source>
        <translation>グラフで表示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>表で表示</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Enter the Q account password.</source>
        <translation>Q通帳パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Too many wrong Q account passwords. Nothing was charged. Try again in {minutes} min.</source>
        <translation>Q通帳パスワードの間違いが続きました。何もチャージされていません。{minutes}分後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>You get</source>
        <translation>チャージ額</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>お支払い金額</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>決済方法</translation>
    </message>
    <message>
        <source>Balance afterwards</source>
        <translation>チャージ後の残高</translation>
    </message>
    <message>
        <source>Qcash cannot be cancelled or refunded.</source>
        <translation>Qcashのチャージは取り消しも払い戻しもできません。</translation>
    </message>
    <message>
        <source>Qcash never expires.</source>
        <translation>Qcashに有効期限はありません。</translation>
    </message>
    <message>
        <source>Qcash is forfeited when the shop leaves Qoo10.</source>
        <translation>Qoo10を退会すると、残っているQcashは失効します。</translation>
    </message>
    <message>
        <source>Q account password (not the sign-in password)</source>
        <translation>Q通帳パスワード（ログインのパスワードとは別です）</translation>
    </message>
    <message>
        <source>After ordering you get the address of the payment page. Qpost never asks for card or bank data. An order that is not paid within 5 days is cancelled.</source>
        <translation>注文すると、決済ページのアドレスが表示されます。Qpostがカードや銀行の情報をお尋ねすることはありません。5日以内にお支払いがない注文は取り消されます。</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lockがオンになっています。</translation>
    </message>
</context>
<context>
    <name>ConnectionBox</name>
    <message>
        <source>Qpost service</source>
        <translation>Qpostサービス</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>サービスのアドレス</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>デモを試す</translation>
    </message>
    <message>
        <source>Where Qoo10 issues API keys (QSM)</source>
        <translation>APIキーの発行はこちら（QSM）</translation>
    </message>
    <message>
        <source>Qoo10 API key</source>
        <translation>Qoo10 APIキー</translation>
    </message>
    <message>
        <source>Straight to Qoo10: read inquiries and answer them. Hiding, files, the state “answering”, points and Qcash stay in QSM.</source>
        <translation>Qoo10に直接つなぎ、問い合わせを読んで回答します。非表示、ファイル、「回答中」の状態、ポイント、QcashはQSMでご利用ください。</translation>
    </message>
    <message>
        <source>A made-up shop on this computer. It needs no ID and nothing leaves the computer.</source>
        <translation>このコンピューター上に用意された架空のショップです。IDは不要で、データは外部に送信されません。</translation>
    </message>
    <message>
        <source>Connection: {name}</source>
        <translation>接続先：{name}</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>A new message arrived while you were here. Read it before you send.</source>
        <translation>この画面を開いている間に新しいメッセージが届きました。送信する前にお読みください。</translation>
    </message>
    <message>
        <source>Reading the messages…</source>
        <translation>メッセージを読み込んでいます…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>ConversionCard</name>
    <message>
        <source>Can be converted into Qcash</source>
        <translation>Qcashに転換できるポイント</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>転換する…</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>転換しています…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>ブラウザーでQSMを開く</translation>
    </message>
    <message>
        <source>Converting needs the network.</source>
        <translation>転換にはネットワーク接続が必要です。</translation>
    </message>
    <message>
        <source>The answer of {moment} did not arrive. It is being read back; nothing is converted twice.</source>
        <translation>{moment}の応答が届きませんでした。結果を確認しています。二重に転換されることはありません。</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>まだ読み込まれていません</translation>
    </message>
    <message>
        <source>{qcash} received for {points} on {moment}</source>
        <translation>{moment}に{points}を{qcash}に転換済み</translation>
    </message>
    <message>
        <source>Converted already this month</source>
        <translation>今月は転換済みです</translation>
    </message>
    <message>
        <source>Not read yet this month</source>
        <translation>今月分はまだ読み込まれていません</translation>
    </message>
    <message>
        <source>The month has ended. What was not converted is lost.</source>
        <translation>月が替わりました。転換しなかったポイントは失効しました。</translation>
    </message>
    <message>
        <source>{points} below the next 100 are lost</source>
        <translation>100未満の端数{points}は失効</translation>
    </message>
    <message>
        <source>This connection cannot convert; QSM can.</source>
        <translation>この接続では転換できません。QSMで転換できます。</translation>
    </message>
    <message>
        <source>Last month: {points}. A minus is not carried over.</source>
        <translation>先月: {points}。マイナスは繰り越されません。</translation>
    </message>
    <message>
        <source>Last month: {points}. It takes {unit} at least.</source>
        <translation>先月: {points}。{unit}以上で転換できます。</translation>
    </message>
</context>
<context>
    <name>ConvertDialog</name>
    <message>
        <source>Convert service points</source>
        <translation>サービスポイントの転換</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>転換中</translation>
    </message>
    <message>
        <source>Service points of {month}</source>
        <translation>{month}のサービスポイント</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>転換済み</translation>
    </message>
    <message>
        <source>Lost (below the next 100)</source>
        <translation>失効（100未満の端数）</translation>
    </message>
    <message>
        <source>To be converted</source>
        <translation>転換するポイント</translation>
    </message>
    <message>
        <source>{points} were converted on {moment}. You now have {balance}.</source>
        <translation>{moment}に{points}を転換しました。現在の残高は{balance}です。</translation>
    </message>
    <message>
        <source>The service did not answer, so it is not known yet whether the points were converted. This is being read back; nothing is converted twice.</source>
        <translation>サービスから応答がなく、転換されたかどうかはまだ分かりません。結果を確認しています。二重に転換されることはありません。</translation>
    </message>
    <message>
        <source>Convert all of last month&apos;s points?</source>
        <translation>先月のポイントをすべて転換しますか？</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>転換しています…</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>転換する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Show the Qcash ledger</source>
        <translation>Qcashの明細を表示</translation>
    </message>
    <message>
        <source>{points} → {qcash}</source>
        <translation>{points} → {qcash}</translation>
    </message>
    <message>
        <source>1 point becomes 1 Qcash, worth 1 yen.</source>
        <translation>1ポイントは1 Qcash（1円相当）になります。</translation>
    </message>
    <message>
        <source>Points are converted in units of 100; what is left over is lost.</source>
        <translation>100ポイント単位で転換され、端数は失効します。</translation>
    </message>
    <message>
        <source>Only once a month, all at once. It cannot be taken back.</source>
        <translation>月に1回、全ポイントを一括で転換します。取り消しはできません。</translation>
    </message>
    <message>
        <source>Possible until {moment}; nothing is carried over.</source>
        <translation>{moment}まで転換できます。翌月への繰り越しはありません。</translation>
    </message>
</context>
<context>
    <name>CornerNotice</name>
    <message>
        <source>Close this notice</source>
        <translation>この通知を閉じる</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Ended {end}</source>
        <translation>{end} に終了</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) {hours} h left, until {end}</source>
        <translation>
            <numerusform>残り %n 日 {hours} 時間（{end} まで）</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left, until {end}</source>
        <translation>残り {hours} 時間 {minutes} 分（{end} まで）</translation>
    </message>
    <message>
        <source>{minutes} min left, until {end}</source>
        <translation>残り {minutes} 分（{end} まで）</translation>
    </message>
    <message>
        <source>Less than a minute left, until {end}</source>
        <translation>残り 1 分未満（{end} まで）</translation>
    </message>
</context>
<context>
    <name>CourtesyEdit</name>
    <message>
        <source>Text of auto-replies</source>
        <translation>自動回答の文面</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write at least one character.</source>
        <translation>1文字以上入力してください。</translation>
    </message>
    <message>
        <source>This is longer than Qoo10 takes.</source>
        <translation>Qoo10で送れる長さを超えています。</translation>
    </message>
</context>
<context>
    <name>DatePopup</name>
    <message>
        <source>From (Japan time)</source>
        <translation>開始日（日本時間）</translation>
    </message>
    <message>
        <source>To (Japan time)</source>
        <translation>終了日（日本時間）</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>すべての期間</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>The first day lies after the last day.</source>
        <translation>開始日が終了日より後になっています。</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M/d</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
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
        <translation>しばらくしてから</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>{seconds}秒後に</translation>
    </message>
    <message>
        <source>in {minutes} min</source>
        <translation>{minutes}分後に</translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was lost.</source>
        <translation>サービスへのリクエストが多すぎます。失われたデータはありません。</translation>
    </message>
    <message>
        <source>What waits is sent by itself; otherwise try again {wait}.</source>
        <translation>送信待ちのものは自動的に送信されます。それ以外の操作は{wait}もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was lost.</source>
        <translation>サービスは一時的に利用できません。失われたデータはありません。</translation>
    </message>
    <message>
        <source>It is tried again by itself; otherwise try again {wait}.</source>
        <translation>自動的に再試行されます。それ以外の操作は{wait}もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service failed on this request. Your text is kept.</source>
        <translation>サービスがこの要求を処理できませんでした。入力した文章は保存されています。</translation>
    </message>
    <message>
        <source>Try again; if it stays, give the details to whoever runs the service.</source>
        <translation>もう一度お試しください。解決しない場合は、詳細をサービスの管理者にお知らせください。</translation>
    </message>
    <message>
        <source>The service cannot be reached. What you have written is kept.</source>
        <translation>サービスに接続できません。入力した内容は保存されています。</translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address; it is tried again by itself.</source>
        <translation>ネットワークとサービスのアドレスを確認してください。自動的に再接続を試みます。</translation>
    </message>
    <message>
        <source>The service did not answer in time. What you have written is kept.</source>
        <translation>サービスから時間内に応答がありませんでした。入力した内容は保存されています。</translation>
    </message>
    <message>
        <source>The network may be slow: try again.</source>
        <translation>ネットワークが遅い可能性があります。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The connection broke off. What you have written is kept.</source>
        <translation>接続が途中で切れました。入力した内容は保存されています。</translation>
    </message>
    <message>
        <source>It is checked what arrived before anything is sent again.</source>
        <translation>届いた内容を確認してから、必要なものだけを再送します。</translation>
    </message>
    <message>
        <source>The service could not prove who it is, so nothing was sent to it.</source>
        <translation>サービスの身元を確認できなかったため、何も送信していません。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and the address; the certificate may be expired.</source>
        <translation>このコンピューターの日付とアドレスを確認してください。証明書の期限が切れている可能性もあります。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the connection through.</source>
        <translation>ネットワークのプロキシが接続を許可していません。</translation>
    </message>
    <message>
        <source>Check the system&apos;s proxy settings, or ask whoever looks after the network.</source>
        <translation>システムのプロキシ設定を確認するか、ネットワークの管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>The network answered with a page of its own instead of the service.</source>
        <translation>サービスではなく、ネットワークのログインページなどが応答しました。</translation>
    </message>
    <message>
        <source>Sign in to this network in a web browser, then try again.</source>
        <translation>ウェブブラウザーでこのネットワークにログインしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This address is not encrypted (http), so no password is sent to it.</source>
        <translation>このアドレスは暗号化されていない（http）ため、パスワードを送信しません。</translation>
    </message>
    <message>
        <source>Use an address that begins with https://</source>
        <translation>https:// で始まるアドレスを入力してください</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved.</source>
        <translation>ディスクの空き容量がないため、保存できません。</translation>
    </message>
    <message>
        <source>Keep this window open, free some space, then try again.</source>
        <translation>この画面を開いたまま空き容量を増やし、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Qpost may not write into its data folder.</source>
        <translation>Qpostのデータフォルダーに書き込めません。</translation>
    </message>
    <message>
        <source>Keep this window open, allow writing to the folder, then try again.</source>
        <translation>この画面を開いたままフォルダーへの書き込みを許可し、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The local data is damaged: {file}. The service still has your inquiries.</source>
        <translation>ローカルデータが破損しています：{file}。問い合わせはサービスに残っています。</translation>
    </message>
    <message>
        <source>Copy what you are writing, then start Qpost again: it saves drafts and unsent replies and reads the inquiries anew.</source>
        <translation>入力中の文章をコピーしてからQpostを再起動してください。下書きと未送信の返信を保存し、問い合わせを読み込み直します。</translation>
    </message>
    <message>
        <source>A newer Qpost wrote the local data: {file}. It was left untouched.</source>
        <translation>ローカルデータはより新しいQpostで作成されています：{file}。変更は加えていません。</translation>
    </message>
    <message>
        <source>Install the newest Qpost.</source>
        <translation>最新のQpostをインストールしてください。</translation>
    </message>
    <message>
        <source>Another program holds the local data. Nothing was changed.</source>
        <translation>別のプログラムがデータを使用しています。何も変更していません。</translation>
    </message>
    <message>
        <source>Close the other Qpost, then try again.</source>
        <translation>もう一つのQpostを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The local data could not be used. Nothing on the service was changed.</source>
        <translation>保存されたデータを使用できませんでした。サービス側のデータは変更していません。</translation>
    </message>
    <message>
        <source>Try again; if it stays, start Qpost again.</source>
        <translation>もう一度お試しください。解決しない場合は、Qpostを再起動してください。</translation>
    </message>
    <message>
        <source>Qpost did not end properly and part of the local data is damaged. Drafts at hand: {drafts}; unsent replies: {replies}.</source>
        <translation>Qpostが正常に終了せず、ローカルデータの一部が破損しています。手元の下書き：{drafts}件、未送信の返信：{replies}件。</translation>
    </message>
    <message>
        <source>The very last ones may be missing; please look through them.</source>
        <translation>最後に書いたものが欠けている可能性があります。ご確認ください。</translation>
    </message>
    <message>
        <source>The local data was damaged and has been made anew. Drafts saved: {drafts}; unsent replies saved: {replies}.</source>
        <translation>ローカルデータが破損していたため、作り直しました。保存できた下書き：{drafts}件、未送信の返信：{replies}件。</translation>
    </message>
    <message>
        <source>None is missing. The inquiries are read again from the service.</source>
        <translation>失われたものはありません。問い合わせはサービスから読み込み直します。</translation>
    </message>
    <message>
        <source>Some could not be read and may be missing; please look through them. The inquiries are read again from the service.</source>
        <translation>一部は読み取れず、失われた可能性があります。ご確認ください。問い合わせはサービスから読み込み直します。</translation>
    </message>
    <message>
        <source>This system has no credential store, so the sign-in is not kept.</source>
        <translation>このシステムには資格情報ストアがないため、ログイン情報は保存されません。</translation>
    </message>
    <message>
        <source>You are asked again next time; drafts last until Qpost is closed.</source>
        <translation>次回はもう一度ログインが必要です。下書きはQpostを終了するまで保持されます。</translation>
    </message>
    <message>
        <source>The system&apos;s credential store is locked, so the sign-in is not kept.</source>
        <translation>システムの資格情報ストアがロックされているため、ログイン情報は保存されません。</translation>
    </message>
    <message>
        <source>Unlock it and sign in again to keep drafts and sign-in on this computer.</source>
        <translation>ロックを解除してもう一度ログインすると、下書きとログイン情報がこのコンピューターに保存されます。</translation>
    </message>
    <message>
        <source>The system&apos;s credential store does not answer, so the sign-in is not kept.</source>
        <translation>システムの資格情報ストアが応答しないため、ログイン情報は保存されません。</translation>
    </message>
    <message>
        <source>Look for a window asking for its password, then sign in again.</source>
        <translation>パスワードを求める画面が開いていないか確認してから、もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>The system&apos;s credential store refused, so the sign-in is not kept.</source>
        <translation>システムの資格情報ストアに拒否されたため、ログイン情報は保存されません。</translation>
    </message>
    <message>
        <source>Check its settings; until then drafts last until Qpost is closed.</source>
        <translation>資格情報ストアの設定を確認してください。それまでの下書きはQpostを終了するまで保持されます。</translation>
    </message>
    <message>
        <source>{file_name} cannot be read, so it was not attached.</source>
        <translation>{file_name} を読み取れないため、添付されませんでした。</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may open it.</source>
        <translation>ファイルが存在し、開く権限があることを確認してください。</translation>
    </message>
    <message>
        <source>{file_name} is larger than 10 MiB, so it was not attached.</source>
        <translation>{file_name} は10 MiBを超えているため、添付されませんでした。</translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation>より小さいファイルを選択してください。</translation>
    </message>
    <message>
        <source>{file_name} is empty, so it was not attached.</source>
        <translation>{file_name} は空のため、添付されませんでした。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>{file_name} could not be saved there.</source>
        <translation>{file_name} をその場所に保存できませんでした。</translation>
    </message>
    <message>
        <source>Choose another folder or free some space.</source>
        <translation>別のフォルダーを選択するか、空き容量を増やしてください。</translation>
    </message>
    <message>
        <source>The disk is full, so {file_name} was not saved.</source>
        <translation>ディスクの空き容量が足りないため、{file_name} は保存されませんでした。</translation>
    </message>
    <message>
        <source>Free some space or choose another disk, then save again.</source>
        <translation>空き容量を増やすか別のディスクを選んで、もう一度保存してください。</translation>
    </message>
    <message>
        <source>{file_name} is open in another program, so it was not replaced.</source>
        <translation>{file_name} は別のプログラムで開かれているため、置き換えませんでした。</translation>
    </message>
    <message>
        <source>Close it there or choose another name, then save again.</source>
        <translation>そちらを閉じるか別の名前を選んで、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This connection does not offer this.</source>
        <translation>この接続ではこの機能を利用できません。</translation>
    </message>
    <message>
        <source>Everything else goes on as before.</source>
        <translation>その他の機能はこれまでどおり利用できます。</translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation>デモを開始できませんでした。</translation>
    </message>
    <message>
        <source>Install Qpost with its service part, or connect to a Qpost service.</source>
        <translation>サービス部分を含めてQpostをインストールするか、Qpostサービスに接続してください。</translation>
    </message>
    <message>
        <source>The system did not accept the start setting.</source>
        <translation>自動起動の設定がシステムに受け付けられませんでした。</translation>
    </message>
    <message>
        <source>Allow Qpost in the system&apos;s start-up settings, then choose again.</source>
        <translation>システムのスタートアップ設定でQpostを許可してから、もう一度選択してください。</translation>
    </message>
    <message>
        <source>This connection does not offer inquiries.</source>
        <translation>この接続では問い合わせを利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer replies.</source>
        <translation>この接続では回答を利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer auto-reply.</source>
        <translation>この接続では自動回答を利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer hiding.</source>
        <translation>この接続では非表示を利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer files.</source>
        <translation>この接続ではファイルを利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer templates.</source>
        <translation>この接続ではテンプレートを利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer live updates.</source>
        <translation>この接続では自動更新を利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer service points.</source>
        <translation>この接続ではサービスポイントを利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer converting points.</source>
        <translation>この接続ではポイントの転換を利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer Qcash.</source>
        <translation>この接続ではQcashを利用できません。</translation>
    </message>
    <message>
        <source>This connection does not offer charging Qcash.</source>
        <translation>この接続ではQcashのチャージを利用できません。</translation>
    </message>
    <message>
        <source>This connection does not show who else is at work.</source>
        <translation>この接続では、ほかの担当者の状況は表示されません。</translation>
    </message>
    <message>
        <source>This connection does not offer orders.</source>
        <translation>この接続では注文を利用できません。</translation>
    </message>
    <message>
        <source>Something unexpected happened. Qpost goes on; what you have written is kept.</source>
        <translation>予期しない問題が発生しました。Qpostは引き続き利用でき、入力した内容は保存されています。</translation>
    </message>
    <message>
        <source>If it happens again, please report the details.</source>
        <translation>再び発生する場合は、詳細をお知らせください。</translation>
    </message>
    <message>
        <source>The service answered with something this version does not know: {code}.</source>
        <translation>サービスから、このバージョンでは扱えない応答がありました：{code}。</translation>
    </message>
    <message>
        <source>Nothing you have written was lost. A newer Qpost may know it.</source>
        <translation>入力した内容は失われていません。新しいQpostで対応している可能性があります。</translation>
    </message>
    <message>
        <source>The ID or the password is not correct.</source>
        <translation>IDまたはパスワードが正しくありません。</translation>
    </message>
    <message>
        <source>Check both: five wrong passwords lock the account for 15 minutes.</source>
        <translation>両方をご確認ください。パスワードを5回間違えると、アカウントが15分間ロックされます。</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Drafts and replies not yet sent are kept.</source>
        <translation>ログインの有効期限が切れました。下書きと未送信の回答は保存されています。</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>続けるには、もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords.</source>
        <translation>パスワードを何度も間違えたため、アカウントがロックされています。</translation>
    </message>
    <message>
        <source>Try again in {minutes} min.</source>
        <translation>{minutes}分後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>This account may not do that. Nothing was changed.</source>
        <translation>このアカウントにはその操作の権限がありません。何も変更していません。</translation>
    </message>
    <message>
        <source>Sign in with the account that owns the shop, or ask its owner.</source>
        <translation>ショップの所有者のアカウントでログインするか、所有者にご確認ください。</translation>
    </message>
    <message>
        <source>It no longer exists on the service. What you wrote is kept as a draft.</source>
        <translation>サービス上にはもう存在しません。入力した文章は下書きとして保存されています。</translation>
    </message>
    <message>
        <source>Press Query to read the list again.</source>
        <translation>「検索」を押して一覧を読み込み直してください。</translation>
    </message>
    <message>
        <source>The inquiry was changed meanwhile. Nothing was sent and your text is kept.</source>
        <translation>問い合わせの内容が更新されています。何も送信しておらず、入力した文章は保存されています。</translation>
    </message>
    <message>
        <source>Read what is new, then send again.</source>
        <translation>新しい内容を読んでから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Somebody wrote in this inquiry before your reply left. It was not sent.</source>
        <translation>回答を送信する前に、この問い合わせに新しい書き込みがありました。回答は送信していません。</translation>
    </message>
    <message>
        <source>Your text is kept: read the new message, then send again or change it.</source>
        <translation>入力した文章は保存されています。新しいメッセージを読み、そのまま送信するか、修正してください。</translation>
    </message>
    <message>
        <source>The inquiry was not hidden: nobody has replied to it yet.</source>
        <translation>まだ誰も回答していないため、問い合わせを非表示にできませんでした。</translation>
    </message>
    <message>
        <source>Reply first, then hide it.</source>
        <translation>先に回答してから、非表示にしてください。</translation>
    </message>
    <message>
        <source>The inquiry was not hidden: only the shop and the customer see it anyway.</source>
        <translation>ショップとお客様だけに表示される問い合わせのため、非表示にする必要はありません。</translation>
    </message>
    <message>
        <source>Only public questions on an item page can be hidden.</source>
        <translation>非表示にできるのは、商品ページの公開質問だけです。</translation>
    </message>
    <message>
        <source>It is on its way already and can no longer be taken back.</source>
        <translation>すでに送信中のため、取り消せません。</translation>
    </message>
    <message>
        <source>Write another reply if something has to be put right.</source>
        <translation>訂正が必要な場合は、もう一度回答を送信してください。</translation>
    </message>
    <message>
        <source>The list has to be read from the beginning. Drafts are kept.</source>
        <translation>一覧を最初から読み込み直す必要があります。下書きは保存されています。</translation>
    </message>
    <message>
        <source>This happens by itself and may take a few minutes.</source>
        <translation>自動的に行われ、数分かかることがあります。</translation>
    </message>
    <message>
        <source>The service did not accept what was entered. Your text is kept.</source>
        <translation>入力内容がサービスに受け付けられませんでした。入力した文章は保存されています。</translation>
    </message>
    <message>
        <source>Correct it and send again.</source>
        <translation>修正してから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>The service has already received something else under this number.</source>
        <translation>サービスは、この番号ですでに別の内容を受け取っています。</translation>
    </message>
    <message>
        <source>Your text is kept: look at the history, then send it as a new reply.</source>
        <translation>入力した文章は保存されています。履歴を確認し、新しい回答として送信してください。</translation>
    </message>
    <message>
        <source>A file is larger than the 10 MiB the service accepts. Your text is kept.</source>
        <translation>サービスの上限（10 MiB）を超えるファイルがあります。入力した文章は保存されています。</translation>
    </message>
    <message>
        <source>Take the file out or make it smaller, then send again.</source>
        <translation>ファイルを外すか小さくしてから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>The service does not take this kind of file. Your text is kept.</source>
        <translation>この種類のファイルはサービスに受け付けられません。入力した文章は保存されています。</translation>
    </message>
    <message>
        <source>Use a picture, a PDF, a text or a zip file.</source>
        <translation>画像、PDF、テキスト、zipファイルのいずれかを使用してください。</translation>
    </message>
    <message>
        <source>These dates cannot be shown here.</source>
        <translation>この期間は表示できません。</translation>
    </message>
    <message>
        <source>Choose dates from {min} to {max}.</source>
        <translation>{min}から{max}までの日付を選択してください。</translation>
    </message>
    <message>
        <source>This is not the address of a service.</source>
        <translation>サービスのアドレスではありません。</translation>
    </message>
    <message>
        <source>Enter it like https://qpost.example.com</source>
        <translation>例のように入力してください：https://qpost.example.com</translation>
    </message>
    <message>
        <source>Last month&apos;s points were converted already. Nothing was converted twice.</source>
        <translation>先月のポイントはすでに転換済みです。二重には転換していません。</translation>
    </message>
    <message>
        <source>The Qcash ledger shows the entry.</source>
        <translation>Qcashの利用履歴でご確認いただけます。</translation>
    </message>
    <message>
        <source>The time for converting last month&apos;s points is over.</source>
        <translation>先月のポイントを転換できる期間は終了しました。</translation>
    </message>
    <message>
        <source>The next conversion opens on the 1st, Japan time.</source>
        <translation>次の転換は、日本時間の1日から行えます。</translation>
    </message>
    <message>
        <source>There are fewer than 100 points, so nothing can be converted.</source>
        <translation>100ポイント未満のため、転換できません。</translation>
    </message>
    <message>
        <source>Points are converted in units of 100.</source>
        <translation>ポイントは100ポイント単位で転換されます。</translation>
    </message>
    <message>
        <source>There are other points now than were shown. Nothing was converted.</source>
        <translation>表示されていたポイントと現在のポイントが異なります。転換は行われていません。</translation>
    </message>
    <message>
        <source>Look at the new figures, then convert.</source>
        <translation>新しい数値を確認してから転換してください。</translation>
    </message>
    <message>
        <source>There is not enough money for this amount. Nothing was charged.</source>
        <translation>残高が不足しています。チャージは行われていません。</translation>
    </message>
    <message>
        <source>Choose a smaller amount or another payment method.</source>
        <translation>金額を減らすか、別の支払い方法を選択してください。</translation>
    </message>
    <message>
        <source>Nobody can tell yet whether this took effect. It is not sent a second time.</source>
        <translation>この操作が行われたかどうか、まだ確認できません。二度送信されることはありません。</translation>
    </message>
    <message>
        <source>What happened is looked up as soon as the service answers again.</source>
        <translation>サービスの応答が戻りしだい、結果を確認します。</translation>
    </message>
    <message>
        <source>The Q account password is not correct. Nothing was charged.</source>
        <translation>Q通帳パスワードが正しくありません。チャージは行われていません。</translation>
    </message>
    <message>
        <source>It is not the password you sign in with.</source>
        <translation>ログイン用のパスワードとは異なります。</translation>
    </message>
    <message>
        <source>The service did not accept this. Nothing was converted or charged.</source>
        <translation>サービスに受け付けられませんでした。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>Read the page again (F5), then choose anew.</source>
        <translation>ページを読み直して(F5)、もう一度選んでください。</translation>
    </message>
    <message>
        <source>It no longer exists on the service. Nothing was converted or charged.</source>
        <translation>サービス上にはもう存在しません。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was converted or charged.</source>
        <translation>サービスへのリクエストが多すぎます。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>Try again {wait}.</source>
        <translation>{wait}もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was converted or charged.</source>
        <translation>サービスは一時的に利用できません。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>The service failed on this request. Nothing was converted or charged.</source>
        <translation>サービスがこの要求を処理できませんでした。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>The service cannot be reached. Nothing was converted or charged.</source>
        <translation>サービスに接続できません。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address, then try again.</source>
        <translation>ネットワークとサービスのアドレスを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service did not answer in time. Nothing was converted or charged.</source>
        <translation>サービスから時間内に応答がありませんでした。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>The connection broke off. Nothing was converted or charged.</source>
        <translation>接続が途中で切れました。転換もチャージも行われていません。</translation>
    </message>
    <message>
        <source>Look at the history, then try again.</source>
        <translation>履歴を確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service no longer knows this item.</source>
        <translation>この商品はサービス上にもうありません。</translation>
    </message>
    <message>
        <source>Read the items again (F5).</source>
        <translation>商品を読み直してください(F5)。</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>{field}が入力されていません。</translation>
    </message>
    <message>
        <source>{field} is too long or too short.</source>
        <translation>{field}の長さが正しくありません。</translation>
    </message>
    <message>
        <source>{field} is too long.</source>
        <translation>{field}が長すぎます。</translation>
    </message>
    <message>
        <source>{field} is too short.</source>
        <translation>{field}が短すぎます。</translation>
    </message>
    <message>
        <source>{field} is of the wrong kind.</source>
        <translation>{field}の形式が違います。</translation>
    </message>
    <message>
        <source>{field} is not valid.</source>
        <translation>{field}が正しくありません。</translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation>要求を読み取れませんでした。</translation>
    </message>
    <message>
        <source>{field} names something that does not exist.</source>
        <translation>{field}に存在しないものが指定されています。</translation>
    </message>
    <message>
        <source>{field} cannot be set to this.</source>
        <translation>{field}をこの値に設定することはできません。</translation>
    </message>
    <message>
        <source>{field}: {message}</source>
        <translation>{field}：{message}</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>The status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The sender&apos;s e-mail address</source>
        <translation>送信者のメールアドレス</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>The ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The staff label</source>
        <translation>担当者ラベル</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>This Qpost has no release key, so it cannot tell a true version from a false one.</source>
        <translation>このQpostにはリリース鍵がないため、本物の新しいバージョンかどうかを確かめられません。</translation>
    </message>
    <message>
        <source>New versions are installed by hand.</source>
        <translation>新しいバージョンは手動でインストールしてください。</translation>
    </message>
    <message>
        <source>It is not known where new versions are announced.</source>
        <translation>新しいバージョンの公開先が設定されていません。</translation>
    </message>
    <message>
        <source>Enter the address in the settings, under Updates.</source>
        <translation>設定の「更新」でアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The address for updates is not encrypted (http), so nothing is taken from it.</source>
        <translation>更新用アドレスが暗号化されていない（http）ため、そこからは何も取得しません。</translation>
    </message>
    <message>
        <source>Enter an address for updates that begins with https://</source>
        <translation>https:// で始まる更新用アドレスを入力してください</translation>
    </message>
    <message>
        <source>There is nothing at the address for updates.</source>
        <translation>更新用アドレスには何もありません。</translation>
    </message>
    <message>
        <source>Check the address in the settings, under Updates.</source>
        <translation>設定の「更新」でアドレスを確認してください。</translation>
    </message>
    <message>
        <source>The address for updates cannot be reached.</source>
        <translation>更新用アドレスに接続できません。</translation>
    </message>
    <message>
        <source>Qpost goes on as it is and looks again later.</source>
        <translation>Qpostはこのまま使えます。後でもう一度確認します。</translation>
    </message>
    <message>
        <source>The server for updates is busy.</source>
        <translation>更新サーバーが混み合っています。</translation>
    </message>
    <message>
        <source>It is asked again later by itself.</source>
        <translation>後で自動的にもう一度問い合わせます。</translation>
    </message>
    <message>
        <source>The server for updates does not answer as it should.</source>
        <translation>更新サーバーの応答が正しくありません。</translation>
    </message>
    <message>
        <source>Nothing was changed; it is tried again later.</source>
        <translation>何も変更していません。後でもう一度試します。</translation>
    </message>
    <message>
        <source>The download of the new version was interrupted.</source>
        <translation>新しいバージョンのダウンロードが中断されました。</translation>
    </message>
    <message>
        <source>What came is kept, and it goes on by itself.</source>
        <translation>受信した分は残っており、自動的に続きから再開します。</translation>
    </message>
    <message>
        <source>What stands at the address for updates cannot be read.</source>
        <translation>更新用アドレスにある内容を読み取れません。</translation>
    </message>
    <message>
        <source>Check the address, or tell whoever publishes Qpost.</source>
        <translation>アドレスを確認するか、Qpostの公開元に知らせてください。</translation>
    </message>
    <message>
        <source>The announced version is not signed by the makers of Qpost, so it was refused.</source>
        <translation>公開されたバージョンにQpostの作成元の署名がないため、拒否しました。</translation>
    </message>
    <message>
        <source>Nothing was changed. If it stays, tell whoever publishes Qpost.</source>
        <translation>何も変更していません。続く場合はQpostの公開元に知らせてください。</translation>
    </message>
    <message>
        <source>The announced version is signed with an expired key, so it was refused.</source>
        <translation>公開されたバージョンは期限切れの鍵で署名されているため、拒否しました。</translation>
    </message>
    <message>
        <source>Install the newest Qpost by hand; it knows the present key.</source>
        <translation>最新のQpostを手動でインストールしてください。現在の鍵が含まれています。</translation>
    </message>
    <message>
        <source>An older announcement came back, so it was refused.</source>
        <translation>以前の古い公開情報が届いたため、拒否しました。</translation>
    </message>
    <message>
        <source>The server may lag behind; it is asked again tomorrow.</source>
        <translation>サーバーの反映が遅れている可能性があります。明日もう一度確認します。</translation>
    </message>
    <message>
        <source>The announced version is dated in the future, so it was refused.</source>
        <translation>公開されたバージョンの日付が未来のため、拒否しました。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time.</source>
        <translation>このコンピューターの日付と時刻を確認してください。</translation>
    </message>
    <message>
        <source>The new version is larger than announced, so it was thrown away.</source>
        <translation>新しいバージョンが公開情報より大きいため、破棄しました。</translation>
    </message>
    <message>
        <source>Try again tomorrow, or install it by hand.</source>
        <translation>明日もう一度試すか、手動でインストールしてください。</translation>
    </message>
    <message>
        <source>What arrived is not the version that was signed, so it was thrown away.</source>
        <translation>届いたファイルは署名されたバージョンと異なるため、破棄しました。</translation>
    </message>
    <message>
        <source>Try again; if it stays, on another network.</source>
        <translation>もう一度試してください。続く場合は別のネットワークで試してください。</translation>
    </message>
    <message>
        <source>The new version is not made for this kind of computer.</source>
        <translation>新しいバージョンはこの種類のコンピューターに対応していません。</translation>
    </message>
    <message>
        <source>Keep working with the present one.</source>
        <translation>現在のバージョンをそのままお使いください。</translation>
    </message>
    <message>
        <source>The new version needs a newer Windows.</source>
        <translation>新しいバージョンには、より新しいWindowsが必要です。</translation>
    </message>
    <message>
        <source>Update Windows first; this Qpost goes on working.</source>
        <translation>先にWindowsを更新してください。現在のQpostはそのまま使えます。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for the new version.</source>
        <translation>新しいバージョンを保存するディスクの空きが足りません。</translation>
    </message>
    <message>
        <source>Free some space, then choose to install it again.</source>
        <translation>空きを作ってから、もう一度インストールを選んでください。</translation>
    </message>
    <message>
        <source>The new version could not be saved.</source>
        <translation>新しいバージョンを保存できませんでした。</translation>
    </message>
    <message>
        <source>Check that Qpost may write into its cache folder.</source>
        <translation>Qpostがキャッシュフォルダーに書き込めることを確認してください。</translation>
    </message>
    <message>
        <source>The new version was not installed; this is still the one before.</source>
        <translation>新しいバージョンはインストールされませんでした。以前のバージョンのままです。</translation>
    </message>
    <message>
        <source>Choose to install it again, or run its setup yourself.</source>
        <translation>もう一度インストールを選ぶか、セットアップをご自身で実行してください。</translation>
    </message>
    <message>
        <source>Qoo10 refused this request. What you have written is kept.</source>
        <translation>Qoo10がこの要求を拒否しました。入力した内容は保存されています。</translation>
    </message>
    <message>
        <source>The details hold Qoo10&apos;s own reason; look the inquiry up in QSM.</source>
        <translation>Qoo10からの理由は詳細にあります。QSMで該当の問い合わせを確認してください。</translation>
    </message>
    <message>
        <source>Qoo10 did not accept the API key, the ID or the password.</source>
        <translation>APIキー、ID、パスワードのいずれかがQoo10に認められませんでした。</translation>
    </message>
    <message>
        <source>Check all three; an API key has to be renewed at Qoo10 every year.</source>
        <translation>3つとも確認してください。APIキーはQoo10で毎年更新が必要です。</translation>
    </message>
    <message>
        <source>Qoo10 has ended your sign-in. Drafts and replies not yet sent are kept.</source>
        <translation>Qoo10でのログインが無効になりました。下書きと未送信の回答は保存されています。</translation>
    </message>
    <message>
        <source>Sign in again with your password: it was changed, or a year has passed since the last time.</source>
        <translation>パスワードでもう一度ログインしてください。パスワードが変更されたか、前回から1年が過ぎています。</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>書き出しの進み具合</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Preparing {name}…</source>
        <translation>{name} を準備しています…</translation>
    </message>
    <message>
        <source>Writing {name}: {done} of {total} inquiries</source>
        <translation>{name} を書き出し中： {total} 件中 {done} 件</translation>
    </message>
    <message>
        <source>Writing {name}: {percent} %</source>
        <translation>{name} を書き出し中： {percent} %</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Inquiry no.</source>
        <translation>問い合わせ番号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>公開区分</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>Received (JST)</source>
        <translation>受信日時 (JST)</translation>
    </message>
    <message>
        <source>Replied (JST)</source>
        <translation>返信日時 (JST)</translation>
    </message>
    <message>
        <source>Waiting (minutes)</source>
        <translation>待ち時間 (分)</translation>
    </message>
    <message>
        <source>Response time (minutes)</source>
        <translation>返信までの時間 (分)</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ数</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最後のメッセージ</translation>
    </message>
    <message>
        <source>Whole thread</source>
        <translation>やり取り全文</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>ショップ</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信日時</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>返信日時</translation>
    </message>
    <message>
        <source>Files: {names}</source>
        <translation>添付ファイル： {names}</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>{number} ページ</translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation>{name}・自動回答</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export selected ({count})…</source>
        <translation>選択した問い合わせを書き出す ({count})…</translation>
    </message>
    <message>
        <source>Export list ({count})…</source>
        <translation>一覧を書き出す ({count})…</translation>
    </message>
    <message>
        <source>Export inquiries (Ctrl+E)</source>
        <translation>問い合わせを書き出す (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export inquiries</source>
        <translation>問い合わせを書き出す</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Save thread as PDF…</source>
        <translation>やり取りを PDF で保存…</translation>
    </message>
    <message>
        <source>Save thread as PDF</source>
        <translation>やり取りを PDF で保存</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF ファイル (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Seller grade</source>
        <translation>セラー等級</translation>
    </message>
    <message>
        <source>Transactions this month</source>
        <translation>今月の取引件数</translation>
    </message>
    <message>
        <source>Service points this month</source>
        <translation>今月のサービスポイント</translation>
    </message>
    <message>
        <source>Shipping points this month</source>
        <translation>今月の配送ポイント</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>まだ読み込まれていません</translation>
    </message>
    <message>
        <source>As of {day} (Japan time)</source>
        <translation>{day}時点（日本時間）</translation>
    </message>
    <message>
        <source>on last month</source>
        <translation>前月比</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>取引金額</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12か月</translation>
    </message>
    <message>
        <source>30 days, {days}</source>
        <translation>30日間、{days}</translation>
    </message>
    <message>
        <source>No day counted yet (Japan time)</source>
        <translation>今月はまだ集計されていません（日本時間）</translation>
    </message>
    <message>
        <source>{days} (Japan time)</source>
        <translation>{days}（日本時間）</translation>
    </message>
</context>
<context>
    <name>FileChips</name>
    <message>
        <source>Take {name} out</source>
        <translation>{name} を外す</translation>
    </message>
</context>
<context>
    <name>FileWriting</name>
    <message>
        <source>Export cancelled. No file was written.</source>
        <translation>書き出しを中止しました。ファイルは保存されていません。</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} に保存しました</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Back to the previous list (Alt+Left)</source>
        <translation>前の一覧に戻る（Alt+←）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>すべての番号</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細条件</translation>
    </message>
    <message>
        <source>Number to look for</source>
        <translation>検索する番号</translation>
    </message>
    <message>
        <source>Starts with…</source>
        <translation>先頭の数字…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Ask the service for news and show the result (F5)</source>
        <translation>サービスから最新の情報を取得して結果を表示（F5）</translation>
    </message>
    <message>
        <source>From customers</source>
        <translation>お客様からの問い合わせ</translation>
    </message>
    <message>
        <source>From Qoo10</source>
        <translation>Qoo10からのお知らせ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Last 30 days
Customers: {unanswered} unanswered, {answering} answering
Qoo10: {qoo10_unanswered} unanswered, {unconfirmed} unconfirmed</source>
        <translation>過去30日間
お客様：未処理 {unanswered}件、回答中 {answering}件
Qoo10：未処理 {qoo10_unanswered}件、未確認 {unconfirmed}件</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信日</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>回答日</translation>
    </message>
    <message>
        <source>{kind}: any date</source>
        <translation>{kind}：すべて</translation>
    </message>
</context>
<context>
    <name>FollowingLinks</name>
    <message>
        <source>The link leads to shop {code}, which is not among yours.</source>
        <translation>リンク先のショップ {code} は、あなたのショップにありません。</translation>
    </message>
    <message>
        <source>Inquiry {number}, to which the link leads, is not among those read so far.</source>
        <translation>リンク先の問い合わせ {number} は、これまでに読み込んだ中にありません。</translation>
    </message>
</context>
<context>
    <name>GapNotice</name>
    <message>
        <source>Between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here.</source>
        <translation>{start}から{end}までの間、Qoo10から受け取れない問い合わせがあります。ここには一部が表示されていません。</translation>
    </message>
    <message>
        <source>In several spans between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here.</source>
        <translation>{start}から{end}までの数か所で、Qoo10から受け取れない問い合わせがあります。ここには一部が表示されていません。</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>ブラウザーでQSMを開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search inquiries (Ctrl+F)</source>
        <translation>問い合わせを検索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search inquiries</source>
        <translation>問い合わせを検索</translation>
    </message>
    <message>
        <source>Searches what the filters show.
Words, and from: item: order: status: before: after: such as from:Tanaka after:2026-03</source>
        <translation>絞り込みの範囲を検索します。
言葉のほか、from: item: order: status: before: after: が使えます（例：from:田中 after:2026-03）</translation>
    </message>
    <message>
        <source>Switch to another shop</source>
        <translation>別のショップに切り替える</translation>
    </message>
    <message>
        <source>Your staff label; colleagues see it on what you handle</source>
        <translation>あなたの担当者ラベル。対応した問い合わせで、ほかの担当者に表示されます</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Up to date since {time} JST</source>
        <translation>{time}（日本時間）時点で最新です</translation>
    </message>
    <message>
        <source>Syncing{percent}</source>
        <translation>同期中{percent}</translation>
    </message>
    <message>
        <source>The newest inquiries come first.</source>
        <translation>新しい問い合わせから順に表示されます。</translation>
    </message>
    <message>
        <source>Offline since {time} JST</source>
        <translation>オフライン（{time} JSTから）</translation>
    </message>
    <message>
        <source>Not updated since {time} JST</source>
        <translation>{time} JSTから更新されていません</translation>
    </message>
    <message>
        <source>Click to try again now.</source>
        <translation>クリックすると今すぐ再接続します。</translation>
    </message>
    <message>
        <source>No access to this shop</source>
        <translation>このショップにアクセスできません</translation>
    </message>
</context>
<context>
    <name>HideDialog</name>
    <message>
        <source>Hide from the item page</source>
        <translation>商品ページで非表示にする</translation>
    </message>
    <message>
        <source>The question and its answer disappear from the item page, and {customer} gets your reason by mail. A question that vanishes without a reason leads to complaints.</source>
        <translation>質問と回答が商品ページに表示されなくなり、{customer} 様に理由がメールで届きます。理由のないまま質問が消えると、クレームの原因になります。</translation>
    </message>
    <message>
        <source>Title of the mail</source>
        <translation>メールのタイトル</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Sender&apos;s e-mail address</source>
        <translation>送信者のメールアドレス</translation>
    </message>
    <message>
        <source>Restrict this customer for this item</source>
        <translation>この商品でこのお客様を制限する</translation>
    </message>
    <message>
        <source>Send mail and hide</source>
        <translation>メールを送信して非表示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Write a title for the mail.</source>
        <translation>メールのタイトルを入力してください。</translation>
    </message>
    <message>
        <source>Tell the customer the reason.</source>
        <translation>お客様に伝える理由を入力してください。</translation>
    </message>
    <message>
        <source>Write the address the mail is sent from.</source>
        <translation>送信元のメールアドレスを入力してください。</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Pay…</source>
        <translation>支払う…</translation>
    </message>
    <message>
        <source>Show the payment page of the selected charge (Enter)</source>
        <translation>選択したチャージの決済ページを表示 (Enter)</translation>
    </message>
    <message>
        <source>Charge history</source>
        <translation>チャージの履歴</translation>
    </message>
    <message>
        <source>Nothing was charged yet</source>
        <translation>まだチャージはありません</translation>
    </message>
    <message>
        <source>Every charge is listed here with its state.</source>
        <translation>すべてのチャージが状態とともにここに表示されます。</translation>
    </message>
</context>
<context>
    <name>InquiryDatePopup</name>
    <message>
        <source>Received</source>
        <translation>受信日</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>回答日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}日間</translation>
    </message>
</context>
<context>
    <name>InquiryListModel</name>
    <message>
        <source>Inquiries</source>
        <translation>問い合わせ・メッセージ</translation>
    </message>
    <message>
        <source>waiting {time}</source>
        <translation>{time}待ち</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下書き</translation>
    </message>
</context>
<context>
    <name>InquiryPage</name>
    <message>
        <source>Choose at most {count} inquiries for an auto-reply.</source>
        <translation>自動回答は一度に{count}件まで選択できます。</translation>
    </message>
    <message>
        <source>The auto-reply to {customer} goes out in a moment.</source>
        <translation>{customer} 様への自動回答をまもなく送信します。</translation>
    </message>
    <message>
        <source>The question of {customer} is hidden in a moment.</source>
        <translation>{customer} 様の質問をまもなく非表示にします。</translation>
    </message>
    <message>
        <source>Your reply to {customer} goes out in a moment.</source>
        <translation>{customer} 様への回答をまもなく送信します。</translation>
    </message>
    <message>
        <source>{count} auto-replies go out in a moment.</source>
        <translation>まもなく自動回答を{count}件送信します。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Not sent to {customer}. It is kept in the outbox.</source>
        <translation>{customer}様に送信できませんでした。送信待ちに保存されています。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Your reply to {customer} was sent.</source>
        <translation>{customer} 様への回答を送信しました。</translation>
    </message>
    <message>
        <source>The auto-reply to {customer} was sent.</source>
        <translation>{customer} 様への自動回答を送信しました。</translation>
    </message>
    <message>
        <source>Hidden. {customer} gets your reason by mail.</source>
        <translation>非表示にしました。{customer} 様に理由がメールで届きます。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信完了</translation>
    </message>
</context>
<context>
    <name>InquiryWords</name>
    <message>
        <source>Unprocessed</source>
        <translation>未処理</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答完了</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Question on the item page</source>
        <translation>商品ページの質問</translation>
    </message>
    <message>
        <source>Through Qoo10&apos;s centre</source>
        <translation>Qoo10カスタマーセンター経由</translation>
    </message>
    <message>
        <source>Note from Qoo10</source>
        <translation>Qoo10からのお知らせ</translation>
    </message>
    <message>
        <source>Public question on the item page</source>
        <translation>商品ページの公開質問</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>非公開メッセージ</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>古い順</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>待ち時間の長い順</translation>
    </message>
    <message>
        <source>Sending in a moment</source>
        <translation>まもなく送信</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>送信中…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>送信失敗</translation>
    </message>
    <message>
        <source>Checking whether it arrived</source>
        <translation>届いたか確認中</translation>
    </message>
    <message>
        <source>The courtesy text of your shop</source>
        <translation>ショップの定型文</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}：{reason}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{time} on this computer</source>
        <translation>このコンピューターの時刻：{time}</translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation>{name}・自動回答</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Answered at Qoo10. Its API does not hand out the words.</source>
        <translation>Qoo10で回答済みです。本文はAPIでは取得できません。</translation>
    </message>
</context>
<context>
    <name>ItemExport</name>
    <message>
        <source>Save points by item</source>
        <translation>商品別ポイントの保存</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
</context>
<context>
    <name>ItemFilters</name>
    <message>
        <source>Item no.</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>検索対象</translation>
    </message>
    <message>
        <source>Item number or name</source>
        <translation>商品番号または商品名</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>すべての商品</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>すべてのカテゴリ</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>カテゴリ: {name}</translation>
    </message>
    <message>
        <source>Days (Japan time): {days}</source>
        <translation>期間（日本時間）: {days}</translation>
    </message>
    <message>
        <source>Days in Japan time</source>
        <translation>日本時間の日付</translation>
    </message>
    <message>
        <source>June 2019</source>
        <translation>2019年6月</translation>
    </message>
    <message>
        <source>First half of 2019</source>
        <translation>2019年上半期</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12か月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>先月</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}日間</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n行をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the chosen rows (Ctrl+C)</source>
        <translation>選択した行をコピー (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save all these items as a table (Ctrl+E)</source>
        <translation>この商品すべてを表として保存 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSVとして保存</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Shipping score… (Enter)</source>
        <translation>配送ポイントの詳細… (Enter)</translation>
    </message>
    <message>
        <source>Copy rows (Ctrl+C)</source>
        <translation>行をコピー (Ctrl+C)</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>読み込みの進み具合</translation>
    </message>
    <message>
        <source>Sort: {column}</source>
        <translation>並べ替え: {column}</translation>
    </message>
    <message>
        <source>{count} of {total} items</source>
        <translation>{total}件中{count}件</translation>
    </message>
    <message>
        <source>Reading all items: {count} of {total}</source>
        <translation>すべての商品を読み込み中: {total}件中{count}件</translation>
    </message>
    <message>
        <source>offline: as read on {moment}</source>
        <translation>オフライン: {moment}に読み込んだ内容</translation>
    </message>
    <message>
        <source>read {moment}</source>
        <translation>{moment}読み込み</translation>
    </message>
    <message>
        <source>No items for this question</source>
        <translation>該当する商品がありません</translation>
    </message>
    <message>
        <source>Choose other days, another category, or look for another number or name.</source>
        <translation>期間やカテゴリを変えるか、別の番号・商品名で検索してください。</translation>
    </message>
    <message>
        <source>Reading points by item…</source>
        <translation>商品別ポイントを読み込んでいます…</translation>
    </message>
</context>
<context>
    <name>ItemPointsModel</name>
    <message>
        <source>largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>Picture of the item</source>
        <translation>商品画像</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>画像なし</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>Hide the API key</source>
        <translation>APIキーを隠す</translation>
    </message>
    <message>
        <source>Show the API key</source>
        <translation>APIキーを表示</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Other address…</source>
        <translation>ほかのアドレス…</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>APIのアドレス</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>Enter the address of the API.</source>
        <translation>APIのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Enter your API key.</source>
        <translation>APIキーを入力してください。</translation>
    </message>
    <message>
        <source>This is not an API key: it has Latin letters, digits and signs, and no spaces.</source>
        <translation>APIキーではありません。APIキーは半角の英数字と記号だけで、空白を含みません。</translation>
    </message>
</context>
<context>
    <name>KeyWatch</name>
    <message>
        <source>Your Qoo10 API key ended on {day}.</source>
        <translation>Qoo10のAPIキーは{day}に期限が切れました。</translation>
    </message>
    <message numerus="yes">
        <source>Your Qoo10 API key ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>Qoo10のAPIキーは{day}に期限が切れます（あと%n日）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a new one in QSM, which takes about five working days, and enter it in the settings.</source>
        <translation>QSMで新しいキーを申請し（5営業日ほどかかります）、設定で入力してください。</translation>
    </message>
    <message>
        <source>Your certification key for Qoo10 ended on {day}.</source>
        <translation>Qoo10の販売者認証キーは{day}に期限が切れました。</translation>
    </message>
    <message numerus="yes">
        <source>Your certification key for Qoo10 ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>Qoo10の販売者認証キーは{day}に期限が切れます（あと%n日）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew it in the settings; all it takes is your password.</source>
        <translation>設定で更新してください。必要なのはパスワードだけです。</translation>
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
        <translation>販売者認証キー</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Takes your Qoo10 password. What you are doing goes on meanwhile.</source>
        <translation>Qoo10のパスワードが必要です。作業はそのまま続けられます。</translation>
    </message>
    <message>
        <source>API key, issued by Qoo10 on</source>
        <translation>APIキーの発行日</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read: kept for diagnostics.</source>
        <translation>
            <numerusform>読み取れない行が%n件あります。診断用に保存しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>No keys are kept.</source>
        <translation>保存されたキーはありません。</translation>
    </message>
    <message numerus="yes">
        <source>Ends on {day}, in %n day(s)</source>
        <translation>
            <numerusform>{day}まで（あと%n日）</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended on {day}</source>
        <translation>{day}に期限切れ</translation>
    </message>
</context>
<context>
    <name>LedgerFile</name>
    <message>
        <source>Export CSV…</source>
        <translation>CSVに書き出す…</translation>
    </message>
    <message>
        <source>All entries of the chosen dates (Ctrl+E)</source>
        <translation>選んだ期間のすべての明細 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export the Qcash ledger</source>
        <translation>Qcashの利用履歴を書き出す</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>Qcash ledger</source>
        <translation>Qcashの利用履歴</translation>
    </message>
    <message>
        <source>No Qcash moved on these days</source>
        <translation>この期間のQcashの利用履歴はありません</translation>
    </message>
    <message>
        <source>Choose a longer period.</source>
        <translation>期間を長くしてください。</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link from a message</source>
        <translation>メッセージ内のリンクを開く</translation>
    </message>
    <message>
        <source>This address was written by the other side. It leads to:</source>
        <translation>このアドレスは相手が書いたものです。リンク先：</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Inquiries</source>
        <translation>問い合わせ・メッセージ</translation>
    </message>
    <message>
        <source>Reading your inquiries…</source>
        <translation>問い合わせを読み込んでいます…</translation>
    </message>
    <message>
        <source>The newest come first. You can answer them while the rest arrives.</source>
        <translation>新しいものから順に届きます。残りの読み込み中でも回答できます。</translation>
    </message>
    <message>
        <source>No inquiry matches</source>
        <translation>該当する問い合わせはありません</translation>
    </message>
    <message>
        <source>Change the filters above, or start over.</source>
        <translation>上の条件を変更するか、リセットしてください。</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>条件をリセット</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Save this file…</source>
        <translation>このファイルを保存…</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>メッセージをコピー</translation>
    </message>
</context>
<context>
    <name>MethodStep</name>
    <message>
        <source>{usable} can be used</source>
        <translation>利用可能 {usable}</translation>
    </message>
    <message>
        <source>Only {usable} can be used: not enough</source>
        <translation>利用可能 {usable}：残高不足</translation>
    </message>
    <message>
        <source>Paid at once with money at Qoo10; needs the Q account password</source>
        <translation>Qoo10にあるお金ですぐに支払い（Q通帳パスワードが必要）</translation>
    </message>
    <message>
        <source>Paid on a page in your browser, within 5 days</source>
        <translation>ブラウザーの決済ページで5日以内に支払い</translation>
    </message>
</context>
<context>
    <name>MetricCard</name>
    <message>
        <source>{title}: {facts}</source>
        <translation>{title}：{facts}</translation>
    </message>
</context>
<context>
    <name>NotAnswering</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Qpost is already running but does not answer. Nothing is lost: wait a moment and try again, or end the other Qpost in the system&apos;s task list first.</source>
        <translation>Qpost はすでに起動していますが、応答がありません。何も失われていません。少し待って再試行するか、先にシステムのタスク一覧でもう一方の Qpost を終了してください。</translation>
    </message>
</context>
<context>
    <name>NotOffered</name>
    <message>
        <source>You find it in Qoo10&apos;s seller pages (QSM).</source>
        <translation>Qoo10の販売者ページ（QSM）でご利用いただけます。</translation>
    </message>
    <message>
        <source>You find it in Qoo10&apos;s seller pages (QSM), under {place}.</source>
        <translation>Qoo10の販売者ページ（QSM）の「{place}」でご利用いただけます。</translation>
    </message>
    <message>
        <source>This connection does not offer this page</source>
        <translation>この接続ではこのページを利用できません</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>ブラウザーでQSMを開く</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>What is new</source>
        <translation>新機能</translation>
    </message>
    <message>
        <source>Qpost {version}</source>
        <translation>Qpost {version}</translation>
    </message>
    <message>
        <source>Nothing is said about this version.</source>
        <translation>このバージョンの説明はありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>{customer} wrote</source>
        <translation>{customer}さんからのメッセージ</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n人のお客様からメッセージが届きました</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest: {customer}, {title}</source>
        <translation>最新: {customer}さん、{title}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wait for an answer</source>
        <translation>
            <numerusform>%n人のお客様が返信を待っています</numerusform>
        </translation>
    </message>
    <message>
        <source>{customer} ({duration})</source>
        <translation>{customer}（{duration}）</translation>
    </message>
    <message>
        <source>{item} ({count})</source>
        <translation>{item}（{count}件）</translation>
    </message>
    <message>
        <source>Waiting longest: {names}</source>
        <translation>長くお待ちの方: {names}</translation>
    </message>
    <message>
        <source>Asked about most: {names}</source>
        <translation>問い合わせの多い商品: {names}</translation>
    </message>
    <message>
        <source>This is how Qpost tells you of news</source>
        <translation>新しいメッセージはこのように届きます</translation>
    </message>
    <message>
        <source>A click on it opens the inquiry.</source>
        <translation>クリックすると問い合わせが開きます。</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Show a notice when customers write</source>
        <translation>お客様からメッセージが届いたら通知を表示</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>音を鳴らす</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>通知しない時間帯</translation>
    </message>
    <message>
        <source>What comes meanwhile is told afterwards, in one notice.</source>
        <translation>その間に届いたものは、後で一つの通知にまとめて知らせます。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>to</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>通知しない時間帯の開始</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>通知しない時間帯の終了</translation>
    </message>
    <message>
        <source>Remind of customers who wait</source>
        <translation>返信待ちのお客様を再通知</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Shows a notice and plays the sound, as they are chosen above.</source>
        <translation>上で選んだとおりに通知と音を試します。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>%n時間ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>%n分ごと</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Signing out…</source>
        <translation>ログアウトしています…</translation>
    </message>
    <message>
        <source>Opening your inquiries…</source>
        <translation>問い合わせを開いています…</translation>
    </message>
</context>
<context>
    <name>OutboxBubble</name>
    <message>
        <source>Your reply</source>
        <translation>あなたの回答</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>自動回答</translation>
    </message>
    <message>
        <source>Hide from the item page</source>
        <translation>商品ページで非表示にする</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
</context>
<context>
    <name>OutboxDetail</name>
    <message>
        <source>Try again now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>このまま送信</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Show inquiry</source>
        <translation>問い合わせを表示</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>本文をコピー</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Inquiry {number}</source>
        <translation>問い合わせ {number}</translation>
    </message>
    <message>
        <source>The inquiry is not on this computer any more. Copy the text if you still need it.</source>
        <translation>この問い合わせはこのコンピューターにもうありません。必要な場合は本文をコピーしてください。</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Not yet sent ({count})</source>
        <translation>未送信（{count}）</translation>
    </message>
    <message>
        <source>Drafts ({count})</source>
        <translation>下書き（{count}）</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Everything was sent</source>
        <translation>すべて送信されました</translation>
    </message>
    <message>
        <source>Replies that wait for the network, or could not be sent, are listed here.</source>
        <translation>ネットワークを待っている回答や、送信できなかった回答がここに表示されます。</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>下書きはありません</translation>
    </message>
    <message>
        <source>What you write is kept here until you send it, whatever happens.</source>
        <translation>入力した内容は、何が起きても送信するまでここに保存されます。</translation>
    </message>
    <message>
        <source>Delete what you wrote to {customer}? It cannot be brought back.</source>
        <translation>{customer}様への内容を削除しますか？元に戻すことはできません。</translation>
    </message>
    <message>
        <source>It may have reached {customer} already. Stop checking and delete it from this list?</source>
        <translation>すでに{customer}様に届いている可能性があります。確認をやめて、この一覧から削除しますか？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>An inquiry that is gone</source>
        <translation>なくなった問い合わせ</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>自動回答</translation>
    </message>
    <message>
        <source>Hide from the item page</source>
        <translation>商品ページで非表示にする</translation>
    </message>
</context>
<context>
    <name>OutcomeStep</name>
    <message>
        <source>Open the payment page</source>
        <translation>決済ページを開く</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>Opens in your browser:</source>
        <translation>ブラウザーで開きます：</translation>
    </message>
    <message>
        <source>The charge did not go through</source>
        <translation>チャージは行われていませんでした</translation>
    </message>
    <message>
        <source>Nothing was paid and no Qcash was added. You can order again.</source>
        <translation>お支払いもQcashの追加もありません。もう一度注文できます。</translation>
    </message>
    <message>
        <source>It is not known yet whether the charge went through</source>
        <translation>チャージが行われたかどうか、まだ確認できていません</translation>
    </message>
    <message>
        <source>The answer did not arrive. Qpost looks at the charge history until it is clear, and offers no second charge meanwhile. You can close this window.</source>
        <translation>応答が届きませんでした。結果が分かるまでQpostがチャージの履歴を確認し、その間は次のチャージを受け付けません。このウィンドウは閉じてもかまいません。</translation>
    </message>
    <message>
        <source>Your balance is {balance}.</source>
        <translation>残高は{balance}です。</translation>
    </message>
    <message>
        <source>{qcash} charged</source>
        <translation>{qcash}をチャージしました</translation>
    </message>
    <message>
        <source>The charge of {price} was cancelled</source>
        <translation>{price}のチャージは取り消されました</translation>
    </message>
    <message>
        <source>{price} waits for your payment</source>
        <translation>{price}のお支払いを待っています</translation>
    </message>
    <message>
        <source>The service named no payment page that can be opened. Pay it in QSM.</source>
        <translation>開ける決済ページがサービスから届いていません。QSMでお支払いください。</translation>
    </message>
    <message>
        <source>Pay on the page in your browser. This window notices when it is done.</source>
        <translation>ブラウザーの決済ページでお支払いください。完了するとこのウィンドウに表示されます。</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address instead.</source>
        <translation>ブラウザーを開けませんでした。アドレスをコピーしてご利用ください。</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Pay…</source>
        <translation>支払う…</translation>
    </message>
    <message>
        <source>Show the payment page</source>
        <translation>決済ページを表示</translation>
    </message>
    <message>
        <source>Waiting for your payment</source>
        <translation>お支払い待ち</translation>
    </message>
    <message numerus="yes">
        <source>{method} and %n more</source>
        <translation>
            <numerusform>{method} ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>15 days</source>
        <translation>15日</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1か月</translation>
    </message>
    <message>
        <source>2 months</source>
        <translation>2か月</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3か月</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Choose other dates (Japan time)</source>
        <translation>ほかの日付を選ぶ（日本時間）</translation>
    </message>
    <message>
        <source>Dates in Japan: {dates}</source>
        <translation>日本の日付：{dates}</translation>
    </message>
</context>
<context>
    <name>PointsColumns</name>
    <message>
        <source>Item no.</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Trans-
actions</source>
        <translation>取引
件数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>取引金額</translation>
    </message>
    <message>
        <source>Service
score</source>
        <translation>サービス
ポイント</translation>
    </message>
    <message>
        <source>Shipping
score</source>
        <translation>配送
ポイント</translation>
    </message>
    <message>
        <source>Cancel /
return</source>
        <translation>キャンセル・
返品</translation>
    </message>
    <message>
        <source>Not
received</source>
        <translation>未着
申告</translation>
    </message>
    <message>
        <source>Complaint
points</source>
        <translation>クレーム
ポイント</translation>
    </message>
    <message>
        <source>Recom-
mended</source>
        <translation>強くおすすめ</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>ふつう</translation>
    </message>
    <message>
        <source>Not recom-
mended</source>
        <translation>おすすめ
しない</translation>
    </message>
    <message>
        <source>Review
points</source>
        <translation>レビュー
ポイント</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Grade &amp; score</source>
        <translation>私の等級・点数</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Read all figures again (F5)</source>
        <translation>すべての数値を読み直す (F5)</translation>
    </message>
    <message>
        <source>Basic information &gt; Grade &amp; score</source>
        <translation>基本情報 &gt; 私の等級・点数</translation>
    </message>
    <message>
        <source>Service points by month</source>
        <translation>月別サービスポイント</translation>
    </message>
    <message>
        <source>As read on {moment}</source>
        <translation>{moment}現在</translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>更新しています…</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>{points} were converted into {qcash}.</source>
        <translation>{points}を{qcash}に転換しました。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>PointsWords</name>
    <message>
        <source>Power seller</source>
        <translation>パワーセラー</translation>
    </message>
    <message>
        <source>Good seller</source>
        <translation>優良セラー</translation>
    </message>
    <message>
        <source>Regular seller</source>
        <translation>一般セラー</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}から</translation>
    </message>
    <message>
        <source>{weight} each</source>
        <translation>{weight}/件</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}～{last}</translation>
    </message>
    <message>
        <source>Past service points</source>
        <translation>過去のサービスポイント</translation>
    </message>
    <message>
        <source>Points by item</source>
        <translation>商品別ポイント</translation>
    </message>
    <message>
        <source>Past service points can be looked up until {last}.</source>
        <translation>過去のサービスポイントは{last}まで照会できます。</translation>
    </message>
    <message>
        <source>Later days are under “Points by item”.</source>
        <translation>それ以降は「商品別ポイント」で照会できます。</translation>
    </message>
    <message>
        <source>Points by item can be looked up from {first} to {last}.</source>
        <translation>商品別ポイントは{first}から{last}まで照会できます。</translation>
    </message>
    <message>
        <source>Earlier days are under “Past service points”.</source>
        <translation>それより前は「過去のサービスポイント」で照会できます。</translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message>
        <source>Your reply to {customer} goes out in a moment.</source>
        <translation>{customer} 様への回答をまもなく送信します。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Too late to undo: the reply is on its way.</source>
        <translation>取り消せませんでした。回答はすでに送信中です。</translation>
    </message>
</context>
<context>
    <name>QcashColumns</name>
    <message>
        <source>Date (JST)</source>
        <translation>日付 (JST)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Related to</source>
        <translation>関連情報</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Ordered (JST)</source>
        <translation>注文日時 (JST)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>決済方法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Settled (JST)</source>
        <translation>完了・取消 (JST)</translation>
    </message>
</context>
<context>
    <name>QcashPage</name>
    <message>
        <source>Ledger</source>
        <translation>利用履歴</translation>
    </message>
    <message>
        <source>Charge history</source>
        <translation>チャージの履歴</translation>
    </message>
    <message>
        <source>Qcash balance</source>
        <translation>Qcashの残高</translation>
    </message>
    <message>
        <source>Charge…</source>
        <translation>チャージ…</translation>
    </message>
    <message>
        <source>Open QSM</source>
        <translation>QSMを開く</translation>
    </message>
    <message>
        <source>Buy Qcash (Ctrl+N)</source>
        <translation>Qcashを購入 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Qcash balance at the end of each day in Japan</source>
        <translation>Qcashの各日の終わりの残高（日本時間）</translation>
    </message>
    <message>
        <source>It is not known yet whether the charge of {moment} went through. Qpost looks at the charge history until it is clear; no second charge is offered meanwhile.</source>
        <translation>{moment}のチャージが行われたかどうか、まだ確認できていません。結果が分かるまでQpostがチャージの履歴を確認し、その間は次のチャージを受け付けません。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>No connection: you see what was last read. Charging needs the network.</source>
        <translation>接続がありません。最後に読み込んだ内容を表示しています。チャージにはネットワーク接続が必要です。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>QcashWords</name>
    <message>
        <source>Bank transfer</source>
        <translation>銀行振込</translation>
    </message>
    <message>
        <source>Convenience store / ATM</source>
        <translation>コンビニ・ATM</translation>
    </message>
    <message>
        <source>au Easy Payment</source>
        <translation>auかんたん決済</translation>
    </message>
    <message>
        <source>Net banking</source>
        <translation>ネットバンキング</translation>
    </message>
    <message>
        <source>Q account (settlement money)</source>
        <translation>Q通帳（精算金）</translation>
    </message>
    <message>
        <source>Scheduled settlement money</source>
        <translation>精算予定金</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>チャージ済み</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>お支払い待ち</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>Service points converted</source>
        <translation>サービスポイントの転換</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>チャージ</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>広告</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>開始残高</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>As of {moment}</source>
        <translation>{moment}時点</translation>
    </message>
    <message>
        <source>As of {moment} ({age} ago)</source>
        <translation>{moment}時点（{age}前）</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>{moment}まで</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{name}, {count} waiting</source>
        <translation>{name}、{count}件待ち</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>問い合わせ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信待ち</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>The charge of {price} is cancelled soon unless you pay it.</source>
        <translation>{price}のチャージは、お支払いがないとまもなく取り消されます。</translation>
    </message>
    <message>
        <source>Last day (JST) to convert {points} into Qcash.</source>
        <translation>{points}をQcashに転換できる最終日（日本時間） です。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left to convert {points} into Qcash.</source>
        <translation>
            <numerusform>{points}をQcashに転換できるのはあと%n日です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>Renew the certification key</source>
        <translation>販売者認証キーの更新</translation>
    </message>
    <message>
        <source>Qoo10 makes a new key that counts for a year. Who has a new API key enters it here as well.</source>
        <translation>Qoo10が1年間有効な新しいキーを発行します。新しいAPIキーをお持ちの場合は、ここで入力してください。</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Enter the API key that Qoo10 issued.</source>
        <translation>Qoo10が発行したAPIキーを入力してください。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>更新しています…</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lockがオンになっています。</translation>
    </message>
</context>
<context>
    <name>ReplyOffer</name>
    <message>
        <source>This connection has no templates. Those kept at Qoo10 are used in QSM.</source>
        <translation>この接続にはテンプレートがありません。Qoo10に保存したものはQSMでご利用ください。</translation>
    </message>
    <message>
        <source>Qoo10 takes no files over this connection. They can be sent in QSM.</source>
        <translation>この接続ではファイルを送れません。QSMから送信できます。</translation>
    </message>
    <message>
        <source>Over this connection every reply settles the inquiry. In QSM it can stay “answering”.</source>
        <translation>この接続では、返信すると問い合わせは必ず「回答完了」になります。「回答中」のままにするにはQSMをご利用ください。</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>ブラウザーでQSMを開く</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>To {customer}</source>
        <translation>{customer} 様へ</translation>
    </message>
    <message>
        <source>Everybody can read this reply on the item page.</source>
        <translation>この回答は商品ページで誰でも読めます。</translation>
    </message>
    <message>
        <source>Only you and the customer can read this reply.</source>
        <translation>この回答を読めるのは、あなたとお客様だけです。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>{names} is not filled in yet.</source>
        <translation>{names} がまだ入力されていません。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Insert a frequently used reply (Ctrl+T)</source>
        <translation>よく使う回答を挿入（Ctrl+T）</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>Attach files; you can also drop or paste them (10 MB each at most)</source>
        <translation>ファイルを添付（ドロップや貼り付けも可、1件10 MBまで）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Send the reply (Ctrl+Enter)</source>
        <translation>回答を送信（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Title of the reply</source>
        <translation>回答のタイトル</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>回答の本文</translation>
    </message>
    <message>
        <source>Write your reply. Leave out personal data: names, addresses, payment details, IDs and passwords, e-mail addresses and phone numbers.</source>
        <translation>回答を入力してください。氏名、住所、支払い情報、ID・パスワード、メールアドレス、電話番号などの個人情報は書かないでください。</translation>
    </message>
    <message>
        <source>Further replies will follow</source>
        <translation>この後も回答を続けます</translation>
    </message>
    <message>
        <source>Settled with this reply</source>
        <translation>この回答で対応を完了します</translation>
    </message>
    <message>
        <source>Status after this reply</source>
        <translation>回答後の状態</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message>
        <source>Write a title.</source>
        <translation>タイトルを入力してください。</translation>
    </message>
    <message>
        <source>The title may have at most {limit} characters.</source>
        <translation>タイトルは{limit}文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Write the reply first.</source>
        <translation>回答を入力してください。</translation>
    </message>
    <message>
        <source>The reply may have at most {limit} characters.</source>
        <translation>回答は{limit}文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Choose “Answering” or “Answered”.</source>
        <translation>「回答中」または「回答完了」を選択してください。</translation>
    </message>
</context>
<context>
    <name>SearchHints</name>
    <message>
        <source>Write a customer&apos;s name after from:</source>
        <translation>from: の後に購入者の名前を入力してください：</translation>
    </message>
    <message>
        <source>Write an item&apos;s number or name after item:</source>
        <translation>item: の後に商品番号か商品名を入力してください：</translation>
    </message>
    <message>
        <source>Write the beginning of an order number after order:</source>
        <translation>order: の後に注文番号の先頭を入力してください：</translation>
    </message>
    <message>
        <source>After status: write unprocessed, answering or answered.</source>
        <translation>status: の後には 未処理、回答中、回答完了 のいずれかを入力してください。</translation>
    </message>
    <message>
        <source>Write a day after {operator}: such as 2026-03-31</source>
        <translation>{operator}: の後に 2026-03-31 のように日付を入力してください</translation>
    </message>
    <message>
        <source>“{value}” is no day. Write {operator}:2026-03-31, {operator}:2026-03 or {operator}:2026</source>
        <translation>「{value}」は日付ではありません。{operator}:2026-03-31、{operator}:2026-03、{operator}:2026 のように入力してください</translation>
    </message>
    <message>
        <source>“{value}” is no status. Write unprocessed, answering or answered.</source>
        <translation>「{value}」というステータスはありません。未処理、回答中、回答完了 のいずれかを入力してください。</translation>
    </message>
    <message>
        <source>“{value}” has no letters or digits to look for.</source>
        <translation>「{value}」には検索できる文字や数字がありません。</translation>
    </message>
</context>
<context>
    <name>SeriesModel</name>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Date (JST)</source>
        <translation>日付（JST）</translation>
    </message>
</context>
<context>
    <name>SessionEnd</name>
    <message>
        <source>A reply you wrote could not be saved yet.</source>
        <translation>入力した返信をまだ保存できていません。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>表示言語</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Time to undo after Send</source>
        <translation>送信後に取り消せる時間</translation>
    </message>
    <message>
        <source>Confirm in a box after sending</source>
        <translation>送信後に確認画面を表示する</translation>
    </message>
    <message>
        <source>Otherwise a short note in the window says that it was sent.</source>
        <translation>オフの場合は、送信したことを画面内の短いメッセージでお知らせします。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Start Qpost when Windows starts</source>
        <translation>Windowsの起動時にQpostを起動する</translation>
    </message>
    <message>
        <source>Start Qpost when the computer starts</source>
        <translation>コンピューターの起動時にQpostを起動する</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Drafts and replies waiting to be sent are kept on this computer.</source>
        <translation>下書きと送信待ちの回答は、このコンピューターに保存されます。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Qpostについて</translation>
    </message>
    <message>
        <source>Qpost {version}</source>
        <translation>Qpost {version}</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0</source>
        <translation>Apache License 2.0に基づくフリーソフトウェア</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>データフォルダー</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>Signed in to the demo</source>
        <translation>デモにログイン中</translation>
    </message>
    <message>
        <source>Signed in as {login}</source>
        <translation>{login} でログイン中</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>ShippingDialog</name>
    <message>
        <source>Shipping score</source>
        <translation>配送ポイントの詳細</translation>
    </message>
    <message>
        <source>Item no. {number} · {days} (Japan time)</source>
        <translation>商品番号 {number} · {days}（日本時間）</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>表をコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Reading the shipping score…</source>
        <translation>配送ポイントを読み込んでいます…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>General goods</source>
        <translation>一般商品</translation>
    </message>
    <message>
        <source>Pre-order goods</source>
        <translation>予約商品</translation>
    </message>
    <message>
        <source>Nothing was delivered in these days</source>
        <translation>この期間の配送はありません</translation>
    </message>
    <message>
        <source>This is what was read on {moment}.</source>
        <translation>{moment}に読み込んだ内容です。</translation>
    </message>
    <message>
        <source>{general} general + {preorder} pre-order = {total}</source>
        <translation>一般 {general} + 予約 {preorder} = {total}</translation>
    </message>
    <message>
        <source>The lines add up to {sum}; the service says {total}.</source>
        <translation>各行の合計は{sum}ですが、サービスは{total}と回答しています。</translation>
    </message>
    <message>
        <source>The weights changed on {day}: each delivery counts by those of its day, so a grade whose weight changed has two lines.</source>
        <translation>{day}に配点が変わりました。配送はその日の配点で計算されるため、配点が変わった等級は2行になります。</translation>
    </message>
</context>
<context>
    <name>ShippingModel</name>
    <message>
        <source>Grade</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>配点</translation>
    </message>
    <message>
        <source>Local
deliveries</source>
        <translation>国内
件数</translation>
    </message>
    <message>
        <source>Local
points</source>
        <translation>国内
ポイント</translation>
    </message>
    <message>
        <source>Overseas
deliveries</source>
        <translation>海外
件数</translation>
    </message>
    <message>
        <source>Overseas
points</source>
        <translation>海外
ポイント</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>{grade}, {days}</source>
        <translation>{grade}（{days}）</translation>
    </message>
</context>
<context>
    <name>ShopListModel</name>
    <message>
        <source>nothing unanswered</source>
        <translation>未処理なし</translation>
    </message>
    <message>
        <source>{count} unanswered</source>
        <translation>未処理 {count}件</translation>
    </message>
</context>
<context>
    <name>ShopsWindow</name>
    <message>
        <source>Qpost - Choose a shop</source>
        <translation>Qpost - ショップの選択</translation>
    </message>
    <message>
        <source>Choose a shop</source>
        <translation>ショップの選択</translation>
    </message>
    <message>
        <source>Check the name, then confirm. You can change the shop later.</source>
        <translation>名前を確認して選択してください。ショップは後で変更できます。</translation>
    </message>
    <message>
        <source>Find by name or code</source>
        <translation>名前またはコードで検索</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>ショップ</translation>
    </message>
    <message>
        <source>Choose this shop</source>
        <translation>選択完了</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>別のアカウントを使う</translation>
    </message>
    <message>
        <source>No shop contains what you typed.</source>
        <translation>入力した文字を含むショップはありません。</translation>
    </message>
    <message>
        <source>This account has no shop yet. Sign in with the account that has one.</source>
        <translation>このアカウントにはまだショップがありません。ショップのあるアカウントでログインしてください。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Inquiry no.</source>
        <translation>問い合わせ番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Restricted for this item</source>
        <translation>この商品で制限中</translation>
    </message>
    <message>
        <source>Hidden from the item page</source>
        <translation>商品ページで非表示</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Inquiries, 7 days</source>
        <translation>問い合わせ（7日）</translation>
    </message>
    <message>
        <source>Open the item page</source>
        <translation>商品ページを開く</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>Cart no.</source>
        <translation>カート番号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払日</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>発送日</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>配達日</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>配送会社</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>追跡番号</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>期限内</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>{name}をコピー</translation>
    </message>
</context>
<context>
    <name>SignInFields</name>
    <message>
        <source>Login location</source>
        <translation>ログイン地域</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>その他の国</translation>
    </message>
    <message>
        <source>ID or e-mail address</source>
        <translation>IDまたはメールアドレス</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Your label (optional)</source>
        <translation>担当者ラベル（任意）</translation>
    </message>
    <message>
        <source>for example A1</source>
        <translation>例：A1</translation>
    </message>
    <message>
        <source>Shows your colleagues who is handling an inquiry</source>
        <translation>誰が対応中かをほかの担当者に表示します</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>表示言語</translation>
    </message>
    <message>
        <source>Save login information</source>
        <translation>ログイン情報を保存する</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s credential store, never in a file</source>
        <translation>システムの資格情報ストアに保存され、ファイルには書き込まれません</translation>
    </message>
    <message>
        <source>Start Qpost when Windows starts</source>
        <translation>Windowsの起動時にQpostを起動する</translation>
    </message>
    <message>
        <source>Start Qpost when the computer starts</source>
        <translation>コンピューターの起動時にQpostを起動する</translation>
    </message>
    <message>
        <source>Qoo10 ID</source>
        <translation>Qoo10のID</translation>
    </message>
    <message>
        <source>Enter your ID or e-mail address.</source>
        <translation>IDまたはメールアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Enter your Qoo10 ID.</source>
        <translation>Qoo10のIDを入力してください。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Enter the address of your Qpost service.</source>
        <translation>Qpostサービスのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lockがオンになっています。</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Qpost - Sign in</source>
        <translation>Qpost - ログイン</translation>
    </message>
    <message>
        <source>Sign in, then choose your shop</source>
        <translation>ログインして、ショップを選択してください</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Starting the demo…</source>
        <translation>デモを起動しています…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>ログインしています…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ログイン</translation>
    </message>
</context>
<context>
    <name>TemplatePopup</name>
    <message>
        <source>Search templates</source>
        <translation>テンプレートを検索</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>No template matches.</source>
        <translation>該当するテンプレートはありません。</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>本文をコピー</translation>
    </message>
    <message>
        <source>Ctrl+T in a reply inserts a template; names in braces, such as {customer}, are filled in.</source>
        <translation>回答の入力中にCtrl+Tでテンプレートを挿入できます。{customer} のように波かっこで囲んだ名前は自動的に入力されます。</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>No inquiry is open</source>
        <translation>問い合わせが選択されていません</translation>
    </message>
    <message>
        <source>Choose one on the left; J and K or the arrows walk the list.</source>
        <translation>左の一覧から選択してください。J・Kキーまたは矢印キーで移動できます。</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>自動回答</translation>
    </message>
    <message>
        <source>Send the courtesy text and settle the inquiry (Ctrl+Shift+A)</source>
        <translation>定型文を送信して問い合わせを回答完了にする（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>{status}, waiting {time}</source>
        <translation>{status}、{time}待ち</translation>
    </message>
    <message>
        <source>{name} is replying</source>
        <translation>{name} さんが回答中</translation>
    </message>
    <message>
        <source>{name} is reading this</source>
        <translation>{name} さんが閲覧中</translation>
    </message>
    <message>
        <source>Mail the reason to the customer and hide the question</source>
        <translation>理由をお客様にメールで送り、質問を非表示にする</translation>
    </message>
    <message>
        <source>This question is hidden already.</source>
        <translation>この質問はすでに非表示です。</translation>
    </message>
    <message>
        <source>This connection cannot hide questions; QSM can.</source>
        <translation>この接続では質問を非表示にできません。QSMで操作できます。</translation>
    </message>
    <message>
        <source>Reply first: only an answered question can be hidden.</source>
        <translation>先に回答してください。非表示にできるのは回答済みの質問だけです。</translation>
    </message>
    <message>
        <source>Hide in QSM</source>
        <translation>QSMで非表示</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Show earlier messages ({count})</source>
        <translation>以前のメッセージを表示（{count}件）</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message numerus="yes">
        <source>Total of %n item(s)</source>
        <translation>
            <numerusform>合計（%n件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Qpost: not signed in</source>
        <translation>Qpost: サインインしていません</translation>
    </message>
    <message numerus="yes">
        <source>Qpost: %n customer(s) wait for an answer</source>
        <translation>
            <numerusform>Qpost: %n人のお客様が返信待ち</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications paused until {time}</source>
        <translation>{time}まで通知を停止中</translation>
    </message>
    <message>
        <source>Qpost is not signed in</source>
        <translation>Qpostにサインインしていません</translation>
    </message>
    <message>
        <source>Sign in to hear of customers again.</source>
        <translation>お客様のメッセージを受け取るにはサインインしてください。</translation>
    </message>
    <message>
        <source>Qpost goes on in the tray</source>
        <translation>Qpostはトレイで動いています</translation>
    </message>
    <message>
        <source>You still hear of customers. To quit, use the icon&apos;s menu; the settings change this.</source>
        <translation>引き続きお客様のメッセージをお知らせします。終了はアイコンのメニューから、変更は設定でできます。</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Open Qpost</source>
        <translation>Qpostを開く</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Quit Qpost</source>
        <translation>Qpostを終了</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1時間</translation>
    </message>
    <message>
        <source>Until tomorrow, 8:00</source>
        <translation>明日の8:00まで</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>今すぐ再開</translation>
    </message>
    <message>
        <source>{shop}  ({count})</source>
        <translation>{shop}（{count}）</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>通知を一時停止</translation>
    </message>
    <message>
        <source>Notifications paused until {time}</source>
        <translation>{time}まで通知を停止中</translation>
    </message>
</context>
<context>
    <name>TraySection</name>
    <message>
        <source>Tray</source>
        <translation>トレイ</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>ウィンドウを閉じても動かし続ける</translation>
    </message>
    <message>
        <source>Qpost stays as an icon beside the clock. Where there is no such place, it ends.</source>
        <translation>時計の横のアイコンとして残ります。トレイがない場合は終了します。</translation>
    </message>
    <message>
        <source>Start in the tray when the computer starts</source>
        <translation>コンピューターの起動時はトレイに待機</translation>
    </message>
    <message>
        <source>Otherwise its window opens.</source>
        <translation>オフにするとウィンドウが開きます。</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved yet</source>
        <translation>まだ保存されていません</translation>
    </message>
    <message>
        <source>What you have written would be lost with the window.</source>
        <translation>ウィンドウを閉じると、入力した文章が失われます。</translation>
    </message>
    <message>
        <source>What you have written</source>
        <translation>入力した文章</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>破棄して閉じる</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>文章をコピー</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>閉じずに続ける</translation>
    </message>
    <message>
        <source>What you write for hiding a question is kept only as long as Qpost runs.</source>
        <translation>質問を非表示にするために書いた文章は、Qpostの実行中だけ保持されます。</translation>
    </message>
    <message>
        <source>Without a credential store nothing is kept on this computer: drafts and what is not sent yet end with Qpost.</source>
        <translation>資格情報ストアがないため、このコンピューターには何も保存されません。下書きと未送信の内容はQpostの終了とともに失われます。</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>What is new</source>
        <translation>新機能</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>Open the page of the release in the browser</source>
        <translation>リリースのページをブラウザーで開く</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Not this version</source>
        <translation>このバージョンは不要</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>ダウンロードの進行状況</translation>
    </message>
    <message>
        <source>Install when I quit</source>
        <translation>終了時にインストール</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Do not install</source>
        <translation>インストールしない</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Downloading Qpost {version}: {percent} %</source>
        <translation>Qpost {version} をダウンロード中: {percent} %</translation>
    </message>
    <message>
        <source>Qpost {version} will be installed when you quit.</source>
        <translation>Qpost {version} は終了時にインストールされます。</translation>
    </message>
    <message>
        <source>Qpost {version} is available.</source>
        <translation>Qpost {version} が利用できます。</translation>
    </message>
</context>
<context>
    <name>UpdatesSection</name>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Look for new versions once a day</source>
        <translation>1日に1回、新しいバージョンを確認する</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Address for updates</source>
        <translation>更新用アドレス</translation>
    </message>
    <message>
        <source>Nothing is downloaded or installed before you choose it.</source>
        <translation>選ぶまで、ダウンロードもインストールもしません。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>This is Qpost {version}.</source>
        <translation>お使いのバージョンはQpost {version} です。</translation>
    </message>
    <message>
        <source>Looking for a new version…</source>
        <translation>新しいバージョンを確認中…</translation>
    </message>
    <message>
        <source>There is no newer version.</source>
        <translation>最新のバージョンです。</translation>
    </message>
    <message>
        <source>Last checked: {moment}</source>
        <translation>前回の確認: {moment}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>Settlement money</source>
        <translation>精算金</translation>
    </message>
    <message>
        <source>Q points</source>
        <translation>Qポイント</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>Gift tickets</source>
        <translation>ギフト券</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>Q stamps</source>
        <translation>Qスタンプ</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>ウォレット</translation>
    </message>
    <message>
        <source>Wallet: {facts}</source>
        <translation>ウォレット：{facts}</translation>
    </message>
</context>
<context>
    <name>_Balloon</name>
    <message>
        <source>Show the whole text</source>
        <translation>全文を表示</translation>
    </message>
</context>
</TS>
