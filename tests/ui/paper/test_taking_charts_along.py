"""A chart can be taken along as a picture, a drawing or a table, and paper is always light."""

import csv
import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.ui.paper.taking import Form, csv_of, name_of
from selfcare_app.ui.progress.practices.days import DaysCard
from selfcare_app.ui.progress.questions.overview import OverviewCard
from selfcare_app.ui.progress.questions.strength import StrengthCard
from selfcare_app.ui.progress.questions.totals import TotalsCard
from selfcare_app.ui.progress.questions.year import YearCard
from selfcare_app.ui.progress.shown import Sheet
from selfcare_app.ui.theme import DARK
from tests.ui.charts.conftest import days_ago

LEFT = Qt.MouseButton.LeftButton
# A menu that pops up has the keyboard, which there is none of without a display.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def menu_of(qtbot, page, picture):
    """Opens the menu of a chart by its button."""

    def opened(kind):
        picture(kind)
        card = page.subject.board.card(kind)
        menus = []
        page.deeds.menu_shown.connect(menus.append)
        qtbot.mouseClick(card.take_button, LEFT)
        [menu] = menus
        return menu

    return opened


def save(page, kind, form: Form, folder: Path) -> Path:
    path = folder / f"chart.{form}"
    page.deeds.taking.save(page.subject.board.card(kind), page.header.title, form, path)
    return path


@pytest.fixture
def walk(workspace, make_habit):
    return make_habit("Brisk walk", amounts=(20.0, 5.0, None, 25.0, 20.0) * 20, target=20)


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_the_menu_offers_every_form_and_asks_for_a_place(show, page, menu_of, walk, tmp_path):
    show()
    menu = menu_of(TotalsCard)
    titles = [action.text() for action in menu.actions()]
    assert titles == [
        "Save as picture (PNG)…",
        "Save as drawing (SVG)…",
        "Save its table (CSV)…",
        "Copy as picture",
    ]
    told = []
    page.told.connect(told.append)
    menu.actions()[2].trigger()
    [dialog] = page.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Brisk walk - How much a week.csv"
    dialog.fileSelected.emit(str(tmp_path / "weeks.csv"))
    dialog.reject()
    assert told == ["Saved as “weeks.csv”. Anyone who opens it can read it."]
    text = (tmp_path / "weeks.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    card = page.subject.board.card(TotalsCard)
    sheet = card.sheet(card.shown)
    assert rows == [list(sheet.columns), *map(list, sheet.rows)]


@pytest.mark.parametrize("kind", [StrengthCard, TotalsCard, YearCard, OverviewCard])
def test_a_picture_is_light_sharp_and_leaves_the_window_as_it_is(
    show, page, menu_of, icons, walk, tmp_path, kind
):
    page.set_theme(DARK, icons)
    show()
    menu_of(kind).close()
    card = page.subject.board.card(kind)
    before = card.picture.grab().toImage()
    image = QImage(str(save(page, kind, Form.PNG, tmp_path)))
    assert image.width() >= 2 * card.picture.width()
    assert image.pixelColor(1, 1) == QColor("white")
    assert DARK.surface.lower() not in colours(image)
    assert image.text("Description").startswith("Brisk walk: ")
    assert card.picture.grab().toImage() == before


@pytest.mark.parametrize("kind", [StrengthCard, TotalsCard, YearCard, OverviewCard])
def test_a_drawing_says_and_shows_the_same(show, page, menu_of, walk, tmp_path, kind):
    show()
    menu_of(kind).close()
    content = save(page, kind, Form.SVG, tmp_path).read_bytes()
    texts = {"".join(each.itertext()) for each in ElementTree.fromstring(content).iter()}
    card = page.subject.board.card(kind)
    assert any(card.question in text for text in texts)
    renderer = QSvgRenderer(QByteArray(content))
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert len(colours(image)) > 10


def test_the_map_of_all_days_is_drawn_as_far_as_it_is_seen(
    show, page, menu_of, make_habit, tmp_path
):
    make_habit("Sit", "K" * 30 + "O" * 370)
    show()
    page.show_whole("practices")
    menu_of(DaysCard).close()
    image = QImage(str(save(page, DaysCard, Form.PNG, tmp_path)))
    card = page.subject.board.card(DaysCard)
    drawing = save(page, DaysCard, Form.SVG, tmp_path).read_text()
    # The last three months have nothing done, so nothing of the habit's colour is on paper.
    assert card.shown.theme.areas["mindfulness"].lower() not in colours(image)
    assert "<image" in drawing
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    shown = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    shown.fill(QColor("white"))
    painter = QPainter(shown)
    renderer.render(painter)
    painter.end()
    assert card.shown.theme.areas["mindfulness"].lower() not in colours(shown)


def test_check_ins_are_taken_without_their_notes(show, page, menu_of, workspace, tmp_path):
    from selfcare_app.ui.progress.check_ins.drift import DriftCard

    for back in range(5):
        workspace.journal.check_in(CheckIn(days_ago(back), energy=3, note="Private words"))
    show()
    menu_of(DriftCard).close()
    for form in Form:
        assert b"Private words" not in save(page, DriftCard, form, tmp_path).read_bytes()


def test_the_days_of_a_year_are_taken_without_their_notes(
    show, page, menu_of, workspace, walk, tmp_path
):
    workspace.journal.set_note(walk, days_ago(1), "Private words")
    show()
    menu_of(YearCard).close()
    text = save(page, YearCard, Form.CSV, tmp_path).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Day", "State", "min"]
    assert rows[1] == ["2026-11-23", "done", "20"]
    assert rows[4] == ["2026-11-20", "partly done", "5"]
    assert "Private" not in text


def test_a_chart_is_copied_as_a_picture(show, page, menu_of, walk):
    show()
    menu_of(TotalsCard).actions()[-1].trigger()
    assert QGuiApplication.clipboard().image().width() > 400


def test_a_folder_that_cannot_be_written_is_a_sentence_and_leaves_nothing(
    show, page, menu_of, walk, tmp_path
):
    show()
    menu_of(TotalsCard).close()
    problems = []
    page.problem.connect(problems.append)
    save(page, TotalsCard, Form.PNG, tmp_path / "nowhere")
    assert problems == [f"There is no folder “{tmp_path / 'nowhere'}”; make it first."]
    assert list(tmp_path.glob("nowhere*")) == []


def test_a_cell_is_no_formula():
    sheet = Sheet("", "", ("Habit", "Days"), lambda: [("=cmd()", "3"), ("Sit, and breathe", "-")])
    rows = list(csv.reader(io.StringIO(csv_of(sheet).decode("utf-8-sig"))))
    assert rows == [["Habit", "Days"], ["'=cmd()", "3"], ["Sit, and breathe", "'-"]]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Walk - How much a week?", "Walk - How much a week.png"),
        ("a/b\\c:d*?", "a b c d.png"),
        ("Zähne - Wie oft?", "Zähne - Wie oft.png"),
        ("???", "chart.png"),
        ("x" * 300, "x" * 80 + ".png"),
    ],
)
def test_names_of_files_work_everywhere(title, name):
    assert name_of(title, Form.PNG) == name
