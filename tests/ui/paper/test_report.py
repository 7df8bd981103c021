"""The report as a PDF: what stands in it, what is left out, and that it never grows long."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.hours_text import parse_hours, parse_interval
from selfcare_app.domain.value import replace
from selfcare_app.services.report import Report, report_on
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.paper.report import ReportWriter
from selfcare_app.ui.paper.reporting import ReportDialog
from selfcare_app.ui.theme import LIGHT
from tests.ui.charts.conftest import TODAY, days_ago

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pdf(workspace, icons, qapp):
    """The pages of the report on a range, as text."""

    def written(first: date | None = None, last: date = TODAY, *, notes: bool = False):
        report = report_on(workspace, first or days_ago(90), last, with_notes=notes)
        return text_of(report, icons)

    return written


def text_of(report: Report, icons: Icons) -> list[str]:
    content = ReportWriter(report, LIGHT, icons, TODAY).written()
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


@pytest.fixture
def some(make_habit, workspace):
    """Two habits, check-ins and notes."""
    sit = make_habit("Sit", "KKNRKKO" * 10)
    make_habit("Walk", amounts=(20.0, 5.0, None, 25.0) * 15, target=20, area="movement")
    workspace.journal.set_note(sit, days_ago(4), "A private sentence")
    for back in range(30):
        workspace.journal.check_in(CheckIn(days_ago(back), energy=3, note="Private too"))
    return sit


def test_it_tells_what_was_kept_and_what_it_leaves_out(pdf, some):
    pages = pdf()
    text = " ".join(pages)
    assert 1 <= len(pages) <= 3
    assert text.startswith("Self-care, 25 August 2026 – 23 November 2026 Left out: all notes")
    assert "Kept 70 of 119 planned practices." in text
    assert "Sit every day 40 of 59 days" in text
    assert "Walk at least 20 min a day 30 of 60 days" in text
    assert "750 min" in text
    for question in (
        "What did the days look like?",
        "On how many days was everything kept?",
        "Where does my care go?",
        "Am I drifting?",
    ):
        assert question in text
    assert "rivate" not in text
    assert "from a log of one’s own 1" in pages[0]


def test_notes_are_in_it_only_when_they_are_asked_for(pdf, some):
    text = " ".join(pdf(notes=True))
    assert "Notes" in text
    assert "Thu 19 Nov · Sit · A private sentence" in text
    assert "Mon 23 Nov · Check-in · Private too" in text
    assert "Left out: reasons for late days, and practices put away." in text


def test_an_earlier_range_knows_nothing_of_later(pdf, some):
    text = " ".join(pdf(days_ago(60), days_ago(40), notes=True))
    assert "Self-care, 24 September 2026 – 14 October 2026" in text
    assert "rivate" not in text
    assert "No notes in this time." in text
    assert "Am I drifting?" not in text


def test_work_hours_are_a_sentence_at_first_and_a_chart_from_two_weeks_on(pdf, workspace):
    planned, _ = parse_hours("09:00-17:00")
    workspace.journal.set_work_hours(range(1, 8), planned, days_ago(40))
    for back in range(1, 5):
        workspace.work.log_day(days_ago(back), parse_interval("09:00-18:10"))
    few = " ".join(pdf())
    assert "Work hours 4 of 14 work days, 25 Aug – 23 Nov: too early to say." in few
    for back in range(5, 20):
        workspace.work.log_day(days_ago(back), parse_interval("09:00-17:00"))
    many = " ".join(pdf())
    assert "Minutes past the boundary?" in many
    assert "Ended on time on 15 of 19 work days, 25 Aug – 23 Nov; 4 h 40 min past" in many


def test_sessions_are_counted(workspace, icons, qapp):
    report = report_on(workspace, days_ago(9), TODAY, with_notes=False)
    one = replace(report, hours=replace(report.hours, sessions=1, session_minutes=50))
    [page] = text_of(one, icons)
    assert "No work day with an end in this range. 1 session of 50 min." in page
    many = replace(report, hours=replace(report.hours, sessions=21, session_minutes=1050))
    assert "21 sessions, 1050 min in all." in text_of(many, icons)[0]


def test_without_anything_it_says_so_on_one_page(pdf):
    [page] = pdf(notes=True)
    assert "Nothing was planned on days of its own in this time." in page
    assert "No practices in this time." in page
    assert "No notes in this time." in page


def test_it_never_takes_more_than_three_pages(pdf, make_habit, workspace):
    for number in range(60):
        habit = make_habit(f"Practice {number} " + "with a long name " * 5, "KKO" * 5)
    for back in range(80):
        workspace.journal.set_note(habit, days_ago(back), f"Words {back} " * 30)
    pages = pdf(notes=True)
    assert len(pages) == 3
    assert "earlier notes have no room here." in pages[-1]
    assert "Practice 59" in " ".join(pages)


def test_more_practices_than_have_room_are_counted(pdf, make_habit):
    for number in range(200):
        make_habit(f"Practice {number}", "K")
    pages = pdf()
    assert len(pages) == 3
    assert "more practices have no room here." in pages[-1]


@pytest.fixture
def window(qtbot, workspace, theme, icons, some):
    made = MainWindow(workspace, theme, icons)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_window_asks_for_the_range_and_the_place(qtbot, window, tmp_path):
    dialog = window.reporting.ask()
    assert dialog.days == (days_ago(90), TODAY)
    assert not dialog.notes.isChecked()
    dialog.notes.setChecked(True)
    qtbot.mouseClick(dialog.act, LEFT)
    [place] = window.findChildren(QFileDialog)
    assert Path(place.selectedFiles()[0]).name == "Selfcare 2026-08-25 2026-11-23.pdf"
    place.fileSelected.emit(str(tmp_path / "mine.pdf"))
    place.reject()
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-1.6")
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "mine.pdf").pages)
    assert "private" in text.lower()
    assert "Saved as “mine.pdf”" in window.undo_bar.words.text()


def test_a_range_that_cannot_be_stays_in_the_dialog(qtbot, window):
    dialog = window.reporting.ask()
    dialog.last.setDate(QDate(2026, 1, 1))
    qtbot.mouseClick(dialog.act, LEFT)
    assert isinstance(dialog, ReportDialog)
    assert dialog.isVisible()
    assert dialog.problem_of(dialog.last).startswith("A report must end after it begins")


def test_a_place_that_cannot_be_written_is_a_sentence(window, tmp_path):
    problems = []
    window.reporting.problem.connect(problems.append)
    path = tmp_path / "nowhere" / "mine.pdf"
    window.reporting.save(path, (days_ago(5), TODAY), with_notes=False)
    assert problems == [f"There is no folder “{path.parent}”; make it first."]


def test_the_action_is_found(window):
    assert "Report as PDF…" in [action.text() for action in window.all_actions]
