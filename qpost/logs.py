"""Why: a log helps whoever repairs the program and must never hold a secret or a customer's address."""

import logging
import logging.handlers
import re
from pathlib import Path

MAX_LOG_BYTES = 1_000_000
KEPT_LOGS = 3

_REDACTIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]+"), r"\1 [redacted]"),
    (
        re.compile(
            r"(?i)([\"']?\b[a-z0-9_-]*(?:password|passwd|pwd|secret|token|authorization|api[_-]?key|cookie)\b"
            r"[\"']?\s*[:=]\s*)(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\[redacted\]|[^\s,;&\"'}\])]+)"
        ),
        r"\1[redacted]",
    ),
    (re.compile(r"(?i)(://)[^/\s:@]+:[^/\s@]+@"), r"\1[redacted]@"),
    (re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"), "[e-mail]"),
)


def redact(text: str) -> str:
    """Return ``text`` without tokens, passwords and e-mail addresses."""
    for pattern, replacement in _REDACTIONS:
        text = pattern.sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback included, and redacts the result."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the redacted line or lines of ``record``."""
        return redact(super().format(record))


def setup_logging(folder: Path) -> None:
    """Write a rotating ``qpost.log`` into ``folder``; a folder that cannot be used leaves the log off."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "qpost.log",
            maxBytes=MAX_LOG_BYTES,
            backupCount=KEPT_LOGS,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError as error:
        logging.getLogger(__name__).warning("no log file: %s", error.strerror)
        return
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root.addHandler(handler)
    for chatty in ("httpx", "httpcore", "hpack", "keyring"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
