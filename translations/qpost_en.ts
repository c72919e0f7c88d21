<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AmountWords</name>
    <message numerus="yes">
        <source>{sign}{number} point(s)</source>
        <translation>
            <numerusform>{sign}{number} point</numerusform>
            <numerusform>{sign}{number} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sign}{number} transaction(s)</source>
        <translation>
            <numerusform>{sign}{number} transaction</numerusform>
            <numerusform>{sign}{number} transactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AutoReplyDialog</name>
    <message numerus="yes">
        <source>Send this text to %n customer(s) and set their inquiries to “Answered”?</source>
        <translation>
            <numerusform>Send this text to %n customer and set the inquiry to “Answered”?</numerusform>
            <numerusform>Send this text to %n customers and set their inquiries to “Answered”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n day(s) {hours} h left, until {end}</source>
        <translation>
            <numerusform>%n day {hours} h left, until {end}</numerusform>
            <numerusform>%n days {hours} h left, until {end}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyWatch</name>
    <message numerus="yes">
        <source>Your Qoo10 API key ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>Your Qoo10 API key ends on {day}, in %n day.</numerusform>
            <numerusform>Your Qoo10 API key ends on {day}, in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your certification key for Qoo10 ends on {day}, in %n day(s).</source>
        <translation>
            <numerusform>Your certification key for Qoo10 ends on {day}, in %n day.</numerusform>
            <numerusform>Your certification key for Qoo10 ends on {day}, in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message numerus="yes">
        <source>%n row(s) could not be read: kept for diagnostics.</source>
        <translation>
            <numerusform>%n row could not be read: kept for diagnostics.</numerusform>
            <numerusform>%n rows could not be read: kept for diagnostics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends on {day}, in %n day(s)</source>
        <translation>
            <numerusform>Ends on {day}, in %n day</numerusform>
            <numerusform>Ends on {day}, in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n customer wrote</numerusform>
            <numerusform>%n customers wrote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wait for an answer</source>
        <translation>
            <numerusform>%n customer waits for an answer</numerusform>
            <numerusform>%n customers wait for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every %n hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every %n minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message numerus="yes">
        <source>{method} and %n more</source>
        <translation>
            <numerusform>{method} and %n more</numerusform>
            <numerusform>{method} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message numerus="yes">
        <source>%n day(s) left to convert {points} into Qcash.</source>
        <translation>
            <numerusform>%n day left to convert {points} into Qcash.</numerusform>
            <numerusform>%n days left to convert {points} into Qcash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message numerus="yes">
        <source>Total of %n item(s)</source>
        <translation>
            <numerusform>Total of %n item</numerusform>
            <numerusform>Total of %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Qpost: %n customer(s) wait for an answer</source>
        <translation>
            <numerusform>Qpost: %n customer waits for an answer</numerusform>
            <numerusform>Qpost: %n customers wait for an answer</numerusform>
        </translation>
    </message>
</context>
</TS>
