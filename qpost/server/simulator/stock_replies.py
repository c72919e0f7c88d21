"""Why: templates a Japanese shop keeps at hand."""

from typing import NamedTuple


class DemoTemplate(NamedTuple):
    """A row of ``templates``; variables stand in braces."""

    folder: str
    title: str
    body: str
    shortcut: str


TEMPLATES = (
    DemoTemplate(
        "配送",
        "発送のご案内",
        "{customer}様\n\nお問い合わせありがとうございます。{shop}でございます。\n"
        "ご注文（{order}）の商品は発送済みです。\n配送会社：{carrier}\nお問い合わせ番号：{tracking}\n\n"
        "お届けまで今しばらくお待ちください。",
        "/hasso",
    ),
    DemoTemplate(
        "配送",
        "お届け遅延のお詫び",
        "{customer}様\n\nお届けが遅れており、誠に申し訳ございません。\n"
        "「{item}」は現在配送会社に状況を確認しております。判明次第、改めてご連絡いたします。",
        "/okure",
    ),
    DemoTemplate(
        "配送",
        "配送先の変更",
        "{customer}様\n\nご注文（{order}）の配送先変更を承りました。\n"
        "個人情報保護のため、住所はメッセージではなくMy Qoo10よりご登録をお願いいたします。",
        "/jusho",
    ),
    DemoTemplate(
        "返品・交換",
        "返品手順のご案内",
        "{customer}様\n\n「{item}」の返品を承ります。\n1. My Qoo10の「注文リスト」を開く\n"
        "2. 「返品申請」を押す\n"
        "3. 表示された住所へ7日以内にご返送\n商品到着後、3〜5営業日で返金いたします。",
        "/henpin",
    ),
    DemoTemplate(
        "返品・交換",
        "不良品のお詫びと写真のお願い",
        "{customer}様\n\nこのたびは不良品をお届けし、誠に申し訳ございません。\n"
        "お手数ですが、状態の分かるお写真をお送りいただけますでしょうか。確認後すぐに交換または返金いたします。",
        "/furyo",
    ),
    DemoTemplate(
        "商品",
        "再入荷のご案内",
        "{customer}様\n\n「{item}」にご関心をお寄せいただきありがとうございます。\n"
        "再入荷時期は未定ですが、お気に入り登録をいただくとお知らせが届きます。",
        "/zaiko",
    ),
    DemoTemplate(
        "商品",
        "サイズのご案内",
        "{customer}様\n\n「{item}」はやや小さめの作りです。迷われた場合はひとつ上のサイズをおすすめいたします。",
        "/size",
    ),
    DemoTemplate(
        "書類",
        "領収書の発行方法",
        "{customer}様\n\n領収書はMy Qoo10の「注文リスト」→注文番号{order}→「領収書」より発行いただけます。",
        "/ryoshu",
    ),
    DemoTemplate(
        "",
        "お礼",
        "{customer}様\n\nご丁寧にご連絡をいただき、ありがとうございます。\nまたのご利用を心よりお待ちしております。\n{shop}",
        "/orei",
    ),
)
