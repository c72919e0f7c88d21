"""Why: small genuine files for the demo's attachments: pictures, a PDF and plain text."""

import hashlib
import struct
import zlib
from typing import NamedTuple

from qpost.server.simulator.catalogue import Draw

_WIDTH, _HEIGHT = 240, 180


class DemoFile(NamedTuple):
    """Content that many attachments may share; ``stem`` and ``suffix`` make their file names."""

    stem: str
    suffix: str
    media_type: str
    content: bytes
    sha256: str


def demo_files(draw: Draw) -> tuple[tuple[DemoFile, ...], DemoFile, DemoFile]:
    """Return the photos, the PDF and the text file."""
    photos = tuple(_file("IMG_", ".png", "image/png", _picture(draw)) for _ in range(12))
    papers = _file("receipt_", ".pdf", "application/pdf", _pdf("Receipt - Akari Shop - sample only"))
    text = "お問い合わせの経緯\r\n1. 商品が届いた\r\n2. 電源が入らない\r\n3. 説明書の手順を試した\r\n"
    return photos, papers, _file("memo_", ".txt", "text/plain", text.encode())


def _file(stem: str, suffix: str, media_type: str, content: bytes) -> DemoFile:
    return DemoFile(stem, suffix, media_type, content, hashlib.sha256(content).hexdigest())


def _picture(draw: Draw) -> bytes:
    """Return a PNG: a box on a table in soft light, with a scratch across it."""
    table = (180 + int(draw() * 60), 170 + int(draw() * 60), 160 + int(draw() * 60))
    box = (int(draw() * 200), int(draw() * 200), int(draw() * 200))
    left, top = 40 + int(draw() * 40), 25 + int(draw() * 30)
    right, bottom = left + 110, top + 100
    slope = 0.3 + draw()
    rows = bytearray()
    for y in range(_HEIGHT):
        shade = 1.0 - 0.3 * y / _HEIGHT
        row = bytearray(_shaded(table, shade) * _WIDTH)
        if top <= y < bottom:
            row[3 * left : 3 * right] = _shaded(box, shade) * (right - left)
            scratch = left + int((y - top) / slope)
            if scratch < right - 2:
                row[3 * scratch : 3 * scratch + 6] = b"\xfa\xf5\xf0" * 2
        rows += b"\x00" + row
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(bytes(rows), 6))
        + _chunk(b"IEND", b"")
    )


def _shaded(colour: tuple[int, int, int], shade: float) -> bytes:
    return bytes(int(value * shade) for value in colour)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pdf(line: str) -> bytes:
    """Return a PDF of one page showing ``line`` (ASCII without brackets)."""
    stream = f"BT /F1 18 Tf 60 760 Td ({line}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    document = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(document))
        document += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table_at = len(document)
    document += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    document += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    document += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table_at,
    )
    return bytes(document)
