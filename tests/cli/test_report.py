"""`selfcare report`, run as a person runs it: in a process of its own, without a display."""

import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from selfcare_app.commands import report
from tests.cli.conftest import Selfcare


def test_it_writes_a_pdf_without_a_display(selfcare: Selfcare, tmp_path: Path) -> None:
    assert selfcare("add", "Brisk walk").status == 0
    selfcare("log", "brisk", "--note", "A private sentence")
    folder = Path(os.environ["SELFCARE_DATA_DIR"])
    environment = {
        name: text
        for name, text in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    target = tmp_path / "mine.pdf"
    command = [sys.executable, "-m", "selfcare_app", "--data-dir", str(folder), "report"]
    done = subprocess.run(
        [*command, str(target)], env=environment, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f"written to “{target}”. Anyone who opens it can read it." in done.stdout
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Brisk" in text
    assert "private" not in text


def test_what_cannot_be_is_one_sentence(selfcare: Selfcare, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(report, "qt_is_missing", lambda **_: False)
    target = str(tmp_path / "mine.pdf")
    later = selfcare("report", target, "--to", "2199-01-01").sentence
    assert later == "A report can go up to today; choose an earlier last day."
    assert "There is no day “soon”" in selfcare("report", target, "--from", "soon").sentence
    turned = selfcare("report", target, "--from", "2026-02-02", "--to", "2026-02-01").sentence
    assert turned == "A report must end after it begins; choose an earlier first day."


def test_missing_libraries_are_told_first(selfcare: Selfcare, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(report, "qt_is_missing", lambda **_: True)
    assert selfcare("report", str(tmp_path / "mine.pdf")).status == 2
    assert not (tmp_path / "mine.pdf").exists()
