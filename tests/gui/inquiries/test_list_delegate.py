"""Why: a line that is measured by its characters ends where Qt would end it, and never past the edge."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qpost.ui.fonts import make_font
from qpost.ui.inquiries.list_delegate import _Face, _unshaped

_LETTERS = st.text(st.sampled_from("いつ届きますか、ショップ返品・ー！2026 ABCfi배송 국"), max_size=60)
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.fixture(scope="module")
def face(qapp: QApplication) -> _Face:
    return _Face(_unshaped(make_font("ja")))


@given(text=_LETTERS | _ANY, width_px=st.integers(0, 400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_line_is_cut_where_qt_would_cut_it(face: _Face, text: str, width_px: int) -> None:
    line = " ".join(text.split())
    ours = face.elided(text, width_px)
    theirs = face.metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px)
    if ours == line:
        assert theirs == line or face.metrics.horizontalAdvance(line) <= width_px + 1
    else:
        assert face.metrics.horizontalAdvance(ours) <= max(width_px, face.metrics.horizontalAdvance("…")) + 1
        assert abs(len(ours) - len(theirs)) <= 1
