"""Why: the other pages, the other shop, the other theme and language are seen as well."""

from PySide6.QtCore import Qt

from qpost.models.links import Page
from qpost.models.settings import Theme
from qpost.ui.i18n import LANGUAGES
from qpost.ui.settings.page import SettingsPage
from qpost.ui.shell import Shell
from qpost.ui.tour.guide import Guide, NotReachedError

_CTRL = Qt.KeyboardModifier.ControlModifier


def visit_pages(guide: Guide, shell: Shell) -> None:
    """Each place of the rail by its key, then settings that change the whole window at once."""
    for name, place, key in (
        ("qcash", Page.QCASH, Qt.Key.Key_3),
        ("templates-page", Page.TEMPLATES, Qt.Key.Key_4),
        ("outbox-empty", Page.OUTBOX, Qt.Key.Key_6),
        ("settings", Page.SETTINGS, Qt.Key.Key_5),
    ):
        with guide.step(name, lambda: shell):
            guide.key(shell, key, _CTRL)
            guide.check("its page is on screen", _is_shown(shell, place))
    _change_settings(guide, shell)
    _switch_shop(guide, shell)


def _is_shown(shell: Shell, place: Page) -> bool:
    page = shell.page(place)
    return page is not None and page.isVisible()


def _change_settings(guide: Guide, shell: Shell) -> None:
    page = shell.page(Page.SETTINGS)
    if not isinstance(page, SettingsPage):
        return
    theme = shell.kit.theme
    was_dark, language = theme.tokens.is_dark, shell.kit.translations.language
    other = next(code for code in LANGUAGES if code != language)
    with guide.step("other-theme", lambda: shell):
        guide.click(page.theme.button(Theme.LIGHT if was_dark else Theme.DARK))
        guide.settle()
        guide.check("the colours changed", theme.tokens.is_dark, not was_dark)
    with guide.step("other-language", lambda: shell):
        before = page.sign_out.text()
        page.language.setCurrentIndex(page.language.findData(other))
        page.language.activated.emit(page.language.currentIndex())
        guide.wait(lambda: page.sign_out.text() != before, "words in the other language")
        guide.check("the other language is chosen", shell.kit.translations.language, other)
    with guide.step("settings-back", lambda: shell):
        guide.click(page.theme.button(Theme.DARK if was_dark else Theme.LIGHT))
        guide.settle()
        page.language.setCurrentIndex(page.language.findData(language))
        page.language.activated.emit(page.language.currentIndex())
        guide.settle()
        guide.check("as before", shell.kit.translations.language, language)


def _switch_shop(guide: Guide, shell: Shell) -> None:
    with guide.step("other-shop", lambda: shell):
        before = shell.shop
        guide.key(shell, Qt.Key.Key_1, _CTRL)
        shell.header.shop_menu.actions()[1].trigger()
        guide.wait(lambda: shell.shop is not before, "the other shop")
        guide.settle()
        if shell.shop is None:
            raise NotReachedError("a shop")
        guide.check("it has inquiries", shell.inquiries.list.model.rowCount() > 0)
