"""Why: one of three levels of categories is chosen by one menu, by mouse or keyboard."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from qpost.models.points import Category, CategoryId, CategoryTree

_NAME_LIMIT = 60


class CategoryMenu(QMenu):
    """Large, medium and small categories, each with all below it; ``chosen`` carries an id or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree: CategoryTree = ()
        self._below: list[QMenu] = []
        self.retranslate()

    def show_tree(self, tree: CategoryTree) -> None:
        """Offer the categories of ``tree``; a menu that is open stays when they are those of before."""
        if tree != self._tree:
            self._tree = tree
            self.retranslate()

    def retranslate(self) -> None:
        """Word the menu anew."""
        self.clear()
        for menu in self._below:
            menu.deleteLater()
        self._below = []
        self.addAction(self.tr("All categories")).triggered.connect(partial(self._choose, None))
        if self._tree:
            self.addSeparator()
        self._fill(self, self._tree)

    def path_of(self, category: CategoryId) -> str:
        """Return the names from the large category down to ``category``; its id when it is unknown."""
        return " › ".join(_path(self._tree, category)) or str(category)

    def knows(self, category: CategoryId) -> bool:
        """Tell whether ``category`` is offered."""
        return bool(_path(self._tree, category))

    def _fill(self, menu: QMenu, nodes: Sequence[Category]) -> None:
        for node in nodes:
            name = _shown(node.name)
            if not node.children:
                menu.addAction(name).triggered.connect(partial(self._choose, node.id))
                continue
            below = QMenu(name, menu)
            if menu is self:
                self._below.append(below)
            menu.addMenu(below)
            everything = self.tr("All of {category}").format(category=name)
            below.addAction(everything).triggered.connect(partial(self._choose, node.id))
            below.addSeparator()
            self._fill(below, node.children)

    def _choose(self, category: CategoryId | None, _: bool = False) -> None:
        self.chosen.emit(category)


def _path(nodes: Sequence[Category], category: CategoryId) -> list[str]:
    for node in nodes:
        if node.id == category:
            return [node.name]
        below = _path(node.children, category)
        if below:
            return [node.name, *below]
    return []


def _shown(name: str) -> str:
    """Return a stranger's name as a menu shows it: one line, no mnemonic."""
    return " ".join(name[:_NAME_LIMIT].split()).replace("&", "&&")
