"""Why: Qt takes a tooltip that looks like HTML for HTML; a stranger's words must stay words."""

import html

_LIMIT = 1_000


def plain_tip(text: str) -> str:
    """Return a tooltip that shows ``text`` literally, whatever tags stand in it."""
    shown = text if len(text) <= _LIMIT else text[: _LIMIT - 1] + "…"
    if "<" not in shown and "&" not in shown:
        return shown
    lines = html.escape(shown).replace("\n", "<br>")
    return f"<p style='white-space:pre-wrap'>{lines}</p>"
