<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AmountStep</name>
    <message>
        <source>How much do you want to charge? 1 Qcash costs ¥1.</source>
        <translation>要充值多少？1 Qcash为1日元。</translation>
    </message>
    <message>
        <source>{qcash} for {price}</source>
        <translation>{price}可得{qcash}</translation>
    </message>
</context>
<context>
    <name>AmountWords</name>
    <message>
        <source>{sign}¥{number}</source>
        <translation>{sign}{number} 日元</translation>
    </message>
    <message>
        <source>{sign}{number} Qcash</source>
        <translation>{sign}{number} Qcash</translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} point(s)</source>
        <translation>
            <numerusform>{sign}{number} 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} transaction(s)</source>
        <translation>
            <numerusform>{sign}{number} 件</numerusform>
        </translation>
    </message>
    <message>
        <source>yen</source>
        <translation>日元</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>transactions</source>
        <translation>件</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>没有可比较的数据</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>up {percent}</source>
        <translation>增加 {percent}</translation>
    </message>
    <message>
        <source>down {percent}</source>
        <translation>减少 {percent}</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Save file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>AutoReplyDialog</name>
    <message>
        <source>Auto-reply</source>
        <translation>自动回复</translation>
    </message>
    <message>
        <source>Send this text to {customer} and set the inquiry to “Answered”?</source>
        <translation>要将以下内容发送给 {customer}，并将该咨询设为“回复完成”吗？</translation>
    </message>
    <message numerus="yes">
        <source>Send this text to %n customer(s) and set their inquiries to “Answered”?</source>
        <translation>
            <numerusform>要将以下内容发送给 %n 位顾客，并将他们的咨询设为“回复完成”吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>For inquiries settled elsewhere, and for “I see” or “thank you”.</source>
        <translation>适用于已通过其他方式解决的咨询，以及“知道了”“谢谢”之类的留言。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CategoryMenu</name>
    <message>
        <source>All categories</source>
        <translation>全部分类</translation>
    </message>
    <message>
        <source>All of {category}</source>
        <translation>{category}全部</translation>
    </message>
</context>
<context>
    <name>ChargeDesk</name>
    <message>
        <source>This connection does not offer charging.</source>
        <translation>此连接不提供充值。</translation>
    </message>
    <message>
        <source>The last charge has to be clear first.</source>
        <translation>请先等待上一次充值的结果确认。</translation>
    </message>
    <message>
        <source>A charge is under way.</source>
        <translation>正在充值。</translation>
    </message>
    <message>
        <source>Charging needs the network.</source>
        <translation>充值需要网络连接。</translation>
    </message>
    <message>
        <source>Reading the payment methods…</source>
        <translation>正在读取支付方式…</translation>
    </message>
    <message>
        <source>This shop cannot charge Qcash here.</source>
        <translation>该店铺不能在这里充值Qcash。</translation>
    </message>
    <message>
        <source>The charge was refused. Nothing was charged.</source>
        <translation>充值未被受理。没有充值任何金额。</translation>
    </message>
    <message>
        <source>The unclear charge did not go through. Nothing was charged.</source>
        <translation>此前未确认的充值没有成功。没有充值任何金额。</translation>
    </message>
    <message>
        <source>{qcash} charged</source>
        <translation>已充值{qcash}</translation>
    </message>
    <message>
        <source>The charge of {price} was cancelled</source>
        <translation>{price}的充值已取消</translation>
    </message>
    <message>
        <source>{price} waits for your payment</source>
        <translation>{price}等待付款</translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>Charge Qcash</source>
        <translation>Qcash充值</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>正在等待答复</translation>
    </message>
    <message>
        <source>1  Amount</source>
        <translation>1  金额</translation>
    </message>
    <message>
        <source>2  Method</source>
        <translation>2  支付方式</translation>
    </message>
    <message>
        <source>3  Confirm</source>
        <translation>3  确认</translation>
    </message>
    <message>
        <source>{step} (current step)</source>
        <translation>{step}（当前步骤）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Charging…</source>
        <translation>正在充值…</translation>
    </message>
    <message>
        <source>Charge {price}</source>
        <translation>充值{price}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
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
        <translation>该期间没有数据。</translation>
    </message>
    <message>
        <source>{day} (JST)</source>
        <translation>{day}（JST）</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>柱状图</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>{kind}, {first} to {last} (JST). Lowest: {lowest}, {lowest_when}. Highest: {highest}, {highest_when}. Latest: {latest}. Left and Right move from value to value.</source>
        <translation>{kind}，{first}至{last}（JST）。最低：{lowest_when} {lowest}。最高：{highest_when} {highest}。最新：{latest}。按左右方向键可逐个查看数值。</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as chart</source>
        <translation>以图表显示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Enter the Q account password.</source>
        <translation>请输入Q账户密码。</translation>
    </message>
    <message>
        <source>Too many wrong Q account passwords. Nothing was charged. Try again in {minutes} min.</source>
        <translation>Q账户密码错误次数过多。没有充值任何金额。请在{minutes}分钟后重试。</translation>
    </message>
    <message>
        <source>You get</source>
        <translation>充值额</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>支付金额</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Balance afterwards</source>
        <translation>充值后余额</translation>
    </message>
    <message>
        <source>Qcash cannot be cancelled or refunded.</source>
        <translation>Qcash充值后不可取消，也不可退款。</translation>
    </message>
    <message>
        <source>Qcash never expires.</source>
        <translation>Qcash没有有效期限。</translation>
    </message>
    <message>
        <source>Qcash is forfeited when the shop leaves Qoo10.</source>
        <translation>店铺退出Qoo10时，剩余的Qcash将失效。</translation>
    </message>
    <message>
        <source>Q account password (not the sign-in password)</source>
        <translation>Q账户密码（不是登录密码）</translation>
    </message>
    <message>
        <source>After ordering you get the address of the payment page. Qpost never asks for card or bank data. An order that is not paid within 5 days is cancelled.</source>
        <translation>下单后会显示支付页面的地址。Qpost绝不会询问银行卡或银行账户信息。5天内未付款的订单将被取消。</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定（Caps Lock）已打开。</translation>
    </message>
</context>
<context>
    <name>ConnectionBox</name>
    <message>
        <source>Qpost service</source>
        <translation>Qpost服务</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>Where Qoo10 issues API keys (QSM)</source>
        <translation>在此申请API密钥（QSM）</translation>
    </message>
    <message>
        <source>Qoo10 API key</source>
        <translation>Qoo10 API密钥</translation>
    </message>
    <message>
        <source>Straight to Qoo10: read inquiries and answer them. Hiding, files, the state “answering”, points and Qcash stay in QSM.</source>
        <translation>直接连接Qoo10，可查看并回复咨询。设置隐藏、文件、“回复中”状态、积分和Qcash仍在QSM中使用。</translation>
    </message>
    <message>
        <source>A made-up shop on this computer. It needs no ID and nothing leaves the computer.</source>
        <translation>这是本机上的虚拟店铺。无需ID，任何数据都不会离开本机。</translation>
    </message>
    <message>
        <source>Connection: {name}</source>
        <translation>连接方式：{name}</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>A new message arrived while you were here. Read it before you send.</source>
        <translation>您停留在此页面期间收到了新消息。请阅读后再发送。</translation>
    </message>
    <message>
        <source>Reading the messages…</source>
        <translation>正在读取消息…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ConversionCard</name>
    <message>
        <source>Can be converted into Qcash</source>
        <translation>可转换为Qcash的积分</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>转换…</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>正在转换…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次确认</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>在浏览器中打开QSM</translation>
    </message>
    <message>
        <source>Converting needs the network.</source>
        <translation>转换需要网络连接。</translation>
    </message>
    <message>
        <source>The answer of {moment} did not arrive. It is being read back; nothing is converted twice.</source>
        <translation>{moment}的应答没有收到，正在核对结果，不会重复转换。</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>{qcash} received for {points} on {moment}</source>
        <translation>已于{moment}将{points}转换为{qcash}</translation>
    </message>
    <message>
        <source>Converted already this month</source>
        <translation>本月已转换</translation>
    </message>
    <message>
        <source>Not read yet this month</source>
        <translation>本月尚未读取</translation>
    </message>
    <message>
        <source>The month has ended. What was not converted is lost.</source>
        <translation>本月已结束，未转换的积分已失效。</translation>
    </message>
    <message>
        <source>{points} below the next 100 are lost</source>
        <translation>不足100的{points}将失效</translation>
    </message>
    <message>
        <source>This connection cannot convert; QSM can.</source>
        <translation>此连接无法转换，请在QSM中转换。</translation>
    </message>
    <message>
        <source>Last month: {points}. A minus is not carried over.</source>
        <translation>上月：{points}。负分不会结转。</translation>
    </message>
    <message>
        <source>Last month: {points}. It takes {unit} at least.</source>
        <translation>上月：{points}。满{unit}才能转换。</translation>
    </message>
</context>
<context>
    <name>ConvertDialog</name>
    <message>
        <source>Convert service points</source>
        <translation>转换服务积分</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>Service points of {month}</source>
        <translation>{month}的服务积分</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>已转换</translation>
    </message>
    <message>
        <source>Lost (below the next 100)</source>
        <translation>失效（不足100的部分）</translation>
    </message>
    <message>
        <source>To be converted</source>
        <translation>转换的积分</translation>
    </message>
    <message>
        <source>{points} were converted on {moment}. You now have {balance}.</source>
        <translation>已于{moment}转换{points}，当前余额为{balance}。</translation>
    </message>
    <message>
        <source>The service did not answer, so it is not known yet whether the points were converted. This is being read back; nothing is converted twice.</source>
        <translation>服务没有应答，尚不清楚积分是否已转换。正在核对结果，不会重复转换。</translation>
    </message>
    <message>
        <source>Convert all of last month&apos;s points?</source>
        <translation>要转换上月的全部积分吗？</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>正在转换…</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show the Qcash ledger</source>
        <translation>查看Qcash明细</translation>
    </message>
    <message>
        <source>{points} → {qcash}</source>
        <translation>{points} → {qcash}</translation>
    </message>
    <message>
        <source>1 point becomes 1 Qcash, worth 1 yen.</source>
        <translation>1积分转换为1 Qcash，相当于1日元。</translation>
    </message>
    <message>
        <source>Points are converted in units of 100; what is left over is lost.</source>
        <translation>以100分为单位转换，零头将失效。</translation>
    </message>
    <message>
        <source>Only once a month, all at once. It cannot be taken back.</source>
        <translation>每月只能转换一次，一次全部转换，无法撤销。</translation>
    </message>
    <message>
        <source>Possible until {moment}; nothing is carried over.</source>
        <translation>{moment}前可以转换，不会结转到下月。</translation>
    </message>
</context>
<context>
    <name>CornerNotice</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Ended {end}</source>
        <translation>已于 {end} 结束</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) {hours} h left, until {end}</source>
        <translation>
            <numerusform>剩余 %n 天 {hours} 小时，截至 {end}</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left, until {end}</source>
        <translation>剩余 {hours} 小时 {minutes} 分钟，截至 {end}</translation>
    </message>
    <message>
        <source>{minutes} min left, until {end}</source>
        <translation>剩余 {minutes} 分钟，截至 {end}</translation>
    </message>
    <message>
        <source>Less than a minute left, until {end}</source>
        <translation>剩余不到 1 分钟，截至 {end}</translation>
    </message>
</context>
<context>
    <name>CourtesyEdit</name>
    <message>
        <source>Text of auto-replies</source>
        <translation>自动回复的内容</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write at least one character.</source>
        <translation>请至少输入一个字符。</translation>
    </message>
    <message>
        <source>This is longer than Qoo10 takes.</source>
        <translation>超过了Qoo10允许的长度。</translation>
    </message>
</context>
<context>
    <name>DatePopup</name>
    <message>
        <source>From (Japan time)</source>
        <translation>开始日期（日本时间）</translation>
    </message>
    <message>
        <source>To (Japan time)</source>
        <translation>结束日期（日本时间）</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>不限日期</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The first day lies after the last day.</source>
        <translation>开始日期晚于结束日期。</translation>
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
        <translation>稍后</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>{seconds}秒后</translation>
    </message>
    <message>
        <source>in {minutes} min</source>
        <translation>{minutes}分钟后</translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was lost.</source>
        <translation>对服务的请求过于频繁。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>What waits is sent by itself; otherwise try again {wait}.</source>
        <translation>等待发送的内容会自动发送；其他操作请{wait}重试。</translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was lost.</source>
        <translation>服务暂时不可用。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>It is tried again by itself; otherwise try again {wait}.</source>
        <translation>系统会自动重试；其他操作请{wait}重试。</translation>
    </message>
    <message>
        <source>The service failed on this request. Your text is kept.</source>
        <translation>服务未能处理此请求。您的文字已保留。</translation>
    </message>
    <message>
        <source>Try again; if it stays, give the details to whoever runs the service.</source>
        <translation>请重试；如果问题仍然存在，请将详细信息告知服务管理员。</translation>
    </message>
    <message>
        <source>The service cannot be reached. What you have written is kept.</source>
        <translation>无法连接到服务。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address; it is tried again by itself.</source>
        <translation>请检查网络和服务地址；系统会自动重试。</translation>
    </message>
    <message>
        <source>The service did not answer in time. What you have written is kept.</source>
        <translation>服务未在规定时间内响应。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>The network may be slow: try again.</source>
        <translation>网络可能较慢，请重试。</translation>
    </message>
    <message>
        <source>The connection broke off. What you have written is kept.</source>
        <translation>连接已中断。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>It is checked what arrived before anything is sent again.</source>
        <translation>重新发送之前，会先确认哪些内容已送达。</translation>
    </message>
    <message>
        <source>The service could not prove who it is, so nothing was sent to it.</source>
        <translation>无法验证服务的身份，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and the address; the certificate may be expired.</source>
        <translation>请检查本机日期和服务地址；证书也可能已过期。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the connection through.</source>
        <translation>网络代理不允许此连接。</translation>
    </message>
    <message>
        <source>Check the system&apos;s proxy settings, or ask whoever looks after the network.</source>
        <translation>请检查系统的代理设置，或咨询网络管理员。</translation>
    </message>
    <message>
        <source>The network answered with a page of its own instead of the service.</source>
        <translation>响应的不是服务，而是网络自身的页面。</translation>
    </message>
    <message>
        <source>Sign in to this network in a web browser, then try again.</source>
        <translation>请先在浏览器中登录此网络，然后重试。</translation>
    </message>
    <message>
        <source>This address is not encrypted (http), so no password is sent to it.</source>
        <translation>此地址未加密（http），因此不会向其发送密码。</translation>
    </message>
    <message>
        <source>Use an address that begins with https://</source>
        <translation>请使用以 https:// 开头的地址</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved.</source>
        <translation>磁盘已满，无法保存任何内容。</translation>
    </message>
    <message>
        <source>Keep this window open, free some space, then try again.</source>
        <translation>请保持此窗口打开，释放一些空间后重试。</translation>
    </message>
    <message>
        <source>Qpost may not write into its data folder.</source>
        <translation>Qpost无法写入其数据文件夹。</translation>
    </message>
    <message>
        <source>Keep this window open, allow writing to the folder, then try again.</source>
        <translation>请保持此窗口打开，允许写入该文件夹后重试。</translation>
    </message>
    <message>
        <source>The local data is damaged: {file}. The service still has your inquiries.</source>
        <translation>本机数据已损坏：{file}。您的咨询仍保存在服务中。</translation>
    </message>
    <message>
        <source>Copy what you are writing, then start Qpost again: it saves drafts and unsent replies and reads the inquiries anew.</source>
        <translation>请先复制正在撰写的内容，再重新启动Qpost：它会保存草稿和未发送的回复，并重新读取咨询。</translation>
    </message>
    <message>
        <source>A newer Qpost wrote the local data: {file}. It was left untouched.</source>
        <translation>本机数据由更新版本的Qpost写入：{file}。未作任何更改。</translation>
    </message>
    <message>
        <source>Install the newest Qpost.</source>
        <translation>请安装最新版本的Qpost。</translation>
    </message>
    <message>
        <source>Another program holds the local data. Nothing was changed.</source>
        <translation>另一个程序正在使用本机数据。未作任何更改。</translation>
    </message>
    <message>
        <source>Close the other Qpost, then try again.</source>
        <translation>请关闭另一个Qpost，然后重试。</translation>
    </message>
    <message>
        <source>The local data could not be used. Nothing on the service was changed.</source>
        <translation>无法使用本机数据。服务中的数据未作任何更改。</translation>
    </message>
    <message>
        <source>Try again; if it stays, start Qpost again.</source>
        <translation>请重试；如果问题仍然存在，请重新启动Qpost。</translation>
    </message>
    <message>
        <source>Qpost did not end properly and part of the local data is damaged. Drafts at hand: {drafts}; unsent replies: {replies}.</source>
        <translation>Qpost未正常结束，部分本机数据已损坏。现有草稿：{drafts}；未发送的回复：{replies}。</translation>
    </message>
    <message>
        <source>The very last ones may be missing; please look through them.</source>
        <translation>最后写下的内容可能缺失，请检查。</translation>
    </message>
    <message>
        <source>The local data was damaged and has been made anew. Drafts saved: {drafts}; unsent replies saved: {replies}.</source>
        <translation>本机数据曾损坏，现已重建。已保存的草稿：{drafts}；已保存的未发送回复：{replies}。</translation>
    </message>
    <message>
        <source>None is missing. The inquiries are read again from the service.</source>
        <translation>没有任何缺失。咨询将重新从服务读取。</translation>
    </message>
    <message>
        <source>Some could not be read and may be missing; please look through them. The inquiries are read again from the service.</source>
        <translation>有些内容无法读取，可能缺失，请检查。咨询将重新从服务读取。</translation>
    </message>
    <message>
        <source>This system has no credential store, so the sign-in is not kept.</source>
        <translation>此系统没有凭据存储，因此不会保存登录信息。</translation>
    </message>
    <message>
        <source>You are asked again next time; drafts last until Qpost is closed.</source>
        <translation>下次需要重新登录；草稿会保留到Qpost关闭为止。</translation>
    </message>
    <message>
        <source>The system&apos;s credential store is locked, so the sign-in is not kept.</source>
        <translation>系统的凭据存储已锁定，因此不会保存登录信息。</translation>
    </message>
    <message>
        <source>Unlock it and sign in again to keep drafts and sign-in on this computer.</source>
        <translation>请解锁后重新登录，以便在本机保留草稿和登录信息。</translation>
    </message>
    <message>
        <source>The system&apos;s credential store does not answer, so the sign-in is not kept.</source>
        <translation>系统的凭据存储没有响应，因此不会保存登录信息。</translation>
    </message>
    <message>
        <source>Look for a window asking for its password, then sign in again.</source>
        <translation>请查看是否有要求输入其密码的窗口，然后重新登录。</translation>
    </message>
    <message>
        <source>The system&apos;s credential store refused, so the sign-in is not kept.</source>
        <translation>系统的凭据存储拒绝了请求，因此不会保存登录信息。</translation>
    </message>
    <message>
        <source>Check its settings; until then drafts last until Qpost is closed.</source>
        <translation>请检查其设置；在此之前，草稿会保留到Qpost关闭为止。</translation>
    </message>
    <message>
        <source>{file_name} cannot be read, so it was not attached.</source>
        <translation>无法读取 {file_name}，因此未添加为附件。</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may open it.</source>
        <translation>请确认文件仍然存在，并且您有权打开它。</translation>
    </message>
    <message>
        <source>{file_name} is larger than 10 MiB, so it was not attached.</source>
        <translation>{file_name} 超过10 MiB，因此未添加为附件。</translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation>请选择较小的文件。</translation>
    </message>
    <message>
        <source>{file_name} is empty, so it was not attached.</source>
        <translation>{file_name} 是空文件，因此未添加为附件。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>{file_name} could not be saved there.</source>
        <translation>无法将 {file_name} 保存到该位置。</translation>
    </message>
    <message>
        <source>Choose another folder or free some space.</source>
        <translation>请选择其他文件夹，或释放一些空间。</translation>
    </message>
    <message>
        <source>The disk is full, so {file_name} was not saved.</source>
        <translation>磁盘已满，{file_name} 未保存。</translation>
    </message>
    <message>
        <source>Free some space or choose another disk, then save again.</source>
        <translation>请释放一些空间或选择其他磁盘，然后再次保存。</translation>
    </message>
    <message>
        <source>{file_name} is open in another program, so it was not replaced.</source>
        <translation>{file_name} 已在其他程序中打开，未被替换。</translation>
    </message>
    <message>
        <source>Close it there or choose another name, then save again.</source>
        <translation>请在该程序中关闭它或换一个名称，然后再次保存。</translation>
    </message>
    <message>
        <source>This connection does not offer this.</source>
        <translation>此连接不提供该功能。</translation>
    </message>
    <message>
        <source>Everything else goes on as before.</source>
        <translation>其他功能不受影响。</translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation>无法启动演示。</translation>
    </message>
    <message>
        <source>Install Qpost with its service part, or connect to a Qpost service.</source>
        <translation>请安装包含服务组件的Qpost，或连接到Qpost服务。</translation>
    </message>
    <message>
        <source>The system did not accept the start setting.</source>
        <translation>系统未接受开机启动设置。</translation>
    </message>
    <message>
        <source>Allow Qpost in the system&apos;s start-up settings, then choose again.</source>
        <translation>请在系统的启动设置中允许Qpost，然后重新选择。</translation>
    </message>
    <message>
        <source>This connection does not offer inquiries.</source>
        <translation>此连接不提供咨询功能。</translation>
    </message>
    <message>
        <source>This connection does not offer replies.</source>
        <translation>此连接不提供回复功能。</translation>
    </message>
    <message>
        <source>This connection does not offer auto-reply.</source>
        <translation>此连接不提供自动回复功能。</translation>
    </message>
    <message>
        <source>This connection does not offer hiding.</source>
        <translation>此连接不提供设置隐藏功能。</translation>
    </message>
    <message>
        <source>This connection does not offer files.</source>
        <translation>此连接不提供文件功能。</translation>
    </message>
    <message>
        <source>This connection does not offer templates.</source>
        <translation>此连接不提供模板功能。</translation>
    </message>
    <message>
        <source>This connection does not offer live updates.</source>
        <translation>此连接不提供实时更新功能。</translation>
    </message>
    <message>
        <source>This connection does not offer service points.</source>
        <translation>此连接不提供服务积分功能。</translation>
    </message>
    <message>
        <source>This connection does not offer converting points.</source>
        <translation>此连接不提供积分转换功能。</translation>
    </message>
    <message>
        <source>This connection does not offer Qcash.</source>
        <translation>此连接不提供Qcash功能。</translation>
    </message>
    <message>
        <source>This connection does not offer charging Qcash.</source>
        <translation>此连接不提供Qcash充值功能。</translation>
    </message>
    <message>
        <source>This connection does not show who else is at work.</source>
        <translation>此连接不显示其他同事的工作状态。</translation>
    </message>
    <message>
        <source>This connection does not offer orders.</source>
        <translation>此连接不提供订单功能。</translation>
    </message>
    <message>
        <source>Something unexpected happened. Qpost goes on; what you have written is kept.</source>
        <translation>发生了意外情况。Qpost将继续运行，您输入的内容已保留。</translation>
    </message>
    <message>
        <source>If it happens again, please report the details.</source>
        <translation>如果再次发生，请报告详细信息。</translation>
    </message>
    <message>
        <source>The service answered with something this version does not know: {code}.</source>
        <translation>服务返回了此版本无法识别的内容：{code}。</translation>
    </message>
    <message>
        <source>Nothing you have written was lost. A newer Qpost may know it.</source>
        <translation>您输入的内容没有丢失。新版Qpost可能支持此内容。</translation>
    </message>
    <message>
        <source>The ID or the password is not correct.</source>
        <translation>ID或密码不正确。</translation>
    </message>
    <message>
        <source>Check both: five wrong passwords lock the account for 15 minutes.</source>
        <translation>请检查两者：密码连续输错5次，账户将被锁定15分钟。</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Drafts and replies not yet sent are kept.</source>
        <translation>登录已失效。草稿和尚未发送的回复已保留。</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>请重新登录以继续。</translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords.</source>
        <translation>密码输错次数过多，账户已被锁定。</translation>
    </message>
    <message>
        <source>Try again in {minutes} min.</source>
        <translation>请在{minutes}分钟后重试。</translation>
    </message>
    <message>
        <source>This account may not do that. Nothing was changed.</source>
        <translation>此账户无权执行该操作。未作任何更改。</translation>
    </message>
    <message>
        <source>Sign in with the account that owns the shop, or ask its owner.</source>
        <translation>请使用拥有该店铺的账户登录，或联系店铺所有者。</translation>
    </message>
    <message>
        <source>It no longer exists on the service. What you wrote is kept as a draft.</source>
        <translation>该内容在服务中已不存在。您写的文字已保留为草稿。</translation>
    </message>
    <message>
        <source>Press Query to read the list again.</source>
        <translation>请点击“查询”重新读取列表。</translation>
    </message>
    <message>
        <source>The inquiry was changed meanwhile. Nothing was sent and your text is kept.</source>
        <translation>该咨询已被更新。未发送任何内容，您的文字已保留。</translation>
    </message>
    <message>
        <source>Read what is new, then send again.</source>
        <translation>请阅读新内容后再次发送。</translation>
    </message>
    <message>
        <source>Somebody wrote in this inquiry before your reply left. It was not sent.</source>
        <translation>在您的回复发出之前，有人在此咨询中写了新内容。回复未发送。</translation>
    </message>
    <message>
        <source>Your text is kept: read the new message, then send again or change it.</source>
        <translation>您的文字已保留：请阅读新消息，然后再次发送或进行修改。</translation>
    </message>
    <message>
        <source>The inquiry was not hidden: nobody has replied to it yet.</source>
        <translation>未能隐藏该咨询：尚无人回复。</translation>
    </message>
    <message>
        <source>Reply first, then hide it.</source>
        <translation>请先回复，再设置隐藏。</translation>
    </message>
    <message>
        <source>The inquiry was not hidden: only the shop and the customer see it anyway.</source>
        <translation>未隐藏该咨询：它本来就只有店铺和顾客可见。</translation>
    </message>
    <message>
        <source>Only public questions on an item page can be hidden.</source>
        <translation>只有商品页面上的公开咨询可以设置隐藏。</translation>
    </message>
    <message>
        <source>It is on its way already and can no longer be taken back.</source>
        <translation>已在发送中，无法撤回。</translation>
    </message>
    <message>
        <source>Write another reply if something has to be put right.</source>
        <translation>如需更正，请另写一条回复。</translation>
    </message>
    <message>
        <source>The list has to be read from the beginning. Drafts are kept.</source>
        <translation>需要从头读取列表。草稿已保留。</translation>
    </message>
    <message>
        <source>This happens by itself and may take a few minutes.</source>
        <translation>此操作会自动进行，可能需要几分钟。</translation>
    </message>
    <message>
        <source>The service did not accept what was entered. Your text is kept.</source>
        <translation>服务未接受输入的内容。您的文字已保留。</translation>
    </message>
    <message>
        <source>Correct it and send again.</source>
        <translation>请更正后再次发送。</translation>
    </message>
    <message>
        <source>The service has already received something else under this number.</source>
        <translation>服务已用此编号收到过其他内容。</translation>
    </message>
    <message>
        <source>Your text is kept: look at the history, then send it as a new reply.</source>
        <translation>您的文字已保留：请查看历史记录，然后作为新回复发送。</translation>
    </message>
    <message>
        <source>A file is larger than the 10 MiB the service accepts. Your text is kept.</source>
        <translation>有文件超过服务允许的10 MiB。您的文字已保留。</translation>
    </message>
    <message>
        <source>Take the file out or make it smaller, then send again.</source>
        <translation>请移除或缩小该文件，然后再次发送。</translation>
    </message>
    <message>
        <source>The service does not take this kind of file. Your text is kept.</source>
        <translation>服务不接受此类文件。您的文字已保留。</translation>
    </message>
    <message>
        <source>Use a picture, a PDF, a text or a zip file.</source>
        <translation>请使用图片、PDF、文本或zip文件。</translation>
    </message>
    <message>
        <source>These dates cannot be shown here.</source>
        <translation>此处无法显示这些日期。</translation>
    </message>
    <message>
        <source>Choose dates from {min} to {max}.</source>
        <translation>请选择{min}至{max}之间的日期。</translation>
    </message>
    <message>
        <source>This is not the address of a service.</source>
        <translation>这不是服务的地址。</translation>
    </message>
    <message>
        <source>Enter it like https://qpost.example.com</source>
        <translation>请按此格式输入：https://qpost.example.com</translation>
    </message>
    <message>
        <source>Last month&apos;s points were converted already. Nothing was converted twice.</source>
        <translation>上月积分已转换过，没有重复转换。</translation>
    </message>
    <message>
        <source>The Qcash ledger shows the entry.</source>
        <translation>可在Qcash明细中查看该记录。</translation>
    </message>
    <message>
        <source>The time for converting last month&apos;s points is over.</source>
        <translation>上月积分的转换期限已过。</translation>
    </message>
    <message>
        <source>The next conversion opens on the 1st, Japan time.</source>
        <translation>下次转换将于日本时间1日开放。</translation>
    </message>
    <message>
        <source>There are fewer than 100 points, so nothing can be converted.</source>
        <translation>积分不足100，无法转换。</translation>
    </message>
    <message>
        <source>Points are converted in units of 100.</source>
        <translation>积分以100为单位转换。</translation>
    </message>
    <message>
        <source>There are other points now than were shown. Nothing was converted.</source>
        <translation>当前积分与显示的不同。未进行转换。</translation>
    </message>
    <message>
        <source>Look at the new figures, then convert.</source>
        <translation>请查看新的数值后再转换。</translation>
    </message>
    <message>
        <source>There is not enough money for this amount. Nothing was charged.</source>
        <translation>余额不足，未进行充值。</translation>
    </message>
    <message>
        <source>Choose a smaller amount or another payment method.</source>
        <translation>请选择较小的金额或其他付款方式。</translation>
    </message>
    <message>
        <source>Nobody can tell yet whether this took effect. It is not sent a second time.</source>
        <translation>目前还无法确认该操作是否已经生效。不会重复发送。</translation>
    </message>
    <message>
        <source>What happened is looked up as soon as the service answers again.</source>
        <translation>服务恢复应答后，会立即查询结果。</translation>
    </message>
    <message>
        <source>The Q account password is not correct. Nothing was charged.</source>
        <translation>Q账户密码不正确，未进行充值。</translation>
    </message>
    <message>
        <source>It is not the password you sign in with.</source>
        <translation>它不是登录密码。</translation>
    </message>
    <message>
        <source>The service did not accept this. Nothing was converted or charged.</source>
        <translation>服务未接受此操作。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>Read the page again (F5), then choose anew.</source>
        <translation>请刷新页面(F5)后重新选择。</translation>
    </message>
    <message>
        <source>It no longer exists on the service. Nothing was converted or charged.</source>
        <translation>该内容在服务中已不存在。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was converted or charged.</source>
        <translation>对服务的请求过于频繁。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>Try again {wait}.</source>
        <translation>请{wait}重试。</translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was converted or charged.</source>
        <translation>服务暂时不可用。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>The service failed on this request. Nothing was converted or charged.</source>
        <translation>服务未能处理此请求。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>The service cannot be reached. Nothing was converted or charged.</source>
        <translation>无法连接到服务。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address, then try again.</source>
        <translation>请检查网络和服务地址，然后重试。</translation>
    </message>
    <message>
        <source>The service did not answer in time. Nothing was converted or charged.</source>
        <translation>服务未在规定时间内响应。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>The connection broke off. Nothing was converted or charged.</source>
        <translation>连接已中断。未进行任何转换或充值。</translation>
    </message>
    <message>
        <source>Look at the history, then try again.</source>
        <translation>请查看记录后重试。</translation>
    </message>
    <message>
        <source>The service no longer knows this item.</source>
        <translation>服务中已没有此商品。</translation>
    </message>
    <message>
        <source>Read the items again (F5).</source>
        <translation>请重新读取商品(F5)。</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>缺少{field}。</translation>
    </message>
    <message>
        <source>{field} is too long or too short.</source>
        <translation>{field}过长或过短。</translation>
    </message>
    <message>
        <source>{field} is too long.</source>
        <translation>{field}过长。</translation>
    </message>
    <message>
        <source>{field} is too short.</source>
        <translation>{field}过短。</translation>
    </message>
    <message>
        <source>{field} is of the wrong kind.</source>
        <translation>{field}的类型不正确。</translation>
    </message>
    <message>
        <source>{field} is not valid.</source>
        <translation>{field}无效。</translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation>无法读取该请求。</translation>
    </message>
    <message>
        <source>{field} names something that does not exist.</source>
        <translation>{field}指定的内容不存在。</translation>
    </message>
    <message>
        <source>{field} cannot be set to this.</source>
        <translation>{field}不能设为该值。</translation>
    </message>
    <message>
        <source>{field}: {message}</source>
        <translation>{field}：{message}</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>The status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The sender&apos;s e-mail address</source>
        <translation>发件人邮箱</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The staff label</source>
        <translation>员工标签</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>This Qpost has no release key, so it cannot tell a true version from a false one.</source>
        <translation>此Qpost没有发布密钥，无法辨别新版本的真伪。</translation>
    </message>
    <message>
        <source>New versions are installed by hand.</source>
        <translation>请手动安装新版本。</translation>
    </message>
    <message>
        <source>It is not known where new versions are announced.</source>
        <translation>尚未设置新版本的发布地址。</translation>
    </message>
    <message>
        <source>Enter the address in the settings, under Updates.</source>
        <translation>请在设置的“更新”中输入地址。</translation>
    </message>
    <message>
        <source>The address for updates is not encrypted (http), so nothing is taken from it.</source>
        <translation>更新地址未加密（http），因此不会从该地址获取任何内容。</translation>
    </message>
    <message>
        <source>Enter an address for updates that begins with https://</source>
        <translation>请输入以 https:// 开头的更新地址</translation>
    </message>
    <message>
        <source>There is nothing at the address for updates.</source>
        <translation>更新地址上没有任何内容。</translation>
    </message>
    <message>
        <source>Check the address in the settings, under Updates.</source>
        <translation>请在设置的“更新”中检查地址。</translation>
    </message>
    <message>
        <source>The address for updates cannot be reached.</source>
        <translation>无法连接更新地址。</translation>
    </message>
    <message>
        <source>Qpost goes on as it is and looks again later.</source>
        <translation>Qpost可照常使用，稍后会再次检查。</translation>
    </message>
    <message>
        <source>The server for updates is busy.</source>
        <translation>更新服务器繁忙。</translation>
    </message>
    <message>
        <source>It is asked again later by itself.</source>
        <translation>稍后会自动再次查询。</translation>
    </message>
    <message>
        <source>The server for updates does not answer as it should.</source>
        <translation>更新服务器的响应不正常。</translation>
    </message>
    <message>
        <source>Nothing was changed; it is tried again later.</source>
        <translation>没有做任何更改，稍后会再次尝试。</translation>
    </message>
    <message>
        <source>The download of the new version was interrupted.</source>
        <translation>新版本的下载被中断。</translation>
    </message>
    <message>
        <source>What came is kept, and it goes on by itself.</source>
        <translation>已下载的部分会保留，并自动继续下载。</translation>
    </message>
    <message>
        <source>What stands at the address for updates cannot be read.</source>
        <translation>无法读取更新地址上的内容。</translation>
    </message>
    <message>
        <source>Check the address, or tell whoever publishes Qpost.</source>
        <translation>请检查地址，或告知Qpost的发布者。</translation>
    </message>
    <message>
        <source>The announced version is not signed by the makers of Qpost, so it was refused.</source>
        <translation>所发布的版本没有Qpost制作方的签名，已拒绝。</translation>
    </message>
    <message>
        <source>Nothing was changed. If it stays, tell whoever publishes Qpost.</source>
        <translation>没有做任何更改。如果持续出现，请告知Qpost的发布者。</translation>
    </message>
    <message>
        <source>The announced version is signed with an expired key, so it was refused.</source>
        <translation>所发布的版本使用了过期的密钥签名，已拒绝。</translation>
    </message>
    <message>
        <source>Install the newest Qpost by hand; it knows the present key.</source>
        <translation>请手动安装最新的Qpost，其中包含当前的密钥。</translation>
    </message>
    <message>
        <source>An older announcement came back, so it was refused.</source>
        <translation>收到了较旧的发布信息，已拒绝。</translation>
    </message>
    <message>
        <source>The server may lag behind; it is asked again tomorrow.</source>
        <translation>服务器可能尚未同步，明天会再次检查。</translation>
    </message>
    <message>
        <source>The announced version is dated in the future, so it was refused.</source>
        <translation>所发布版本的日期在未来，已拒绝。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time.</source>
        <translation>请检查此电脑的日期和时间。</translation>
    </message>
    <message>
        <source>The new version is larger than announced, so it was thrown away.</source>
        <translation>新版本比公布的大小更大，已丢弃。</translation>
    </message>
    <message>
        <source>Try again tomorrow, or install it by hand.</source>
        <translation>请明天再试，或手动安装。</translation>
    </message>
    <message>
        <source>What arrived is not the version that was signed, so it was thrown away.</source>
        <translation>收到的文件与签名的版本不符，已丢弃。</translation>
    </message>
    <message>
        <source>Try again; if it stays, on another network.</source>
        <translation>请重试；如果仍然如此，请换一个网络再试。</translation>
    </message>
    <message>
        <source>The new version is not made for this kind of computer.</source>
        <translation>新版本不支持此类电脑。</translation>
    </message>
    <message>
        <source>Keep working with the present one.</source>
        <translation>请继续使用当前版本。</translation>
    </message>
    <message>
        <source>The new version needs a newer Windows.</source>
        <translation>新版本需要更新的Windows。</translation>
    </message>
    <message>
        <source>Update Windows first; this Qpost goes on working.</source>
        <translation>请先更新Windows；当前的Qpost可继续使用。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for the new version.</source>
        <translation>磁盘空间不足，无法保存新版本。</translation>
    </message>
    <message>
        <source>Free some space, then choose to install it again.</source>
        <translation>请腾出空间，然后再次选择安装。</translation>
    </message>
    <message>
        <source>The new version could not be saved.</source>
        <translation>无法保存新版本。</translation>
    </message>
    <message>
        <source>Check that Qpost may write into its cache folder.</source>
        <translation>请确认Qpost可以写入其缓存文件夹。</translation>
    </message>
    <message>
        <source>The new version was not installed; this is still the one before.</source>
        <translation>新版本未能安装，当前仍是旧版本。</translation>
    </message>
    <message>
        <source>Choose to install it again, or run its setup yourself.</source>
        <translation>请再次选择安装，或自行运行安装程序。</translation>
    </message>
    <message>
        <source>Qoo10 refused this request. What you have written is kept.</source>
        <translation>Qoo10拒绝了此请求。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>The details hold Qoo10&apos;s own reason; look the inquiry up in QSM.</source>
        <translation>Qoo10给出的原因见详细信息，请在QSM中查看该咨询。</translation>
    </message>
    <message>
        <source>Qoo10 did not accept the API key, the ID or the password.</source>
        <translation>Qoo10未接受API密钥、ID或密码。</translation>
    </message>
    <message>
        <source>Check all three; an API key has to be renewed at Qoo10 every year.</source>
        <translation>请检查这三项；API密钥每年都需要在Qoo10更新。</translation>
    </message>
    <message>
        <source>Qoo10 has ended your sign-in. Drafts and replies not yet sent are kept.</source>
        <translation>您在Qoo10的登录已失效。草稿和未发送的回复已保留。</translation>
    </message>
    <message>
        <source>Sign in again with your password: it was changed, or a year has passed since the last time.</source>
        <translation>请用密码重新登录：密码已更改，或距上次登录已满一年。</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Preparing {name}…</source>
        <translation>正在准备 {name}…</translation>
    </message>
    <message>
        <source>Writing {name}: {done} of {total} inquiries</source>
        <translation>正在写入 {name}： 已完成 {done} / {total} 条咨询</translation>
    </message>
    <message>
        <source>Writing {name}: {percent} %</source>
        <translation>正在写入 {name}： {percent} %</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Inquiry no.</source>
        <translation>咨询编号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>公开范围</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>商品号码</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号码</translation>
    </message>
    <message>
        <source>Received (JST)</source>
        <translation>收到时间 (JST)</translation>
    </message>
    <message>
        <source>Replied (JST)</source>
        <translation>回复时间 (JST)</translation>
    </message>
    <message>
        <source>Waiting (minutes)</source>
        <translation>等待时间 (分钟)</translation>
    </message>
    <message>
        <source>Response time (minutes)</source>
        <translation>回复用时 (分钟)</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最后一条消息</translation>
    </message>
    <message>
        <source>Whole thread</source>
        <translation>全部往来内容</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>回复时间</translation>
    </message>
    <message>
        <source>Files: {names}</source>
        <translation>附件： {names}</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation>{name}・自动回复</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export selected ({count})…</source>
        <translation>导出所选咨询 ({count})…</translation>
    </message>
    <message>
        <source>Export list ({count})…</source>
        <translation>导出列表 ({count})…</translation>
    </message>
    <message>
        <source>Export inquiries (Ctrl+E)</source>
        <translation>导出咨询 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export inquiries</source>
        <translation>导出咨询</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Save thread as PDF…</source>
        <translation>将往来内容保存为 PDF…</translation>
    </message>
    <message>
        <source>Save thread as PDF</source>
        <translation>将往来内容保存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Seller grade</source>
        <translation>卖家等级</translation>
    </message>
    <message>
        <source>Transactions this month</source>
        <translation>本月交易件数</translation>
    </message>
    <message>
        <source>Service points this month</source>
        <translation>本月服务积分</translation>
    </message>
    <message>
        <source>Shipping points this month</source>
        <translation>本月运送分数</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>As of {day} (Japan time)</source>
        <translation>截至{day}（日本时间）</translation>
    </message>
    <message>
        <source>on last month</source>
        <translation>与上月比较</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>交易金额</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12个月</translation>
    </message>
    <message>
        <source>30 days, {days}</source>
        <translation>近30日，{days}</translation>
    </message>
    <message>
        <source>No day counted yet (Japan time)</source>
        <translation>本月尚无统计（日本时间）</translation>
    </message>
    <message>
        <source>{days} (Japan time)</source>
        <translation>{days}（日本时间）</translation>
    </message>
</context>
<context>
    <name>FileChips</name>
    <message>
        <source>Take {name} out</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>FileWriting</name>
    <message>
        <source>Export cancelled. No file was written.</source>
        <translation>已取消导出。未写入任何文件。</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Back to the previous list (Alt+Left)</source>
        <translation>返回上一个列表（Alt+←）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>全部号码</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>商品号码</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号码</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详细条件</translation>
    </message>
    <message>
        <source>Number to look for</source>
        <translation>要查找的号码</translation>
    </message>
    <message>
        <source>Starts with…</source>
        <translation>开头数字…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Ask the service for news and show the result (F5)</source>
        <translation>从服务获取最新内容并显示结果（F5）</translation>
    </message>
    <message>
        <source>From customers</source>
        <translation>来自顾客的咨询</translation>
    </message>
    <message>
        <source>From Qoo10</source>
        <translation>客户中心/Qoo10纸条</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Last 30 days
Customers: {unanswered} unanswered, {answering} answering
Qoo10: {qoo10_unanswered} unanswered, {unconfirmed} unconfirmed</source>
        <translation>最近30天
顾客：未处理 {unanswered}，回复中 {answering}
Qoo10：未处理 {qoo10_unanswered}，未确认 {unconfirmed}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收日期</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>回复日期</translation>
    </message>
    <message>
        <source>{kind}: any date</source>
        <translation>{kind}：不限</translation>
    </message>
</context>
<context>
    <name>FollowingLinks</name>
    <message>
        <source>The link leads to shop {code}, which is not among yours.</source>
        <translation>链接指向的店铺 {code} 不在您的店铺之中。</translation>
    </message>
    <message>
        <source>Inquiry {number}, to which the link leads, is not among those read so far.</source>
        <translation>链接指向的咨询 {number} 不在目前已读取的咨询之中。</translation>
    </message>
</context>
<context>
    <name>GapNotice</name>
    <message>
        <source>Between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here.</source>
        <translation>从{start}到{end}，Qoo10未能给出全部咨询，此处缺少一部分。</translation>
    </message>
    <message>
        <source>In several spans between {start} and {end} Qoo10 lists more than it hands out; some inquiries are missing here.</source>
        <translation>从{start}到{end}的若干时段内，Qoo10未能给出全部咨询，此处缺少一部分。</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>在浏览器中打开QSM</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search inquiries (Ctrl+F)</source>
        <translation>搜索咨询（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search inquiries</source>
        <translation>搜索咨询</translation>
    </message>
    <message>
        <source>Searches what the filters show.
Words, and from: item: order: status: before: after: such as from:Tanaka after:2026-03</source>
        <translation>在筛选范围内搜索。
除词语外，还可使用 from: item: order: status: before: after:，例如 from:田中 after:2026-03</translation>
    </message>
    <message>
        <source>Switch to another shop</source>
        <translation>切换到其他店铺</translation>
    </message>
    <message>
        <source>Your staff label; colleagues see it on what you handle</source>
        <translation>您的员工标签；同事可在您处理的咨询上看到</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Up to date since {time} JST</source>
        <translation>截至 {time}（日本时间）已是最新</translation>
    </message>
    <message>
        <source>Syncing{percent}</source>
        <translation>正在同步{percent}</translation>
    </message>
    <message>
        <source>The newest inquiries come first.</source>
        <translation>最新的咨询会最先显示。</translation>
    </message>
    <message>
        <source>Offline since {time} JST</source>
        <translation>离线（自 {time} JST）</translation>
    </message>
    <message>
        <source>Not updated since {time} JST</source>
        <translation>自 {time} JST 起未更新</translation>
    </message>
    <message>
        <source>Click to try again now.</source>
        <translation>点击可立即重试。</translation>
    </message>
    <message>
        <source>No access to this shop</source>
        <translation>无权访问此店铺</translation>
    </message>
</context>
<context>
    <name>HideDialog</name>
    <message>
        <source>Hide from the item page</source>
        <translation>在商品页面上隐藏</translation>
    </message>
    <message>
        <source>The question and its answer disappear from the item page, and {customer} gets your reason by mail. A question that vanishes without a reason leads to complaints.</source>
        <translation>该咨询及其回复将从商品页面消失，{customer} 会通过邮件收到您填写的理由。咨询无故消失容易引起投诉。</translation>
    </message>
    <message>
        <source>Title of the mail</source>
        <translation>邮件标题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Sender&apos;s e-mail address</source>
        <translation>发件人邮箱</translation>
    </message>
    <message>
        <source>Restrict this customer for this item</source>
        <translation>针对此商品限制该顾客</translation>
    </message>
    <message>
        <source>Send mail and hide</source>
        <translation>发送邮件并隐藏</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write a title for the mail.</source>
        <translation>请填写邮件标题。</translation>
    </message>
    <message>
        <source>Tell the customer the reason.</source>
        <translation>请填写告知顾客的理由。</translation>
    </message>
    <message>
        <source>Write the address the mail is sent from.</source>
        <translation>请填写发件人邮箱。</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Pay…</source>
        <translation>付款…</translation>
    </message>
    <message>
        <source>Show the payment page of the selected charge (Enter)</source>
        <translation>显示所选充值的支付页面 (Enter)</translation>
    </message>
    <message>
        <source>Charge history</source>
        <translation>充值记录</translation>
    </message>
    <message>
        <source>Nothing was charged yet</source>
        <translation>还没有充值记录</translation>
    </message>
    <message>
        <source>Every charge is listed here with its state.</source>
        <translation>所有充值及其状态都会显示在这里。</translation>
    </message>
</context>
<context>
    <name>InquiryDatePopup</name>
    <message>
        <source>Received</source>
        <translation>接收日</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>回复日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}天</translation>
    </message>
</context>
<context>
    <name>InquiryListModel</name>
    <message>
        <source>Inquiries</source>
        <translation>咨询＆留言</translation>
    </message>
    <message>
        <source>waiting {time}</source>
        <translation>已等待{time}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>InquiryPage</name>
    <message>
        <source>Choose at most {count} inquiries for an auto-reply.</source>
        <translation>一次最多可为 {count} 条咨询发送自动回复。</translation>
    </message>
    <message>
        <source>The auto-reply to {customer} goes out in a moment.</source>
        <translation>即将发送给 {customer} 的自动回复。</translation>
    </message>
    <message>
        <source>The question of {customer} is hidden in a moment.</source>
        <translation>即将隐藏 {customer} 的咨询。</translation>
    </message>
    <message>
        <source>Your reply to {customer} goes out in a moment.</source>
        <translation>即将发送给 {customer} 的回复。</translation>
    </message>
    <message>
        <source>{count} auto-replies go out in a moment.</source>
        <translation>即将发送 {count} 条自动回复。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Not sent to {customer}. It is kept in the outbox.</source>
        <translation>未能发送给{customer}，内容已保留在发件箱中。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Your reply to {customer} was sent.</source>
        <translation>给 {customer} 的回复已发送。</translation>
    </message>
    <message>
        <source>The auto-reply to {customer} was sent.</source>
        <translation>给 {customer} 的自动回复已发送。</translation>
    </message>
    <message>
        <source>Hidden. {customer} gets your reason by mail.</source>
        <translation>已隐藏。{customer} 会通过邮件收到您填写的理由。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
</context>
<context>
    <name>InquiryWords</name>
    <message>
        <source>Unprocessed</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>回复中</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回复完成</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>非公开</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>Question on the item page</source>
        <translation>商品页面的提问</translation>
    </message>
    <message>
        <source>Through Qoo10&apos;s centre</source>
        <translation>经Qoo10客服中心</translation>
    </message>
    <message>
        <source>Note from Qoo10</source>
        <translation>客户中心/Qoo10纸条</translation>
    </message>
    <message>
        <source>Public question on the item page</source>
        <translation>商品页面的公开咨询</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>非公开留言</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早优先</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>等待最久优先</translation>
    </message>
    <message>
        <source>Sending in a moment</source>
        <translation>即将发送</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Checking whether it arrived</source>
        <translation>正在确认是否送达</translation>
    </message>
    <message>
        <source>The courtesy text of your shop</source>
        <translation>店铺的固定回复语</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}：{reason}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分钟</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}小时</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days}天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{time} on this computer</source>
        <translation>本机时间：{time}</translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation>{name}·自动回复</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Answered at Qoo10. Its API does not hand out the words.</source>
        <translation>已在Qoo10回复。API不提供回复内容。</translation>
    </message>
</context>
<context>
    <name>ItemExport</name>
    <message>
        <source>Save points by item</source>
        <translation>保存商品积分</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>ItemFilters</name>
    <message>
        <source>Item no.</source>
        <translation>商品号码</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>查找对象</translation>
    </message>
    <message>
        <source>Item number or name</source>
        <translation>商品号码或商品名</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部分类</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>分类：{name}</translation>
    </message>
    <message>
        <source>Days (Japan time): {days}</source>
        <translation>日期（日本时间）：{days}</translation>
    </message>
    <message>
        <source>Days in Japan time</source>
        <translation>日期为日本时间</translation>
    </message>
    <message>
        <source>June 2019</source>
        <translation>2019年6月</translation>
    </message>
    <message>
        <source>First half of 2019</source>
        <translation>2019年上半年</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12个月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}天</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the chosen rows (Ctrl+C)</source>
        <translation>复制选中的行 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save all these items as a table (Ctrl+E)</source>
        <translation>将这些商品全部保存为表格 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为CSV</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Shipping score… (Enter)</source>
        <translation>运送分数详细… (Enter)</translation>
    </message>
    <message>
        <source>Copy rows (Ctrl+C)</source>
        <translation>复制行 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Sort: {column}</source>
        <translation>排序：{column}</translation>
    </message>
    <message>
        <source>{count} of {total} items</source>
        <translation>共{total}件商品，已读{count}件</translation>
    </message>
    <message>
        <source>Reading all items: {count} of {total}</source>
        <translation>正在读取全部商品：{count} / {total}</translation>
    </message>
    <message>
        <source>offline: as read on {moment}</source>
        <translation>离线：{moment}读取的内容</translation>
    </message>
    <message>
        <source>read {moment}</source>
        <translation>{moment}读取</translation>
    </message>
    <message>
        <source>No items for this question</source>
        <translation>没有符合条件的商品</translation>
    </message>
    <message>
        <source>Choose other days, another category, or look for another number or name.</source>
        <translation>请更换日期或分类，或查找其他号码或商品名。</translation>
    </message>
    <message>
        <source>Reading points by item…</source>
        <translation>正在读取商品积分…</translation>
    </message>
</context>
<context>
    <name>ItemPointsModel</name>
    <message>
        <source>largest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>Picture of the item</source>
        <translation>商品图片</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>Hide the API key</source>
        <translation>隐藏API密钥</translation>
    </message>
    <message>
        <source>Show the API key</source>
        <translation>显示API密钥</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Other address…</source>
        <translation>其他地址…</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API地址</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API密钥</translation>
    </message>
    <message>
        <source>Enter the address of the API.</source>
        <translation>请输入API地址。</translation>
    </message>
    <message>
        <source>Enter your API key.</source>
        <translation>请输入API密钥。</translation>
    </message>
    <message>
        <source>This is not an API key: it has Latin letters, digits and signs, and no spaces.</source>
        <translation>这不是API密钥。API密钥只含半角字母、数字和符号，没有空格。</translation>
    </message>
</context>
<context>
    <name>KeyWatch</name>
    <message>
        <source>Your Qoo10 API key ended on {day}.</source>
        <translation>您的Qoo10 API密钥已于{day}到期。</translation>
    </message>
    <message numerus="yes">
        <source>Your Qoo10 API key ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>您的Qoo10 API密钥将于{day}到期（还有%n天）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a new one in QSM, which takes about five working days, and enter it in the settings.</source>
        <translation>请在QSM中申请新的密钥（约需五个工作日），然后在设置中输入。</translation>
    </message>
    <message>
        <source>Your certification key for Qoo10 ended on {day}.</source>
        <translation>您的Qoo10卖家认证密钥已于{day}到期。</translation>
    </message>
    <message numerus="yes">
        <source>Your certification key for Qoo10 ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>您的Qoo10卖家认证密钥将于{day}到期（还有%n天）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew it in the settings; all it takes is your password.</source>
        <translation>请在设置中更新，只需输入密码。</translation>
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
        <translation>卖家认证密钥</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Takes your Qoo10 password. What you are doing goes on meanwhile.</source>
        <translation>需要Qoo10密码。期间可以继续工作。</translation>
    </message>
    <message>
        <source>API key, issued by Qoo10 on</source>
        <translation>API密钥的签发日期</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read: kept for diagnostics.</source>
        <translation>
            <numerusform>有%n行无法读取，已保留用于诊断。</numerusform>
        </translation>
    </message>
    <message>
        <source>No keys are kept.</source>
        <translation>没有保存的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>Ends on {day}, in %n day(s)</source>
        <translation>
            <numerusform>{day}到期（还有%n天）</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended on {day}</source>
        <translation>已于{day}到期</translation>
    </message>
</context>
<context>
    <name>LedgerFile</name>
    <message>
        <source>Export CSV…</source>
        <translation>导出CSV…</translation>
    </message>
    <message>
        <source>All entries of the chosen dates (Ctrl+E)</source>
        <translation>所选日期的全部明细 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export the Qcash ledger</source>
        <translation>导出Qcash明细</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>Qcash ledger</source>
        <translation>Qcash明细</translation>
    </message>
    <message>
        <source>No Qcash moved on these days</source>
        <translation>这段日期没有Qcash变动</translation>
    </message>
    <message>
        <source>Choose a longer period.</source>
        <translation>请选择更长的期间。</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link from a message</source>
        <translation>打开消息中的链接</translation>
    </message>
    <message>
        <source>This address was written by the other side. It leads to:</source>
        <translation>此地址由对方填写，将打开：</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Inquiries</source>
        <translation>咨询＆留言</translation>
    </message>
    <message>
        <source>Reading your inquiries…</source>
        <translation>正在读取咨询…</translation>
    </message>
    <message>
        <source>The newest come first. You can answer them while the rest arrives.</source>
        <translation>最新的咨询最先到达。其余内容读取期间即可开始回复。</translation>
    </message>
    <message>
        <source>No inquiry matches</source>
        <translation>没有符合条件的咨询</translation>
    </message>
    <message>
        <source>Change the filters above, or start over.</source>
        <translation>请更改上方的筛选条件，或重新开始。</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>重置条件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Save this file…</source>
        <translation>保存此文件…</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
</context>
<context>
    <name>MethodStep</name>
    <message>
        <source>{usable} can be used</source>
        <translation>可用 {usable}</translation>
    </message>
    <message>
        <source>Only {usable} can be used: not enough</source>
        <translation>可用 {usable}：余额不足</translation>
    </message>
    <message>
        <source>Paid at once with money at Qoo10; needs the Q account password</source>
        <translation>用Qoo10内的资金立即支付（需要Q账户密码）</translation>
    </message>
    <message>
        <source>Paid on a page in your browser, within 5 days</source>
        <translation>5天内在浏览器的支付页面付款</translation>
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
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Qpost is already running but does not answer. Nothing is lost: wait a moment and try again, or end the other Qpost in the system&apos;s task list first.</source>
        <translation>Qpost 已在运行，但没有响应。没有任何内容丢失：请稍候重试，或先在系统的任务列表中结束另一个 Qpost。</translation>
    </message>
</context>
<context>
    <name>NotOffered</name>
    <message>
        <source>You find it in Qoo10&apos;s seller pages (QSM).</source>
        <translation>您可以在Qoo10的卖家页面（QSM）中使用。</translation>
    </message>
    <message>
        <source>You find it in Qoo10&apos;s seller pages (QSM), under {place}.</source>
        <translation>请在Qoo10卖家页面（QSM）的“{place}”中使用。</translation>
    </message>
    <message>
        <source>This connection does not offer this page</source>
        <translation>此连接不提供此页面</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>在浏览器中打开QSM</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Qpost {version}</source>
        <translation>Qpost {version}</translation>
    </message>
    <message>
        <source>Nothing is said about this version.</source>
        <translation>此版本没有说明。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>{customer} wrote</source>
        <translation>{customer}发来消息</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n位顾客发来了消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest: {customer}, {title}</source>
        <translation>最新：{customer}，{title}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wait for an answer</source>
        <translation>
            <numerusform>%n位顾客正在等待回复</numerusform>
        </translation>
    </message>
    <message>
        <source>{customer} ({duration})</source>
        <translation>{customer}（{duration}）</translation>
    </message>
    <message>
        <source>{item} ({count})</source>
        <translation>{item}（{count}条）</translation>
    </message>
    <message>
        <source>Waiting longest: {names}</source>
        <translation>等待最久：{names}</translation>
    </message>
    <message>
        <source>Asked about most: {names}</source>
        <translation>咨询最多的商品：{names}</translation>
    </message>
    <message>
        <source>This is how Qpost tells you of news</source>
        <translation>有新消息时会这样通知您</translation>
    </message>
    <message>
        <source>A click on it opens the inquiry.</source>
        <translation>点击即可打开该咨询。</translation>
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
        <translation>顾客发来消息时显示通知</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>播放提示音</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>What comes meanwhile is told afterwards, in one notice.</source>
        <translation>期间收到的消息会在之后合并为一条通知。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>免打扰时段开始</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>免打扰时段结束</translation>
    </message>
    <message>
        <source>Remind of customers who wait</source>
        <translation>再次提醒等待回复的顾客</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Shows a notice and plays the sound, as they are chosen above.</source>
        <translation>按上面的选择试显示通知并播放提示音。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>每%n小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>每%n分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Signing out…</source>
        <translation>正在退出登录…</translation>
    </message>
    <message>
        <source>Opening your inquiries…</source>
        <translation>正在打开咨询…</translation>
    </message>
</context>
<context>
    <name>OutboxBubble</name>
    <message>
        <source>Your reply</source>
        <translation>您的回复</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>自动回复</translation>
    </message>
    <message>
        <source>Hide from the item page</source>
        <translation>在商品页面上隐藏</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context>
<context>
    <name>OutboxDetail</name>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Show inquiry</source>
        <translation>查看咨询</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Inquiry {number}</source>
        <translation>咨询 {number}</translation>
    </message>
    <message>
        <source>The inquiry is not on this computer any more. Copy the text if you still need it.</source>
        <translation>此咨询已不在这台电脑上。如仍需要，请复制正文。</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Not yet sent ({count})</source>
        <translation>未发送（{count}）</translation>
    </message>
    <message>
        <source>Drafts ({count})</source>
        <translation>草稿（{count}）</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Everything was sent</source>
        <translation>已全部发送</translation>
    </message>
    <message>
        <source>Replies that wait for the network, or could not be sent, are listed here.</source>
        <translation>等待网络或未能发送的回复会显示在这里。</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>没有草稿</translation>
    </message>
    <message>
        <source>What you write is kept here until you send it, whatever happens.</source>
        <translation>您写的内容在发送之前始终保留在这里。</translation>
    </message>
    <message>
        <source>Delete what you wrote to {customer}? It cannot be brought back.</source>
        <translation>要删除写给{customer}的内容吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>It may have reached {customer} already. Stop checking and delete it from this list?</source>
        <translation>可能已送达{customer}。要停止确认并从此列表中删除吗？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>An inquiry that is gone</source>
        <translation>已不存在的咨询</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>自动回复</translation>
    </message>
    <message>
        <source>Hide from the item page</source>
        <translation>在商品页面上隐藏</translation>
    </message>
</context>
<context>
    <name>OutcomeStep</name>
    <message>
        <source>Open the payment page</source>
        <translation>打开支付页面</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次确认</translation>
    </message>
    <message>
        <source>Opens in your browser:</source>
        <translation>将在浏览器中打开：</translation>
    </message>
    <message>
        <source>The charge did not go through</source>
        <translation>充值没有成功</translation>
    </message>
    <message>
        <source>Nothing was paid and no Qcash was added. You can order again.</source>
        <translation>没有付款，也没有增加Qcash。可以重新下单。</translation>
    </message>
    <message>
        <source>It is not known yet whether the charge went through</source>
        <translation>尚不清楚充值是否成功</translation>
    </message>
    <message>
        <source>The answer did not arrive. Qpost looks at the charge history until it is clear, and offers no second charge meanwhile. You can close this window.</source>
        <translation>没有收到答复。Qpost会持续查看充值记录直到结果明确，其间不提供再次充值。可以关闭此窗口。</translation>
    </message>
    <message>
        <source>Your balance is {balance}.</source>
        <translation>余额为{balance}。</translation>
    </message>
    <message>
        <source>{qcash} charged</source>
        <translation>已充值{qcash}</translation>
    </message>
    <message>
        <source>The charge of {price} was cancelled</source>
        <translation>{price}的充值已取消</translation>
    </message>
    <message>
        <source>{price} waits for your payment</source>
        <translation>{price}等待付款</translation>
    </message>
    <message>
        <source>The service named no payment page that can be opened. Pay it in QSM.</source>
        <translation>服务没有给出可打开的支付页面。请在QSM中付款。</translation>
    </message>
    <message>
        <source>Pay on the page in your browser. This window notices when it is done.</source>
        <translation>请在浏览器的支付页面付款。完成后此窗口会自动更新。</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address instead.</source>
        <translation>无法打开浏览器。请改为复制地址。</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Pay…</source>
        <translation>付款…</translation>
    </message>
    <message>
        <source>Show the payment page</source>
        <translation>显示支付页面</translation>
    </message>
    <message>
        <source>Waiting for your payment</source>
        <translation>等待付款</translation>
    </message>
    <message numerus="yes">
        <source>{method} and %n more</source>
        <translation>
            <numerusform>{method} 及其他%n笔</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>15 days</source>
        <translation>15天</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1个月</translation>
    </message>
    <message>
        <source>2 months</source>
        <translation>2个月</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3个月</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Choose other dates (Japan time)</source>
        <translation>选择其他日期（日本时间）</translation>
    </message>
    <message>
        <source>Dates in Japan: {dates}</source>
        <translation>日本日期：{dates}</translation>
    </message>
</context>
<context>
    <name>PointsColumns</name>
    <message>
        <source>Item no.</source>
        <translation>商品号码</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Trans-
actions</source>
        <translation>交易
件数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>交易金额</translation>
    </message>
    <message>
        <source>Service
score</source>
        <translation>服务
分数</translation>
    </message>
    <message>
        <source>Shipping
score</source>
        <translation>运送
分数</translation>
    </message>
    <message>
        <source>Cancel /
return</source>
        <translation>取消/
退货</translation>
    </message>
    <message>
        <source>Not
received</source>
        <translation>未收取
申告</translation>
    </message>
    <message>
        <source>Complaint
points</source>
        <translation>投诉
积分</translation>
    </message>
    <message>
        <source>Recom-
mended</source>
        <translation>强烈
推荐</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Not recom-
mended</source>
        <translation>不推荐</translation>
    </message>
    <message>
        <source>Review
points</source>
        <translation>评价
积分</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Grade &amp; score</source>
        <translation>我的等级 &amp; 分数</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Read all figures again (F5)</source>
        <translation>重新读取全部数据 (F5)</translation>
    </message>
    <message>
        <source>Basic information &gt; Grade &amp; score</source>
        <translation>基本信息 &gt; 我的等级 &amp; 分数</translation>
    </message>
    <message>
        <source>Service points by month</source>
        <translation>各月服务积分</translation>
    </message>
    <message>
        <source>As read on {moment}</source>
        <translation>{moment}读取</translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>正在刷新…</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{points} were converted into {qcash}.</source>
        <translation>已将{points}转换为{qcash}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PointsWords</name>
    <message>
        <source>Power seller</source>
        <translation>优秀卖家</translation>
    </message>
    <message>
        <source>Good seller</source>
        <translation>良好卖家</translation>
    </message>
    <message>
        <source>Regular seller</source>
        <translation>普通卖家</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至{day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自{day}起</translation>
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
        <translation>过去的服务积分</translation>
    </message>
    <message>
        <source>Points by item</source>
        <translation>商品积分</translation>
    </message>
    <message>
        <source>Past service points can be looked up until {last}.</source>
        <translation>过去的服务积分可以查询至{last}。</translation>
    </message>
    <message>
        <source>Later days are under “Points by item”.</source>
        <translation>之后的日期请在“商品积分”中查询。</translation>
    </message>
    <message>
        <source>Points by item can be looked up from {first} to {last}.</source>
        <translation>商品积分可以查询{first}至{last}。</translation>
    </message>
    <message>
        <source>Earlier days are under “Past service points”.</source>
        <translation>之前的日期请在“过去的服务积分”中查询。</translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message>
        <source>Your reply to {customer} goes out in a moment.</source>
        <translation>即将发送给 {customer} 的回复。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Too late to undo: the reply is on its way.</source>
        <translation>无法撤销：回复已在发送中。</translation>
    </message>
</context>
<context>
    <name>QcashColumns</name>
    <message>
        <source>Date (JST)</source>
        <translation>日期 (JST)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Related to</source>
        <translation>相关信息</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Ordered (JST)</source>
        <translation>下单时间 (JST)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Settled (JST)</source>
        <translation>完成/取消 (JST)</translation>
    </message>
</context>
<context>
    <name>QcashPage</name>
    <message>
        <source>Ledger</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Charge history</source>
        <translation>充值记录</translation>
    </message>
    <message>
        <source>Qcash balance</source>
        <translation>Qcash余额</translation>
    </message>
    <message>
        <source>Charge…</source>
        <translation>充值…</translation>
    </message>
    <message>
        <source>Open QSM</source>
        <translation>打开QSM</translation>
    </message>
    <message>
        <source>Buy Qcash (Ctrl+N)</source>
        <translation>购买Qcash (Ctrl+N)</translation>
    </message>
    <message>
        <source>Qcash balance at the end of each day in Japan</source>
        <translation>每日结束时的Qcash余额（日本时间）</translation>
    </message>
    <message>
        <source>It is not known yet whether the charge of {moment} went through. Qpost looks at the charge history until it is clear; no second charge is offered meanwhile.</source>
        <translation>尚不清楚{moment}的充值是否成功。Qpost会持续查看充值记录直到结果明确，其间不提供再次充值。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次确认</translation>
    </message>
    <message>
        <source>No connection: you see what was last read. Charging needs the network.</source>
        <translation>没有连接。显示的是上次读取的内容。充值需要网络连接。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>QcashWords</name>
    <message>
        <source>Bank transfer</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <source>Convenience store / ATM</source>
        <translation>便利店/ATM</translation>
    </message>
    <message>
        <source>au Easy Payment</source>
        <translation>au简单支付</translation>
    </message>
    <message>
        <source>Net banking</source>
        <translation>网上银行</translation>
    </message>
    <message>
        <source>Q account (settlement money)</source>
        <translation>Q账户（结算金）</translation>
    </message>
    <message>
        <source>Scheduled settlement money</source>
        <translation>预定结算金</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>已充值</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Service points converted</source>
        <translation>服务积分转换</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>As of {moment}</source>
        <translation>截至{moment}</translation>
    </message>
    <message>
        <source>As of {moment} ({age} ago)</source>
        <translation>截至{moment}（{age}前）</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>截止{moment}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{name}, {count} waiting</source>
        <translation>{name}，{count}条待处理</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>The charge of {price} is cancelled soon unless you pay it.</source>
        <translation>{price}的充值若不付款，即将被取消。</translation>
    </message>
    <message>
        <source>Last day (JST) to convert {points} into Qcash.</source>
        <translation>今天（日本时间） 是将{points}转换为Qcash的最后一天。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left to convert {points} into Qcash.</source>
        <translation>
            <numerusform>还剩%n天可将{points}转换为Qcash。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>Renew the certification key</source>
        <translation>更新卖家认证密钥</translation>
    </message>
    <message>
        <source>Qoo10 makes a new key that counts for a year. Who has a new API key enters it here as well.</source>
        <translation>Qoo10会生成有效期一年的新密钥。如有新的API密钥，也请在此输入。</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API密钥</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter the API key that Qoo10 issued.</source>
        <translation>请输入Qoo10签发的API密钥。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定（Caps Lock）已打开。</translation>
    </message>
</context>
<context>
    <name>ReplyOffer</name>
    <message>
        <source>This connection has no templates. Those kept at Qoo10 are used in QSM.</source>
        <translation>此连接没有模板。保存在Qoo10的模板请在QSM中使用。</translation>
    </message>
    <message>
        <source>Qoo10 takes no files over this connection. They can be sent in QSM.</source>
        <translation>此连接无法向Qoo10发送文件，请在QSM中发送。</translation>
    </message>
    <message>
        <source>Over this connection every reply settles the inquiry. In QSM it can stay “answering”.</source>
        <translation>通过此连接回复后，咨询即为“回复完成”。如需保持“回复中”，请使用QSM。</translation>
    </message>
    <message>
        <source>Open QSM in the browser</source>
        <translation>在浏览器中打开QSM</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>To {customer}</source>
        <translation>致 {customer}</translation>
    </message>
    <message>
        <source>Everybody can read this reply on the item page.</source>
        <translation>所有人都能在商品页面上看到此回复。</translation>
    </message>
    <message>
        <source>Only you and the customer can read this reply.</source>
        <translation>此回复只有您和顾客可以看到。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>{names} is not filled in yet.</source>
        <translation>{names} 尚未填写。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Insert a frequently used reply (Ctrl+T)</source>
        <translation>插入常用回复（Ctrl+T）</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attach files; you can also drop or paste them (10 MB each at most)</source>
        <translation>添加附件；也可以拖放或粘贴（每个最大10 MB）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send the reply (Ctrl+Enter)</source>
        <translation>发送回复（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the reply</source>
        <translation>回复标题</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>回复正文</translation>
    </message>
    <message>
        <source>Write your reply. Leave out personal data: names, addresses, payment details, IDs and passwords, e-mail addresses and phone numbers.</source>
        <translation>请输入回复。请勿填写个人信息：姓名、地址、付款信息、ID和密码、邮箱及电话号码。</translation>
    </message>
    <message>
        <source>Further replies will follow</source>
        <translation>之后还会继续回复</translation>
    </message>
    <message>
        <source>Settled with this reply</source>
        <translation>此回复后即处理完毕</translation>
    </message>
    <message>
        <source>Status after this reply</source>
        <translation>回复后的状态</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message>
        <source>Write a title.</source>
        <translation>请填写标题。</translation>
    </message>
    <message>
        <source>The title may have at most {limit} characters.</source>
        <translation>标题最多{limit}个字符。</translation>
    </message>
    <message>
        <source>Write the reply first.</source>
        <translation>请先填写回复。</translation>
    </message>
    <message>
        <source>The reply may have at most {limit} characters.</source>
        <translation>回复最多{limit}个字符。</translation>
    </message>
    <message>
        <source>Choose “Answering” or “Answered”.</source>
        <translation>请选择“回复中”或“回复完成”。</translation>
    </message>
</context>
<context>
    <name>SearchHints</name>
    <message>
        <source>Write a customer&apos;s name after from:</source>
        <translation>请在 from: 后输入顾客姓名：</translation>
    </message>
    <message>
        <source>Write an item&apos;s number or name after item:</source>
        <translation>请在 item: 后输入商品编号或名称：</translation>
    </message>
    <message>
        <source>Write the beginning of an order number after order:</source>
        <translation>请在 order: 后输入订单号的开头：</translation>
    </message>
    <message>
        <source>After status: write unprocessed, answering or answered.</source>
        <translation>请在 status: 后输入 未处理、回复中或回复完成。</translation>
    </message>
    <message>
        <source>Write a day after {operator}: such as 2026-03-31</source>
        <translation>请在 {operator}: 后输入日期，例如 2026-03-31</translation>
    </message>
    <message>
        <source>“{value}” is no day. Write {operator}:2026-03-31, {operator}:2026-03 or {operator}:2026</source>
        <translation>“{value}”不是日期。请输入 {operator}:2026-03-31、{operator}:2026-03 或 {operator}:2026</translation>
    </message>
    <message>
        <source>“{value}” is no status. Write unprocessed, answering or answered.</source>
        <translation>没有“{value}”这种状态。请输入 未处理、回复中或回复完成。</translation>
    </message>
    <message>
        <source>“{value}” has no letters or digits to look for.</source>
        <translation>“{value}”中没有可查找的文字或数字。</translation>
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
        <translation>月份</translation>
    </message>
    <message>
        <source>Date (JST)</source>
        <translation>日期（JST）</translation>
    </message>
</context>
<context>
    <name>SessionEnd</name>
    <message>
        <source>A reply you wrote could not be saved yet.</source>
        <translation>您撰写的回复尚未保存。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Time to undo after Send</source>
        <translation>发送后可撤销的时间</translation>
    </message>
    <message>
        <source>Confirm in a box after sending</source>
        <translation>发送后弹出确认框</translation>
    </message>
    <message>
        <source>Otherwise a short note in the window says that it was sent.</source>
        <translation>不勾选时，窗口内会以简短提示告知已发送。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start Qpost when Windows starts</source>
        <translation>Windows启动时启动Qpost</translation>
    </message>
    <message>
        <source>Start Qpost when the computer starts</source>
        <translation>开机时启动Qpost</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Drafts and replies waiting to be sent are kept on this computer.</source>
        <translation>草稿和等待发送的回复会保留在本机。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Qpost {version}</source>
        <translation>Qpost {version}</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0</source>
        <translation>遵循Apache License 2.0的自由软件</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Signed in to the demo</source>
        <translation>已登录演示</translation>
    </message>
    <message>
        <source>Signed in as {login}</source>
        <translation>已登录：{login}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ShippingDialog</name>
    <message>
        <source>Shipping score</source>
        <translation>运送分数详细</translation>
    </message>
    <message>
        <source>Item no. {number} · {days} (Japan time)</source>
        <translation>商品号码 {number} · {days}（日本时间）</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the shipping score…</source>
        <translation>正在读取运送分数…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>General goods</source>
        <translation>一般商品</translation>
    </message>
    <message>
        <source>Pre-order goods</source>
        <translation>预约商品</translation>
    </message>
    <message>
        <source>Nothing was delivered in these days</source>
        <translation>这段时间没有配送</translation>
    </message>
    <message>
        <source>This is what was read on {moment}.</source>
        <translation>这是{moment}读取的内容。</translation>
    </message>
    <message>
        <source>{general} general + {preorder} pre-order = {total}</source>
        <translation>一般 {general} + 预约 {preorder} = {total}</translation>
    </message>
    <message>
        <source>The lines add up to {sum}; the service says {total}.</source>
        <translation>各行合计为{sum}，而服务给出的是{total}。</translation>
    </message>
    <message>
        <source>The weights changed on {day}: each delivery counts by those of its day, so a grade whose weight changed has two lines.</source>
        <translation>{day}起分值有变更：每次配送按当日的分值计算，因此分值变更的等级分两行显示。</translation>
    </message>
</context>
<context>
    <name>ShippingModel</name>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Local
deliveries</source>
        <translation>本地
件数</translation>
    </message>
    <message>
        <source>Local
points</source>
        <translation>本地
分数</translation>
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
分数</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
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
        <translation>没有未处理</translation>
    </message>
    <message>
        <source>{count} unanswered</source>
        <translation>{count}条未处理</translation>
    </message>
</context>
<context>
    <name>ShopsWindow</name>
    <message>
        <source>Qpost - Choose a shop</source>
        <translation>Qpost - 选择店铺</translation>
    </message>
    <message>
        <source>Choose a shop</source>
        <translation>选择店铺</translation>
    </message>
    <message>
        <source>Check the name, then confirm. You can change the shop later.</source>
        <translation>请确认名称后选择。之后可以更换店铺。</translation>
    </message>
    <message>
        <source>Find by name or code</source>
        <translation>按名称或代码查找</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Choose this shop</source>
        <translation>选择该店铺</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>使用其他账户</translation>
    </message>
    <message>
        <source>No shop contains what you typed.</source>
        <translation>没有包含所输入内容的店铺。</translation>
    </message>
    <message>
        <source>This account has no shop yet. Sign in with the account that has one.</source>
        <translation>此账户尚无店铺。请使用拥有店铺的账户登录。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Inquiry no.</source>
        <translation>咨询编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Restricted for this item</source>
        <translation>已针对此商品限制</translation>
    </message>
    <message>
        <source>Hidden from the item page</source>
        <translation>已在商品页面隐藏</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>商品号码</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Inquiries, 7 days</source>
        <translation>咨询（7天）</translation>
    </message>
    <message>
        <source>Open the item page</source>
        <translation>打开商品页面</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号码</translation>
    </message>
    <message>
        <source>Cart no.</source>
        <translation>购物车号码</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款日</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货日</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>送达日</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>物流公司</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>运单号码</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>复制{name}</translation>
    </message>
</context>
<context>
    <name>SignInFields</name>
    <message>
        <source>Login location</source>
        <translation>登录地区</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>其他国家/地区</translation>
    </message>
    <message>
        <source>ID or e-mail address</source>
        <translation>ID或邮箱</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Your label (optional)</source>
        <translation>员工标签（选填）</translation>
    </message>
    <message>
        <source>for example A1</source>
        <translation>例如 A1</translation>
    </message>
    <message>
        <source>Shows your colleagues who is handling an inquiry</source>
        <translation>让同事知道是谁在处理咨询</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Save login information</source>
        <translation>保存登录信息</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s credential store, never in a file</source>
        <translation>保存在系统的凭据存储中，绝不写入文件</translation>
    </message>
    <message>
        <source>Start Qpost when Windows starts</source>
        <translation>Windows启动时启动Qpost</translation>
    </message>
    <message>
        <source>Start Qpost when the computer starts</source>
        <translation>开机时启动Qpost</translation>
    </message>
    <message>
        <source>Qoo10 ID</source>
        <translation>Qoo10 ID</translation>
    </message>
    <message>
        <source>Enter your ID or e-mail address.</source>
        <translation>请输入ID或邮箱。</translation>
    </message>
    <message>
        <source>Enter your Qoo10 ID.</source>
        <translation>请输入Qoo10 ID。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Enter the address of your Qpost service.</source>
        <translation>请输入Qpost服务的地址。</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定（Caps Lock）已打开。</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Qpost - Sign in</source>
        <translation>Qpost - 登录</translation>
    </message>
    <message>
        <source>Sign in, then choose your shop</source>
        <translation>登录后选择您的店铺</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Starting the demo…</source>
        <translation>正在启动演示…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>TemplatePopup</name>
    <message>
        <source>Search templates</source>
        <translation>搜索模板</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>No template matches.</source>
        <translation>没有符合的模板。</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Ctrl+T in a reply inserts a template; names in braces, such as {customer}, are filled in.</source>
        <translation>在回复中按Ctrl+T可插入模板；用大括号括起的名称（如 {customer}）会自动填写。</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>No inquiry is open</source>
        <translation>尚未打开咨询</translation>
    </message>
    <message>
        <source>Choose one on the left; J and K or the arrows walk the list.</source>
        <translation>请在左侧选择一条咨询；按J、K键或方向键可在列表中移动。</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>自动回复</translation>
    </message>
    <message>
        <source>Send the courtesy text and settle the inquiry (Ctrl+Shift+A)</source>
        <translation>发送固定回复语并将咨询设为回复完成（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>设置隐藏</translation>
    </message>
    <message>
        <source>{status}, waiting {time}</source>
        <translation>{status}，已等待{time}</translation>
    </message>
    <message>
        <source>{name} is replying</source>
        <translation>{name} 正在回复</translation>
    </message>
    <message>
        <source>{name} is reading this</source>
        <translation>{name} 正在查看</translation>
    </message>
    <message>
        <source>Mail the reason to the customer and hide the question</source>
        <translation>通过邮件将理由告知顾客，并隐藏该咨询</translation>
    </message>
    <message>
        <source>This question is hidden already.</source>
        <translation>该咨询已被隐藏。</translation>
    </message>
    <message>
        <source>This connection cannot hide questions; QSM can.</source>
        <translation>此连接无法隐藏提问，请在QSM中操作。</translation>
    </message>
    <message>
        <source>Reply first: only an answered question can be hidden.</source>
        <translation>请先回复：只有已回复的咨询才能隐藏。</translation>
    </message>
    <message>
        <source>Hide in QSM</source>
        <translation>在QSM中隐藏</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Show earlier messages ({count})</source>
        <translation>显示更早的消息（{count}）</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message numerus="yes">
        <source>Total of %n item(s)</source>
        <translation>
            <numerusform>合计（%n件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Qpost: not signed in</source>
        <translation>Qpost：未登录</translation>
    </message>
    <message numerus="yes">
        <source>Qpost: %n customer(s) wait for an answer</source>
        <translation>
            <numerusform>Qpost：%n位顾客等待回复</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications paused until {time}</source>
        <translation>通知已暂停至{time}</translation>
    </message>
    <message>
        <source>Qpost is not signed in</source>
        <translation>Qpost尚未登录</translation>
    </message>
    <message>
        <source>Sign in to hear of customers again.</source>
        <translation>请登录以继续接收顾客消息。</translation>
    </message>
    <message>
        <source>Qpost goes on in the tray</source>
        <translation>Qpost仍在托盘中运行</translation>
    </message>
    <message>
        <source>You still hear of customers. To quit, use the icon&apos;s menu; the settings change this.</source>
        <translation>您仍会收到顾客消息的通知。要退出请使用图标菜单；可在设置中更改。</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Open Qpost</source>
        <translation>打开Qpost</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit Qpost</source>
        <translation>退出Qpost</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1小时</translation>
    </message>
    <message>
        <source>Until tomorrow, 8:00</source>
        <translation>到明天8:00</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>立即恢复</translation>
    </message>
    <message>
        <source>{shop}  ({count})</source>
        <translation>{shop}（{count}）</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>暂停通知</translation>
    </message>
    <message>
        <source>Notifications paused until {time}</source>
        <translation>通知已暂停至{time}</translation>
    </message>
</context>
<context>
    <name>TraySection</name>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>关闭窗口后继续运行</translation>
    </message>
    <message>
        <source>Qpost stays as an icon beside the clock. Where there is no such place, it ends.</source>
        <translation>Qpost会以图标形式留在时钟旁。没有托盘时将会退出。</translation>
    </message>
    <message>
        <source>Start in the tray when the computer starts</source>
        <translation>随电脑启动时停留在托盘中</translation>
    </message>
    <message>
        <source>Otherwise its window opens.</source>
        <translation>否则会打开窗口。</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>What you have written would be lost with the window.</source>
        <translation>关闭窗口将丢失您撰写的内容。</translation>
    </message>
    <message>
        <source>What you have written</source>
        <translation>您撰写的内容</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>What you write for hiding a question is kept only as long as Qpost runs.</source>
        <translation>为隐藏咨询而写的内容只在Qpost运行期间保留。</translation>
    </message>
    <message>
        <source>Without a credential store nothing is kept on this computer: drafts and what is not sent yet end with Qpost.</source>
        <translation>没有凭据存储，因此不会在此计算机上保存任何内容：草稿和尚未发送的内容会随Qpost关闭而丢失。</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Open the page of the release in the browser</source>
        <translation>在浏览器中打开发布页面</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Not this version</source>
        <translation>跳过此版本</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Install when I quit</source>
        <translation>退出时安装</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Do not install</source>
        <translation>不安装</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Downloading Qpost {version}: {percent} %</source>
        <translation>正在下载Qpost {version}：{percent} %</translation>
    </message>
    <message>
        <source>Qpost {version} will be installed when you quit.</source>
        <translation>Qpost {version}将在退出时安装。</translation>
    </message>
    <message>
        <source>Qpost {version} is available.</source>
        <translation>Qpost {version}已可用。</translation>
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
        <translation>每天检查一次新版本</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Address for updates</source>
        <translation>更新地址</translation>
    </message>
    <message>
        <source>Nothing is downloaded or installed before you choose it.</source>
        <translation>在您选择之前，不会下载或安装任何内容。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>This is Qpost {version}.</source>
        <translation>当前版本为Qpost {version}。</translation>
    </message>
    <message>
        <source>Looking for a new version…</source>
        <translation>正在检查新版本…</translation>
    </message>
    <message>
        <source>There is no newer version.</source>
        <translation>已是最新版本。</translation>
    </message>
    <message>
        <source>Last checked: {moment}</source>
        <translation>上次检查：{moment}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>Settlement money</source>
        <translation>结算金</translation>
    </message>
    <message>
        <source>Q points</source>
        <translation>Q积分</translation>
    </message>
    <message>
        <source>Qcash</source>
        <translation>Qcash</translation>
    </message>
    <message>
        <source>Gift tickets</source>
        <translation>礼品券</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Q stamps</source>
        <translation>Q印章</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>Wallet: {facts}</source>
        <translation>钱包：{facts}</translation>
    </message>
</context>
<context>
    <name>_Balloon</name>
    <message>
        <source>Show the whole text</source>
        <translation>显示全文</translation>
    </message>
</context>
</TS>
