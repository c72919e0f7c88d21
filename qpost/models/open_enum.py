"""Why: a newer service may send words this version has never heard; they must be shown, not crash."""

from enum import StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """A string enum that accepts any other string as an unnamed member.

    Members compare and hash as their text, so an unknown value survives a round trip through
    decoding, storing and encoding unchanged. ``is_known`` tells the two apart.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        stranger = str.__new__(cls, value)
        stranger._name_ = value
        stranger._value_ = value
        return stranger

    @property
    def is_known(self) -> bool:
        """True for a value this version was written for."""
        return self._value_ in type(self)._value2member_map_
