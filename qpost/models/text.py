"""Why: text from a keyboard may hold halves of characters, which no encoding can carry."""


def whole(text: str) -> str:
    """Return ``text`` with surrogate pairs joined into their character and lone halves as U+FFFD."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
