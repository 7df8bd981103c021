"""Where Qt cannot work, a person reads what to do instead of a traceback or a core dump."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from selfcare_app.desktop import qt_libraries

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there Qt needs no libraries of the system"
)

README = Path(__file__).parents[2] / "README.md"
DISPLAY_VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
ASK = "from selfcare_app.desktop.qt_libraries import qt_problem; print(qt_problem())"
IN_WORDS = """
from selfcare_app.desktop.qt_libraries import display_faults_in_words
{imports}
with display_faults_in_words():
    {call}
"""


def start(program: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """`program` in a fresh interpreter, with no display but what `variables` say."""
    kept = {name: text for name, text in os.environ.items() if name not in DISPLAY_VARIABLES}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=kept | variables, capture_output=True, text=True, timeout=60)


def answer(program: str, **variables: str) -> str:
    """What `program` prints."""
    result = start(program, **variables)
    assert result.stderr == ""
    return result.stdout


def test_nothing_is_wrong_where_these_tests_run():
    assert qt_libraries.qt_problem() is None
    assert qt_libraries.qt_problem(needs_display=False) is None


def test_the_source_of_modules_is_not_read_and_kept_at_every_start():
    program = f"{ASK}; import linecache, selfcare_app.ui.rail; print(linecache.cache)"
    assert "selfcare_app" not in answer(program, QT_QPA_PLATFORM="offscreen")


def test_without_a_display_one_reads_how_to_go_on():
    program = f"{ASK}; import sys; print('PySide6' in sys.modules)"
    sentence, qt_was_imported = answer(program).splitlines()
    assert "There is no display here" in sentence
    assert "selfcare today" in sentence
    assert "selfcare demo --screenshot DIR" in sentence
    assert qt_was_imported == "False"


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_does_not_answer_ends_the_program_with_a_sentence(tmp_path, variable):
    application = "from PySide6.QtWidgets import QApplication"
    variables = {variable: ":4321", "XDG_RUNTIME_DIR": str(tmp_path)}
    result = start(IN_WORDS.format(imports=application, call="QApplication([])"), **variables)
    assert result.returncode == 2
    assert result.stderr.startswith("selfcare: The display “:4321” does not answer")
    assert result.stderr.count("\n") == 1


def test_what_qt_says_while_the_application_starts_is_passed_on():
    warning = "from PySide6.QtCore import qWarning"
    result = start(IN_WORDS.format(imports=warning, call="qWarning('take care')"))
    assert (result.returncode, result.stderr) == (0, "take care\n")


def test_pictures_need_no_display():
    assert answer(ASK.replace("()", "(needs_display=False)")) == "None\n"


@pytest.mark.parametrize(
    ("variables", "platforms"),
    [
        ({}, []),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, []),
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "vnc:size=800x600;offscreen"}, ["vnc", "offscreen"]),
    ],
)
def test_a_display_is_known_by_the_environment(variables, platforms):
    assert qt_libraries.display_platforms(variables) == platforms


def test_a_missing_library_is_named_with_the_command_that_installs_it(tmp_path):
    fault = "libGL.so.1: cannot open shared object file: No such file or directory"
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").touch()
    (broken / "QtWidgets.py").write_text(f"raise ImportError({fault!r})\n", encoding="utf-8")
    text = answer(ASK, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(tmp_path))
    assert "(libGL.so.1)" in text
    assert qt_libraries.DEBIAN_PACKAGES in text
    assert "selfcare today" in text


def test_without_qt_one_reads_that_it_is_to_be_installed_again(tmp_path):
    (tmp_path / "PySide6.py").touch()
    text = answer(ASK, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(tmp_path))
    assert "cannot be loaded (cannot import name 'QtNetwork'" in text
    assert "apt-get" not in text


def test_sudo_is_named_only_to_those_who_need_it(monkeypatch):
    fault = "Cannot load library libqxcb.so: libxcb-icccm.so.4: cannot open shared object file: No"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "sudo apt-get update && sudo apt-get install" in qt_libraries.library_sentence(fault)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "sudo" not in qt_libraries.library_sentence(fault)
    assert "(libxcb-icccm.so.4)" in qt_libraries.library_sentence(fault)


def test_a_plugin_that_cannot_be_loaded_is_found_out_unless_another_can(tmp_path):
    (tmp_path / "libqxcb.so").write_text("no library at all", encoding="utf-8")
    shutil.copy(plugins() / "libqoffscreen.so", tmp_path)
    assert "libqxcb.so" in (qt_libraries.plugin_fault(tmp_path, ["xcb"]) or "")
    assert qt_libraries.plugin_fault(tmp_path, ["xcb", "offscreen"]) is None
    assert qt_libraries.plugin_fault(tmp_path, ["unknown"]) is None


def plugins() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"


def test_the_readme_installs_the_packages_that_the_message_names():
    lines = re.findall(r"^.*apt-get install.*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) == 2
    assert all(qt_libraries.DEBIAN_PACKAGES in line for line in lines)
