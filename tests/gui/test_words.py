"""Every text of the interface reaches the screen in the chosen language, from the class that shows it."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import qpost.ui
from qpost.models.inbox import InboxCounts
from qpost.models.inquiry import Source, Status
from qpost.ui.inquiries.filter_bar import FilterBar
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_S
from tools.catalogues import CATALOGUES, LANGUAGES, PLURALS_ONLY, SOURCES, texts

INTERFACE = SOURCES / "ui"
TRANSLATED = tuple(language for language in LANGUAGES if language not in PLURALS_ONLY)
SHOWS_TEXT = re.compile(
    r"(set_?(text|tool_?tip|placeholder_?text|accessible_?name|accessible_?description|window_?title|"
    r"title|item_?text|heading|label|status_?tip)|add_?(action|item|button|tab)|tell|explain)$|"
    r"(QLabel|QPushButton|QCheckBox|QRadioButton|QToolButton|QAction|QGroupBox)$",
    re.IGNORECASE,
)
WINDOW_PX, LIST_PX, PADDING_PX, ARROW_PX = 1360, 400, 12, 16
SAME_EVERYWHERE = {"Qpost", "https://", "https://qpost.example.com", "https://api.example.com/qapi"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Yield every module of the interface, parsed."""
    for path in sorted(INTERFACE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def name_of(function: ast.expr) -> str:
    """Return what a call calls, without the object."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    """Yield the calls of a function or method called ``name``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) == name:
            yield node


@cache
def classes_by_word() -> dict[str, list[type[QObject]]]:
    """Return for each name of a class that class of ours and all that inherit its words."""
    for module in pkgutil.walk_packages(qpost.ui.__path__, "qpost.ui."):
        importlib.import_module(module.name)
    ours: dict[type[QObject], None] = {}
    waiting: list[type[QObject]] = [QObject]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("qpost.ui"):
            ours[kind] = None
    found: dict[str, list[type[QObject]]] = {}
    for kind in ours:
        for name in {base.__name__ for base in kind.__mro__}:
            found.setdefault(name, []).append(kind)
    return found


def bare(kind: type[QObject]) -> QObject:
    """Return an object that looks up words as a ``kind`` does, without building a window."""
    base = next(base for base in kind.__mro__ if base.__module__.startswith("PySide6"))
    parts = {"__init__": vars(base)["__init__"], "retranslate": lambda _: None}
    silent: type[QObject] = type(kind.__name__, (kind,), parts)
    return silent()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_class_finds_its_words_and_those_it_inherits(kit: Kit, language: str) -> None:
    kit.translations.choose(language)
    named = {
        call.args[0].value
        for _, tree in trees()
        for call in calls(tree, "translate")
        if isinstance(call.args[0], ast.Constant)
    }
    words = texts(CATALOGUES / f"qpost_{language}.ts")
    contexts = {context for context, _, _ in words}
    speakers = {context: [bare(kind) for kind in classes_by_word().get(context, ())] for context in contexts}
    for context, source, expected in words:
        assert speakers[context] or context in named, f"nothing looks up {context}: {source}"
        for speaker in speakers[context]:
            assert speaker.tr(source) == expected, f"{type(speaker).__name__} of {context}"
        if context in named:
            assert QCoreApplication.translate(context, source) == expected
    for objects in speakers.values():
        for speaker in objects:
            speaker.deleteLater()


@pytest.mark.parametrize(
    ("language", "one", "many"), [("en", "1 customer ", "12 customers "), ("ja", "1 人", "12 人")]
)
def test_a_number_takes_its_form(kit: Kit, language: str, one: str, many: str) -> None:
    kit.translations.choose(language)
    source = "Send this text to %n customer(s) and set their inquiries to “Answered”?"
    assert one in QCoreApplication.translate("AutoReplyDialog", source, None, 1)
    assert many in QCoreApplication.translate("AutoReplyDialog", source, None, 12)


def test_words_are_asked_of_the_object_that_shows_them() -> None:
    """The extraction files words under the class around the call, so ``other.tr()`` would miss them."""
    strays = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees()
        for call in calls(tree, "tr")
        if not (isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "self")
    ]
    assert strays == []


def test_no_words_are_shown_untranslated() -> None:
    loose = [
        f"{path.name}:{call.lineno}: {text}"
        for path, tree in trees()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and SHOWS_TEXT.search(name_of(call.func))
        for text in literal_parts(call)
        if re.search(r"[^\W\d_]{2}", text) and text not in SAME_EVERYWHERE
    ]
    assert loose == []


def literal_parts(call: ast.Call) -> Iterator[str]:
    """Yield the pieces of text a call is given directly or in an f-string."""
    for argument in call.args:
        for part in argument.values if isinstance(argument, ast.JoinedStr) else [argument]:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


@pytest.mark.parametrize(("language", "word"), [("ja", "キャンセル"), ("zh_CN", "取消"), ("ko", "취소")])
def test_qts_own_buttons_follow_the_language(qapp: QApplication, kit: Kit, language: str, word: str) -> None:
    kit.translations.choose(language)
    box = QMessageBox(QMessageBox.Icon.Information, "", "", QMessageBox.StandardButton.Cancel)
    assert word in box.button(QMessageBox.StandardButton.Cancel).text()
    box.deleteLater()


def test_words_still_fit_after_a_change_of_language(qtbot: QtBot, kit: Kit) -> None:
    """The bar is laid out anew for each language, the shortest before the longest."""
    bar = FilterBar(kit)
    head = QWidget()
    qtbot.addWidget(bar)
    qtbot.addWidget(head)
    lines = QVBoxLayout(head)
    lines.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
    lines.addWidget(bar.tabs)
    numbers = {(Source.CUSTOMER, Status.UNANSWERED): 120, (Source.QOO10, Status.UNANSWERED): 12}
    bar.show_counts(InboxCounts(last_30_days=numbers, matching=dict.fromkeys(Status, 120)))
    bar.resize(WINDOW_PX - 96, 52)
    head.resize(LIST_PX, 52)
    kit.translations.choose("ko")
    kit.theme.set_language("ko")
    for window in (bar, head):
        window.show()
        qtbot.waitExposed(window)
    for language in ("ja", "zh_CN", "en"):
        kit.theme.set_language(language)
        QCoreApplication.processEvents()
        kit.translations.choose(language)
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        buttons = [button for window in (bar, head) for button in window.findChildren(QPushButton)]
        for button in (button for button in buttons if button.isVisible()):
            room = button.fontMetrics().horizontalAdvance(button.text())
            assert button.width() >= room + PADDING_PX, f"{language}: {button.text()}"
        first, second = (bar.tabs.button(source) for source in (Source.CUSTOMER, Source.QOO10))
        assert not first.geometry().intersects(second.geometry()), language
        widest = max(
            bar.detail.fontMetrics().horizontalAdvance(bar.detail.itemText(place))
            for place in range(bar.detail.count())
        )
        assert bar.detail.width() >= widest + PADDING_PX + ARROW_PX, language
