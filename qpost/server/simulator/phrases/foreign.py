"""Why: some buyers of a Japanese shop write Chinese, Korean or English."""

FOREIGN_TITLES = (
    "请问发货时间",
    "咨询尺寸",
    "배송 문의드립니다",
    "사이즈 문의",
    "Question about delivery",
    "Refund request",
    "About my order",
)
FOREIGN_BODIES = (
    "你好，我{date}下的订单{order}还没有发货，请问什么时候可以发出？谢谢。",
    "您好，收到的{item}颜色和图片不太一样，可以换货吗？",
    "请问这款有{size}码吗？我身高165，平时穿{size2}。",
    "商品已经收到了，包装很好，非常感谢！下次还会再来买的😊",
    "請問可以寄到台灣嗎？運費大概多少？",
    "안녕하세요. {date}에 주문한 상품이 아직 도착하지 않았습니다. 운송장 번호를 알려 주세요.",
    "혹시 {size} 사이즈 재입고 예정이 있을까요?",
    "받은 제품에 흠집이 있어요ㅠㅠ 교환 가능할까요? 사진 첨부합니다.",
    "일본어가 서툴러서 한국어로 씁니다. 주문번호 {order} 취소 부탁드립니다.",
    "Hello, I ordered {item} on {date} (order {order}) but the tracking has not moved "
    "for {days} days. Could you check it?",
    "Hi! Is the {size} true to size? I usually wear {size2} in the US.",
    "The package arrived but one piece is missing. Please let me know what to do. Thank you.",
    "Do you ship overseas? I will be at a hotel in Tokyo until next Friday.",
)
FOREIGN_ANSWERS = (
    "ご連絡ありがとうございます。ご注文は確認できております。{carrier} {tracking} でお届けいたします。",
    "お問い合わせありがとうございます。恐れ入りますが、海外への直接発送は行っておりません。",
    "ご連絡ありがとうございます。交換を承ります。詳細は追ってご案内いたします。",
    "Thank you for your message. Your parcel {tracking} ({carrier}) will arrive within a few days.",
)
