"""The interface's language, chosen and followed."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qpost.ui.fonts import families, make_font, text_language
from qpost.ui.i18n import LANGUAGES, Retranslated, system_language
from qpost.ui.kit import Kit


class _Counted(Retranslated):
    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(self)
        self.times = 0

    def retranslate(self) -> None:
        self.times += 1
        self.label.setText(QLocale().name())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_be_chosen_while_running(qtbot: QtBot, kit: Kit, language: str) -> None:
    widget = _Counted()
    qtbot.addWidget(widget)
    kit.translations.choose(language)
    qtbot.waitUntil(lambda: widget.times > 0)
    assert widget.label.text().startswith(language.split("_")[0])
    assert kit.translations.language == language


def test_unknown_language_is_refused_and_changes_nothing(kit: Kit) -> None:
    with pytest.raises(FileNotFoundError):
        kit.translations.choose("tlh")
    assert kit.translations.language == "en"


def test_system_language_is_one_that_is_offered() -> None:
    assert system_language() in LANGUAGES


@pytest.mark.parametrize(
    ("text", "language"),
    [("お届けはいつですか", "ja"), ("배송 문의", "ko"), ("返品", "ja"), ("ㅋㅋ", "ko"), ("", "ja")],
)
def test_text_keeps_its_own_glyph_forms(text: str, language: str) -> None:
    assert text_language(text) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_show_the_others(language: str) -> None:
    own = families(language)
    assert len(own) == len(set(own))
    assert {"Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans CJK KR"} <= set(own)


def _glyphs(text: str, language: str) -> list[int]:
    layout = QTextLayout(text, make_font(language))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]


@pytest.mark.parametrize("interface", LANGUAGES)
def test_japanese_text_keeps_japanese_glyph_forms_in_every_interface(kit: Kit, interface: str) -> None:
    kit.translations.choose("ja")
    own = _glyphs("直骨角令化画誤・", "ja")
    kit.translations.choose(interface)
    assert _glyphs("直骨角令化画誤・", "ja") == own


def test_fonts_follow_a_change_of_language_while_running(qtbot: QtBot, kit: Kit) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lines = QVBoxLayout(window)
    controls = [QPushButton("検索"), QLabel("検索"), QComboBox()]
    for control in controls:
        lines.addWidget(control)
    window.show()
    qtbot.waitExposed(window)
    for language in ("zh_CN", "ja", "ko"):
        kit.theme.set_language(language)
        QCoreApplication.processEvents()
        assert {control.font().families()[0] for control in controls} == {families(language)[0]}
