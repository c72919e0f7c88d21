"""Why: what Qoo10's customer centre writes to a shop, and what shops answer."""

from typing import NamedTuple


class NoticeSubject(NamedTuple):
    """A sort of note from Qoo10; ``needs_reply`` false means the shop only has to confirm it.

    The title and the body of a note stand at the same place of their tuples.
    """

    kind: str
    category: str
    weight: int
    has_order: bool
    needs_reply: bool
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    answers: tuple[str, ...]


NOTICES = (
    NoticeSubject(
        kind="お知らせ",
        category="ポリシー",
        weight=5,
        has_order=False,
        needs_reply=False,
        titles=(
            "【重要】販売ポリシー改定のお知らせ",
            "商品表示に関するご注意",
            "【ご案内】メガ割参加申請の締切",
            "【重要】広告表現の見直しについて",
        ),
        bodies=(
            "平素よりQoo10をご利用いただき誠にありがとうございます。\n{date}より販売ポリシーの一部を改定いたします。"
            "詳細はJ・QSMのお知らせをご確認ください。\nhttps://qsm.example.jp/notice/2093",
            "商品名への不適切なキーワードの登録が確認された場合、検索結果から除外されることがございます。"
            "登録中の商品を今一度ご確認ください。",
            "次回メガ割の参加申請は{date}17時までとなっております。対象商品と在庫をご確認のうえお申し込みください。",
            "化粧品・医薬部外品の広告表現について、薬機法に基づく見直しをお願いしております。",
        ),
        answers=(
            "内容を確認いたしました。対応いたします。",
            "ご案内ありがとうございます。承知いたしました。",
        ),
    ),
    NoticeSubject(
        kind="クレーム仲裁",
        category="クレーム",
        weight=6,
        has_order=True,
        needs_reply=True,
        titles=(
            "【仲裁】購入者様からのお申し出について",
            "【至急】購入者様へのご連絡のお願い",
            "商品未着に関するご確認（注文{order}）",
        ),
        bodies=(
            "注文番号{order}の購入者様より「{item}」について返金のお申し出がございました。"
            "2営業日以内に状況と対応方針をご回答ください。",
            "購入者様より、ショップと連絡が取れないとのご相談が寄せられております（注文番号{order}）。"
            "至急ご連絡のうえ、結果をお知らせください。",
            "商品未着の申告がございました。配送状況の分かる資料（追跡番号、配達証明など）をご提出ください。",
        ),
        answers=(
            "ご連絡ありがとうございます。購入者様には交換をご提案し、ご了承をいただきました。",
            "配送会社に調査を依頼しております。番号は{tracking}（{carrier}）です。",
            "返金にて対応いたします。ご迷惑をおかけし申し訳ございません。",
        ),
    ),
    NoticeSubject(
        kind="配送遅延警告",
        category="配送",
        weight=5,
        has_order=True,
        needs_reply=True,
        titles=("【警告】発送遅延の注文があります", "発送遅延率に関するご確認", "追跡番号のご確認"),
        bodies=(
            "注文番号{order}の発送期限を{days}日過ぎております。速やかに発送処理を行うか、購入者様へご連絡ください。",
            "貴ショップの直近7日間の発送遅延率が基準を超えております。改善計画をご回答ください。",
            "追跡番号{tracking}の配送記録が確認できません。正しい番号への修正をお願いいたします。",
        ),
        answers=(
            "ご指摘ありがとうございます。本日中に発送いたします。",
            "追跡番号を修正いたしました。正しくは{tracking}です。",
            "倉庫の人員を増やし、今週中に遅延を解消いたします。",
        ),
    ),
    NoticeSubject(
        kind="確認依頼",
        category="その他",
        weight=4,
        has_order=False,
        needs_reply=False,
        titles=(
            "【確認依頼】商品情報の不備について",
            "登録情報のご確認をお願いします",
            "ブランド証明書類の提出について",
        ),
        bodies=(
            "「{item}」の商品情報に確認が必要な項目がございます。内容をご確認ください。",
            "ご登録の返品先住所に不備がある可能性がございます。販売者情報をご確認ください。",
            "正規品であることを示す書類（仕入証明など）のご提出をお願いいたします。",
        ),
        answers=("確認のうえ修正いたしました。", "書類を添付いたします。ご確認をお願いいたします。"),
    ),
)
