"""What Windows is asked to show fits its fields, and elsewhere nothing is asked."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.ui.tray.balloon import cut, show_silently


@given(st.text(), st.integers(1, 40))
def test_texts_are_cut_between_characters(text: str, units: int) -> None:
    kept = cut(text, units)
    assert text.startswith(kept)
    assert len(kept.encode("utf-16-le", "surrogatepass")) <= 2 * units
    if len(text.encode("utf-16-le", "surrogatepass")) <= 2 * units:
        assert kept == text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has notices of its own")
def test_other_systems_are_left_to_qt() -> None:
    assert not show_silently("heading", "text")
