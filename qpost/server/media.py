"""Why: a file is what its content says, whatever its name or the uploader claims."""

import unicodedata

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
)
_NAME_LIMIT = 200
_CONTROLS_OF_TEXT = frozenset("\t\n\r\f")


def media_type(content: bytes) -> str | None:
    """Return the type of an accepted file (image, PDF, zip or UTF-8 text), None for all else."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return "text/plain" if _is_text(content) else None


def safe_file_name(name: str) -> str:
    """Return the last part of ``name`` without control characters, bidi overrides and path signs."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    trimmed = shown.strip(" .")
    if len(trimmed) > _NAME_LIMIT:
        stem, dot, ending = trimmed.rpartition(".")
        keeps_ending = dot and len(ending) <= 10
        trimmed = stem[: _NAME_LIMIT - 11] + dot + ending if keeps_ending else trimmed[:_NAME_LIMIT]
    return trimmed or "file"


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(sign in _CONTROLS_OF_TEXT or ord(sign) >= 32 for sign in text)
