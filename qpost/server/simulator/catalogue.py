"""Why: the demo's three shops and what they sell."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")

Draw = Callable[[], float]
"""A source of floats in [0, 1): ``random.Random(seed).random``."""


class ShopPlan(NamedTuple):
    """A demo shop; ``share`` is its part of all inquiries, ``first_item_no`` where its numbers begin."""

    name: str
    code: str
    country: str
    inquiry_email: str
    share: float
    first_item_no: int
    root: str
    families: tuple[tuple[str, str, tuple[str, ...], int], ...]


class SoldItem(NamedTuple):
    """A row of ``items`` without its shop; ``short_name`` is what buyers call it."""

    number: str
    name: str
    short_name: str
    category: str
    price: int
    url: str
    image_url: str | None


def pick(draw: Draw, choices: Sequence[T]) -> T:
    """Return one of ``choices``."""
    return choices[int(draw() * len(choices))]


PLANS = (
    ShopPlan(
        name="あかり雑貨店",
        code="akari-zakka",
        country="JP",
        inquiry_email="zakka@akari.example.jp",
        share=0.5,
        first_item_no=522_669_000,
        root="生活雑貨",
        families=(
            (
                "キッチン",
                "食器",
                ("マグカップ", "豆皿5枚セット", "木製カトラリー", "耐熱ガラスポット", "どんぶり"),
                1280,
            ),
            ("キッチン", "保存容器", ("キャニスター", "真空ボトル", "弁当箱", "水筒 500ml"), 1680),
            (
                "インテリア",
                "照明",
                ("LEDランタン", "間接照明", "充電式デスクライト", "人感センサーライト"),
                2980,
            ),
            (
                "インテリア",
                "収納",
                ("折りたたみ収納ボックス", "布製バスケット", "マグネット小物入れ", "スリムワゴン"),
                2480,
            ),
            ("文房具", "手帳", ("システム手帳", "付箋セット", "万年筆", "革のペンケース"), 1480),
            ("バス・洗面", "タオル", ("今治バスタオル", "ガーゼハンカチ", "速乾ヘアタオル"), 980),
        ),
    ),
    ShopPlan(
        name="ハナビ コスメ",
        code="hanabi-cosme",
        country="KR",
        inquiry_email="cosme@akari.example.jp",
        share=0.3,
        first_item_no=731_204_000,
        root="ビューティー",
        families=(
            ("スキンケア", "美容液", ("ビタミンC美容液", "シカアンプル", "ナイアシンアミドセラム"), 1980),
            ("スキンケア", "パック", ("シートマスク30枚", "泥パック", "スリーピングマスク"), 1580),
            ("メイク", "リップ", ("ティントリップ", "グロスバーム", "マットルージュ"), 1320),
            ("メイク", "ベース", ("クッションファンデ", "コンシーラーパレット", "UV下地 SPF50+"), 2280),
            ("ヘアケア", "トリートメント", ("アルガンオイル", "集中ヘアマスク", "スカルプシャンプー"), 1780),
        ),
    ),
    ShopPlan(
        name="モノクローゼット",
        code="mono-closet",
        country="CN",
        inquiry_email="closet@akari.example.jp",
        share=0.2,
        first_item_no=618_455_000,
        root="ファッション",
        families=(
            (
                "レディース",
                "ワンピース",
                ("綿麻フレアワンピース", "ニットワンピース", "ティアードワンピース"),
                3480,
            ),
            (
                "レディース",
                "トップス",
                ("リブカーディガン", "シアーシャツ", "ボートネックT", "厚手パーカー"),
                2180,
            ),
            ("メンズ", "アウター", ("中綿ジャケット", "マウンテンパーカー", "ウール混コート"), 5980),
            ("バッグ", "トート", ("キャンバストート", "エコバッグ", "2WAYショルダー"), 2680),
            ("シューズ", "スニーカー", ("厚底スニーカー", "スリッポン", "軽量ランニングシューズ"), 3980),
        ),
    ),
)

FIRST_INQUIRY_NO = 88_000_000
"""Inquiries are numbered from here on, whatever their shop."""
_FIRST_SHARE, _FIRST_TWO_SHARES = PLANS[0].share, PLANS[0].share + PLANS[1].share


def some_shop(draw: Draw) -> int:
    """Return the index in ``PLANS`` of the shop an inquiry goes to, by the shops' shares."""
    luck = draw()
    return 0 if luck < _FIRST_SHARE else 1 if luck < _FIRST_TWO_SHARES else 2


_PREFIXES = (
    "",
    "",
    "【送料無料】",
    "【即納】",
    "【2点以上で10%OFF】",
    "【新作】",
    "【公式】",
    "【メガ割】",
    "【再入荷】",
)
_ADJECTIVES = (
    "北欧風",
    "大容量",
    "軽量",
    "くすみカラー",
    "韓国風",
    "シンプル",
    "プレミアム",
    "レトロ",
    "ナチュラル",
    "ギフト対応",
)
_SUFFIXES = (
    "",
    "",
    " 3色展開",
    " 男女兼用",
    " 日本製",
    " 2個セット",
    " 限定デザイン",
    " 敏感肌向け",
    " ラッピング可",
)


def stock_items(draw: Draw, plan: ShopPlan, count: int) -> list[SoldItem]:
    """Return ``count`` items with distinct numbers."""
    return [
        _item(draw, plan, str(plan.first_item_no + 7 * index + int(draw() * 7))) for index in range(count)
    ]


def _item(draw: Draw, plan: ShopPlan, number: str) -> SoldItem:
    middle, small, nouns, base_price = pick(draw, plan.families)
    noun = pick(draw, nouns)
    name = f"{pick(draw, _PREFIXES)}{pick(draw, _ADJECTIVES)} {noun}{pick(draw, _SUFFIXES)}"
    url = f"https://www.qoo10.jp/g/{number}"
    image_url = None if draw() < 0.2 else f"/pictures/{number}.png"
    price = int(base_price * (0.6 + 1.6 * draw()) / 10) * 10
    return SoldItem(number, name, noun, f"{plan.root} > {middle} > {small}", price, url, image_url)
