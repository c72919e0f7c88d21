<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
</TS>
