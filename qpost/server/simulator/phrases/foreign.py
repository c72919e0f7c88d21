"""Why: some buyers of a Japanese shop write Chinese, Korean or English."""

FOREIGN_NAMES = (
    ("zh", "王 小明"),
    ("zh", "李 婷"),
    ("zh", "陈 静"),
    ("zh", "林 佳慧"),
    ("ko", "김 민지"),
    ("ko", "박 서준"),
    ("ko", "이 하은"),
    ("en", "Emily Carter"),
    ("en", "Daniel Wong"),
    ("en", "Maria Santos"),
)
FOREIGN_QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh": (
        ("请问发货时间", "你好，我{date}下的订单{order}还没有发货，请问什么时候可以发出？谢谢。"),
        ("想换货", "您好，收到的{item}颜色和图片不太一样，可以换货吗？"),
        ("咨询尺寸", "请问这款有{size}码吗？我身高165，平时穿{size2}。"),
        ("收到了", "商品已经收到了，包装很好，非常感谢！下次还会再来买的😊"),
        ("關於運費", "請問可以寄到台灣嗎？運費大概多少？"),
    ),
    "ko": (
        (
            "배송 문의드립니다",
            "안녕하세요. {date}에 주문한 상품이 아직 도착하지 않았습니다. 운송장 번호를 알려 주세요.",
        ),
        ("사이즈 문의", "혹시 {size} 사이즈 재입고 예정이 있을까요?"),
        ("교환 요청", "받은 제품에 흠집이 있어요ㅠㅠ 교환 가능할까요? 사진 첨부합니다."),
        ("주문 취소", "일본어가 서툴러서 한국어로 씁니다. 주문 취소 부탁드립니다. {order}"),
    ),
    "en": (
        (
            "Question about delivery",
            "Hello, I ordered {item} on {date} but the tracking has not moved "
            "for {days} days. Could you check it?",
        ),
        ("Size question", "Hi! Is the {size} true to size? I usually wear {size2} in the US."),
        (
            "Missing piece",
            "The package arrived but one piece is missing. Please let me know what to do. Thank you.",
        ),
        ("Shipping overseas", "Do you ship overseas? I will be at a hotel in Tokyo until next Friday."),
    ),
}
FOREIGN_ANSWERS = (
    "ご連絡ありがとうございます。担当者が内容を確認いたしました。{carrier}にてお届けいたします。",
    "お問い合わせありがとうございます。恐れ入りますが、海外への直接発送は行っておりません。",
    "ご連絡ありがとうございます。交換を承ります。詳細は追ってご案内いたします。",
    "Thank you for your message. We have checked your request and will get back to you within a day.",
)
FOREIGN_THANKS = {
    "zh": ("好的，谢谢！", "明白了，辛苦了。"),
    "ko": ("네, 감사합니다!", "확인했습니다. 빠른 답변 감사해요."),
    "en": ("Thank you so much!", "Understood, thanks for the quick reply."),
}
