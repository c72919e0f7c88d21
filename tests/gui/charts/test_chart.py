"""The chart is sharp, follows theme and language, and is read by mouse, keyboard and ear."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from qpost.models.settings import Theme as ThemeChoice
from qpost.ui.amounts import Unit
from qpost.ui.charts import chart as chart_module
from qpost.ui.charts.chart import Chart
from qpost.ui.charts.series import Point, Series, Shape
from qpost.ui.i18n import LANGUAGES
from qpost.ui.kit import Kit
from qpost.ui.tokens import DARK, LIGHT
from qpost.ui.widgets.layouts import surface

MONTHS = (Decimal("9800.5"), -1250, 0, 12_352)
LEFT, TOP, WIDTH, HEIGHT = 7, 5, 500, 220
"""An odd place in the window: at a broken scaling it falls between two pixels."""


def series(shape: Shape = Shape.BARS, *, count: int = len(MONTHS), name: str = "Service points") -> Series:
    points = tuple(Point(date(2026, month + 1, 1), MONTHS[month % len(MONTHS)]) for month in range(count))
    return Series(name=name, unit=Unit.POINTS, shape=shape, points=points)


@pytest.fixture
def window(qtbot: QtBot, kit: Kit) -> Iterator[QFrame]:
    frame = surface("panel")
    qtbot.addWidget(frame)
    frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.setFocus()  # else the chart has it, and its frame is in every picture
    frame.resize(WIDTH + 2 * LEFT, HEIGHT + 2 * TOP)
    yield frame
    frame.close()


@pytest.fixture
def chart(window: QFrame, kit: Kit, qtbot: QtBot) -> Chart:
    made = Chart(kit.theme, window)
    made.setGeometry(LEFT, TOP, WIDTH, HEIGHT)
    made.show_series(series())
    window.show()
    qtbot.waitExposed(window)
    return made


def picture(window: QFrame, ratio: float = 1.0) -> QImage:
    image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    window.render(image, QPoint())
    return image


def column(image: QImage, x: int) -> list[str]:
    return [image.pixelColor(x, y).name() for y in range(image.height())]


def colours(image: QImage) -> set[str]:
    return {QColor(pixel).name() for pixel in set(memoryview(image.constBits()).cast("I"))}


def rows(image: QImage, y: int) -> list[int]:
    return [image.pixel(x, y) for x in range(image.width())]


def heights(image: QImage, ink: str) -> list[int]:
    """Return the rows in which a pixel of ``ink`` stands, from the top."""
    wanted = QColor(ink).rgb()
    return [y for y in range(image.height()) if wanted in rows(image, y)]


def move(chart: Chart, x: float) -> None:
    place = QPointF(x, HEIGHT / 2)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        place,
        chart.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(chart, event)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_lines_are_sharp_at_every_scaling(
    window: QFrame, chart: Chart, kit: Kit, ratio: float, choice: ThemeChoice
) -> None:
    kit.theme.choose(choice)
    tokens = kit.theme.tokens
    image = picture(window, ratio)
    right = column(image, round((LEFT + WIDTH - 12) * ratio))  # right of the last bar: gridlines only
    assert set(right) <= {tokens.panel, tokens.line, tokens.line_strong}
    runs = [colour for at, colour in enumerate(right) if at == 0 or right[at - 1] != colour]
    assert runs.count(tokens.line_strong) == 1, "the line of zero"
    assert runs.count(tokens.line) >= 2
    thickness = max(1, int(ratio))
    assert right.count(tokens.line_strong) == thickness
    assert right.count(tokens.line) == thickness * runs.count(tokens.line)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("shape", [Shape.BARS, Shape.STEP])
def test_bars_and_steps_have_straight_edges(window: QFrame, chart: Chart, ratio: float, shape: Shape) -> None:
    """Every pixel inside the axes is of one pure colour: no edge lies between two of them."""
    chart.show_series(series(shape))
    area = QRect(QPoint(LEFT + 60, TOP), QPoint(LEFT + WIDTH - 14, TOP + HEIGHT - 40))
    inside = picture(window, ratio).copy(
        QRectF(QPointF(area.topLeft()) * ratio, area.size() * ratio).toRect()
    )
    pure = {LIGHT.panel, LIGHT.line, LIGHT.line_strong, LIGHT.accent, LIGHT.accent_soft, LIGHT.red}
    assert {LIGHT.panel, LIGHT.accent} < colours(inside) <= pure


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_focus_frame_is_sharp(window: QFrame, chart: Chart, ratio: float) -> None:
    chart.setFocus()
    y = round((TOP + HEIGHT / 2 + 9) * ratio)
    image = picture(window, ratio)
    across = [image.pixelColor(x, y).name() for x in range(round((LEFT + 8) * ratio))]
    assert set(across) == {LIGHT.panel, LIGHT.accent}
    assert across.count(LIGHT.accent) == 2 * int(ratio)


def test_a_minus_is_drawn_below_zero_in_red(window: QFrame, chart: Chart) -> None:
    image = picture(window)
    red, blue = heights(image, LIGHT.red), heights(image, LIGHT.accent)
    assert red
    assert blue
    assert min(red) > max(blue)


def test_theme_changes_while_it_is_shown(window: QFrame, chart: Chart, kit: Kit) -> None:
    assert LIGHT.accent in colours(picture(window))
    kit.theme.choose(ThemeChoice.DARK)
    shown = colours(picture(window))
    assert {DARK.panel, DARK.accent, DARK.red, DARK.line} <= shown
    assert not {LIGHT.accent, LIGHT.red, LIGHT.panel} & shown


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("count", [0, 1, 2, 12])
@pytest.mark.parametrize("size", [(1, 1), (120, 60), (900, 300)])
def test_any_number_of_figures_is_drawn_at_any_size(
    window: QFrame, chart: Chart, shape: Shape, count: int, size: tuple[int, int]
) -> None:
    chart.resize(*size)
    window.resize(chart.size())
    chart.show_series(series(shape, count=count))
    picture(window)
    chart.setFocus()
    move(chart, size[0] / 2)
    assert (chart.marker is None) is (count == 0)
    picture(window)


def test_an_empty_chart_says_so(chart: Chart, window: QFrame) -> None:
    chart.show_series(series(count=0))
    assert "no figures" in chart.accessibleDescription()
    assert LIGHT.accent not in colours(picture(window))
    assert len(colours(picture(window))) > 2, "a sentence stands there"


def test_one_figure_is_seen_as_a_dot(chart: Chart, window: QFrame) -> None:
    chart.show_series(series(Shape.LINE, count=1))
    assert LIGHT.accent in colours(picture(window))


def test_a_long_history_is_drawn_with_its_peaks(chart: Chart, window: QFrame) -> None:
    start = date(1990, 1, 1)
    points = tuple(
        Point(start + timedelta(days=day), 1_000_000 if day == 7001 else 0) for day in range(12_000)
    )
    chart.show_series(Series(name="", unit=Unit.QCASH, shape=Shape.LINE, points=points))
    assert heights(picture(window), LIGHT.accent)[0] < TOP + 24


def test_the_mouse_marks_the_nearest_figure(chart: Chart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.marker_moved) as moved:
        move(chart, WIDTH - 10)
    assert moved.args == [3]
    assert chart.marked_text == "April 2026: 12,352 points"
    move(chart, 60)
    assert chart.marked_text == "January 2026: 9,800.5 points"
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.marker is None


def test_the_tip_stays_inside(chart: Chart, window: QFrame) -> None:
    for x in (0, WIDTH / 2, WIDTH):
        move(chart, x)
        image = picture(window)
        border = {
            image.pixelColor(at, y).name()
            for at in (LEFT - 1, LEFT + WIDTH)
            for y in range(TOP, TOP + HEIGHT)
        }
        assert border == {LIGHT.panel}


def test_keys_move_the_marker_and_it_is_heard(
    chart: Chart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(chart_module, "announce", lambda _, text: heard.append(text))
    chart.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(chart, key)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert heard == [
        "April 2026: 12,352 points",
        "March 2026: 0 points",
        "January 2026: 9,800.5 points",
        "January 2026: 9,800.5 points",
        "February 2026: −1,250 points",
        "April 2026: 12,352 points",
    ]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.marker is None


def test_days_name_their_zone(chart: Chart) -> None:
    chart.show_series(series(Shape.STEP))
    move(chart, WIDTH)
    assert chart.marked_text == "1 Apr 2026 (JST): 12,352 points"


def test_other_keys_are_left_to_the_window(chart: Chart, window: QFrame, qtbot: QtBot) -> None:
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(chart, Qt.Key.Key_J)
    assert chart.marker is None
    chart.show_series(series(count=0))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.marker is None


def test_the_focus_is_seen_and_takes_the_marker_with_it(chart: Chart, window: QFrame, qtbot: QtBot) -> None:
    without = picture(window)
    chart.setFocus()
    assert picture(window) != without
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.marker == 0
    window.setFocus()
    assert chart.marker is None


def test_figures_read_anew_keep_the_marker(chart: Chart) -> None:
    move(chart, WIDTH)
    chart.show_series(series(name="サービスポイント"))
    assert chart.marker == 3
    chart.show_series(series(count=3))
    assert chart.marker is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_hears_what_the_picture_shows(
    qtbot: QtBot, kit: Kit, chart: Chart, language: str
) -> None:
    kit.translations.choose(language)
    qtbot.waitUntil(lambda: ("Lowest" in chart.accessibleDescription()) is (language == "en"))
    text = chart.accessibleDescription()
    assert chart.accessibleName() == "Service points"
    assert "−1,250" in text
    assert "JST" in text
    assert "2026" in text
    assert text.count("12,352") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_axes_follow_the_language(
    qtbot: QtBot, window: QFrame, chart: Chart, kit: Kit, language: str
) -> None:
    kit.translations.choose("en")
    kit.theme.set_language("en")
    before = picture(window)
    kit.translations.choose(language)
    kit.theme.set_language(language)
    QApplication.processEvents()
    assert (picture(window) == before) is (language == "en")
