"""Why: the demo's items have pictures, drawn from their numbers instead of being kept."""

import hashlib
import struct
import zlib
from functools import lru_cache

SIDE_PX = 96
_GROUND = 0xEEF1F4
_COLOURS = (0x2F6DB5, 0xB5562F, 0x2F8F6B, 0x7D4FA8, 0xA83E63, 0x8A7A1F, 0x3C7F94, 0x5A6B3A)


@lru_cache(maxsize=512)
def item_picture(number: str) -> bytes:
    """Return a small PNG, always the same for the same number: three shapes on a light ground."""
    seed = hashlib.sha256(number.encode()).digest()
    ground = [bytearray(_rgb(_GROUND) * SIDE_PX) for _ in range(SIDE_PX)]
    for index in range(3):
        draw = seed[4 * index : 4 * index + 4]
        colour = _rgb(_COLOURS[draw[0] % len(_COLOURS)])
        radius = 10 + draw[1] % 18
        x, y = (radius + part % (SIDE_PX - 2 * radius) for part in draw[2:4])
        is_round = draw[0] % 2 == 0
        for row in range(y - radius, y + radius):
            half = int((radius**2 - (row - y) ** 2) ** 0.5) if is_round else radius
            ground[row][3 * (x - half) : 3 * (x + half)] = colour * (2 * half)
    rows = b"".join(b"\x00" + bytes(row) for row in ground)
    header = struct.pack(">IIBBBBB", SIDE_PX, SIDE_PX, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _rgb(colour: int) -> bytes:
    return colour.to_bytes(3, "big")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
