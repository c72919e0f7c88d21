"""Why: what stands in a PDF of Qt's is read back by its own character maps, without another program."""

import re
import unicodedata
import zlib

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/F(\d+) \S+ Tf|<([0-9A-Fa-f]+)> Tj")
_RANGE = re.compile(r"<(\w+)> <(\w+)> (?:<(\w+)>|\[(.*?)\])")
_ONE = re.compile(r"^<(\w+)> <(\w+)>$", re.MULTILINE)


class PdfText:
    """The pages of a PDF as text, blanks left out, and the names of its embedded fonts.

    Qt maps some Han characters to the radical of the same form, and some blanks to nothing.
    """

    def __init__(self, content: bytes) -> None:
        assert content.startswith(b"%PDF-")
        assert content.rstrip().endswith(b"%%EOF")
        self._objects = {int(number): body for number, body in _OBJECT.findall(content)}
        self._maps: dict[int, dict[int, str]] = {}
        descriptors = [body for body in self._objects.values() if b"/Type /FontDescriptor" in body]
        assert all(b"/FontFile" in body for body in descriptors), "a font is not embedded"
        self.fonts = {
            body.split(b"/FontName /")[1].split()[0].split(b"+")[-1].decode() for body in descriptors
        }
        self.pages = [self._page(body) for body in self._objects.values() if b"/Type /Page\n" in body]

    @property
    def whole(self) -> str:
        """All pages together."""
        return "".join(self.pages)

    def _page(self, body: bytes) -> str:
        number = re.search(rb"/Contents (\d+) 0 R", body)
        assert number is not None
        shown, font = "", 0
        for name, codes in _SHOWN.findall(self._stream(int(number[1]))):
            if name:
                font = int(name)
            else:
                shown += "".join(self._map(font).get(code, "") for code in _codes(codes.decode()))
        return squeezed(shown)

    def _stream(self, number: int) -> bytes:
        body = self._objects[number]
        found = _STREAM.search(body)
        assert found is not None
        return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]

    def _map(self, font: int) -> dict[int, str]:
        if font not in self._maps:
            number = re.search(rb"/ToUnicode (\d+) 0 R", self._objects[font])
            assert number is not None
            self._maps[font] = _character_map(self._stream(int(number[1])).decode())
        return self._maps[font]


def squeezed(text: str) -> str:
    """Return ``text`` without blanks and in compatibility form, as both sides of a comparison."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _codes(digits: str) -> list[int]:
    return [int(digits[start : start + 4], 16) for start in range(0, len(digits), 4)]


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _character_map(text: str) -> dict[int, str]:
    found = {int(code, 16): _text(shown) for code, shown in _ONE.findall(text)}
    for first, last, shown, listed in _RANGE.findall(text):
        codes = range(int(first, 16), int(last, 16) + 1)
        if listed:
            found.update(zip(codes, map(_text, re.findall(r"<(\w+)>", listed)), strict=False))
        else:
            start = _text(shown)
            found.update({code: start[:-1] + chr(ord(start[-1]) + code - codes[0]) for code in codes})
    return found
