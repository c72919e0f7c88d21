"""Why: the demo's buyers, who come back."""

from typing import NamedTuple

from qpost.server.simulator.catalogue import Draw, pick
from qpost.server.simulator.phrases.foreign import FOREIGN_NAMES
from qpost.server.simulator.phrases.manners import FAMILY_NAMES, GIVEN_NAMES, NICKNAMES, PLACES

JAPANESE = "ja"


class Buyer(NamedTuple):
    """A buyer; ``phone``, ``mail`` and ``address`` are fictional by construction (example.jp, 0000)."""

    name: str
    mail: str
    phone: str
    address: str
    is_casual: bool
    language: str


def buyers(draw: Draw, count: int) -> list[Buyer]:
    """Return ``count`` buyers with e-mail addresses of their own."""
    return [_buyer(draw, index) for index in range(count)]


def _buyer(draw: Draw, index: int) -> Buyer:
    mail = f"buyer{index:05d}@mail.example.jp"
    phone = f"0{pick(draw, ('3', '6', '90', '80'))}-0000-{int(draw() * 10_000):04d}"
    address = pick(draw, PLACES)
    is_casual = draw() < 0.34
    kind = draw()
    if kind < 0.035:
        language, name = pick(draw, FOREIGN_NAMES)
        return Buyer(name, mail, phone, address, is_casual, language)
    if kind < 0.10:
        return Buyer(pick(draw, NICKNAMES), mail, phone, address, is_casual=True, language=JAPANESE)
    name = f"{pick(draw, FAMILY_NAMES)} {pick(draw, GIVEN_NAMES)}"
    return Buyer(name, mail, phone, address, is_casual, JAPANESE)
