<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatePopup</name>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (Japan time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (Japan time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day lies after the last day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks for fewer requests. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits is sent by itself; otherwise try again {wait}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is out of order for the moment. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself; otherwise try again {wait}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service failed on this request. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, give the details to whoever runs the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached. What you have written is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the service&apos;s address; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time. What you have written is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network may be slow: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke off. What you have written is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is checked what arrived before anything is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not prove who it is, so nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and the address; its certificate may have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the connection through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the system&apos;s proxy settings, or ask whoever looks after the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network answered with a page of its own instead of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to this network in a web browser, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not encrypted (http), so no password is sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an address that begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this window open, free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qpost may not write into its data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this window open, allow writing to the folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy of your inquiries is damaged. The service still has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Qpost again; if it stays, move the data folder away and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data was written by a newer Qpost. It was left untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest Qpost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the local data. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other Qpost, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data could not be used. Nothing on the service was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, start Qpost again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no credential store, so the sign-in is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are asked again next time; drafts last until Qpost is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s credential store is locked, so the sign-in is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and sign in again to keep drafts and sign-in on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s credential store does not answer, so the sign-in is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a window asking for its password, then sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s credential store refused, so the sign-in is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its settings; until then drafts last until Qpost is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} cannot be read, so it was not attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it still exists and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} is larger than 10 MiB, so it was not attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} is empty, so it was not attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} could not be saved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else goes on as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Qpost with its service part, or connect to a Qpost service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system did not accept the start setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow Qpost in the system&apos;s start-up settings, then choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer inquiries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer replies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer auto-reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer hiding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer live updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer service points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer converting points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer Qcash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer charging Qcash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not show who else is at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection does not offer orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened. Qpost goes on; what you have written is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it happens again, please report the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered with something this version does not know: {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you have written was lost. A newer Qpost may know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID or the password is not correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both. After five wrong passwords the account is locked for 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in has ended. Drafts and replies not yet sent are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {minutes} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account may not do that. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the account that owns the shop, or ask its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer exists on the service. What you wrote is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Query to read the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inquiry was changed meanwhile. Nothing was sent and your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what is new, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody wrote in this inquiry before your reply left. It was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept: read the new message, then send again or change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inquiry was not hidden: nobody has replied to it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply first, then hide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inquiry was not hidden: only the shop and the customer see it anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only public questions on an item page can be hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on its way already and can no longer be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write another reply if something has to be put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has to be read from the beginning. Drafts are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This happens by itself and may take a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept what was entered. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has already received something else under this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept: look at the history, then send it as a new reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is larger than the 10 MiB the service accepts. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file out or make it smaller, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not take this kind of file. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a picture, a PDF, a text or a zip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These dates cannot be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose dates from {min} to {max}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it like https://qpost.example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month&apos;s points were converted already. Nothing was converted twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Qcash ledger shows the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for converting last month&apos;s points is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next conversion opens on the 1st, Japan time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are fewer than 100 points, so nothing can be converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points are converted in units of 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough money for this amount. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller amount or another payment method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Q account password is not correct. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not the password you sign in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is too long or too short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is too short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is of the wrong kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} names something that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} cannot be set to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Back to the previous list (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the service for news and show the result (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Qoo10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days
Customers: {unanswered} unanswered, {answering} answering
Qoo10: {qoo10_unanswered} unanswered, {unconfirmed} unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: any date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InquiryListModel</name>
    <message>
        <source>Inquiries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InquiryWords</name>
    <message>
        <source>Unprocessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note from Qoo10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public question on the item page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking whether it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · auto-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
