"""Settings: declared once, kept only where they differ, and never trusted blindly."""

import json
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.setting import Setting
from selfcare_app.services.reminding import LATERS_KEY
from selfcare_app.services.settings import (
    DAY_START_HOUR,
    DECLARATIONS,
    GRACE_DAYS,
    SECTIONS,
    STREAKS_SHOWN,
    TEXT_SIZE,
    THEME,
    UNLISTED,
    WEEK_START,
)
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything


def test_each_setting_is_declared_once_with_an_allowed_default() -> None:
    declarations = [*DECLARATIONS, *UNLISTED]
    assert len({declaration.key for declaration in declarations}) == len(declarations)
    for declaration in declarations:
        assert declaration.default in declaration.allowed
        assert declaration.title
        assert declaration.help


def test_a_declaration_says_all_that_a_page_shows() -> None:
    for declaration in DECLARATIONS:
        assert declaration.section in SECTIONS
        if not isinstance(declaration.default, bool):
            assert len(declaration.words) == len(declaration.allowed)
            assert len(set(declaration.words)) == len(declaration.words)
    assert {declaration.section for declaration in DECLARATIONS} == set(SECTIONS)


def test_a_value_has_its_words() -> None:
    assert DAY_START_HOUR.words_of(3) == "3:00"
    assert WEEK_START.words_of(0) == "As in the region"
    assert WEEK_START.words_of(7) == "Sunday"
    assert THEME.words_of("system") == "As the system"
    assert [TEXT_SIZE.words_of(size) for size in (100, 200)] == ["100 %", "200 %"]


def test_a_setting_has_its_default_until_it_is_set(workspace: Workspace) -> None:
    assert workspace.settings.get(GRACE_DAYS) == 2
    workspace.settings.set(GRACE_DAYS, 0)
    assert workspace.settings.get(GRACE_DAYS) == 0
    workspace.settings.set(STREAKS_SHOWN, False)
    assert workspace.settings.get(STREAKS_SHOWN) is False


def test_going_back_to_the_default_keeps_nothing(workspace: Workspace) -> None:
    workspace.settings.set(THEME, "dark")
    workspace.settings.set(THEME, "system")
    assert everything(workspace) == []


def test_a_setting_can_be_taken_back(workspace: Workspace) -> None:
    workspace.settings.set(THEME, "dark")
    change = workspace.journal.undo()
    assert change is not None
    assert change.title == "Setting “Colours”"
    assert workspace.settings.get(THEME) == "system"


def test_a_value_that_is_not_allowed_is_refused(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="“Grace days” cannot be 9"):
        workspace.settings.set(GRACE_DAYS, 9)
    assert workspace.settings.get(GRACE_DAYS) == 2


@pytest.mark.parametrize("kept", ["9", '"2"', "true", "null", "[]", "1.0"])
def test_a_kept_value_that_is_not_allowed_gives_the_default(
    workspace: Workspace, kept: str
) -> None:
    workspace.journal.add_records("Import", [Setting("grace_days", kept)])
    assert workspace.settings.get(GRACE_DAYS) == 2


RUBBISH = ["", "{", "system", '"dark', "NaN", "[" * 100_000, "9" * 10_000]


@pytest.mark.parametrize("kept", RUBBISH, ids=lambda kept: kept[:8])
def test_rubbish_in_the_table_gives_the_defaults_and_stays_until_a_value_is_set(
    workspace: Workspace, kept: str
) -> None:
    rubbish = [Setting(key, kept) for key in ("theme", "folded_areas", LATERS_KEY)]
    workspace.journal.add_records("From elsewhere", [*rubbish, Setting("grace_days", "0")])
    workspace.forget_caches()
    assert workspace.settings.get(THEME) == "system"
    assert workspace.settings.get(GRACE_DAYS) == 0
    assert workspace.settings.value(LATERS_KEY) is None
    assert workspace.memory.folded_areas() == frozenset()
    assert set(rubbish) <= set(everything(workspace))
    workspace.settings.set(THEME, "dark")
    assert workspace.settings.get(THEME) == "dark"
    workspace.settings.set(THEME, "system")
    assert rubbish[0] not in everything(workspace)


@pytest.mark.parametrize("kept", RUBBISH, ids=lambda kept: kept[:8])
def test_rubbish_in_the_table_is_left_out_of_an_export(
    workspace: Workspace, tmp_path: Path, kept: str
) -> None:
    records = [Setting("theme", kept), Setting("grace_days", "0")]
    workspace.journal.add_records("From elsewhere", records)
    export_file(workspace, tmp_path / "all.json", None)
    document = json.loads((tmp_path / "all.json").read_bytes())
    assert document["settings"] == [{"key": "grace_days", "value": 0}]


def test_the_week_starts_as_set_or_as_in_the_region(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert workspace.settings.first_weekday() == 7
    workspace.settings.set(WEEK_START, 1)
    assert workspace.settings.first_weekday() == 1


def test_a_setting_changed_elsewhere_is_seen(workspace: Workspace, elsewhere: Workspace) -> None:
    assert workspace.settings.get(DAY_START_HOUR) == 3
    elsewhere.settings.set(DAY_START_HOUR, 5)
    assert workspace.changed_elsewhere()
    assert workspace.settings.get(DAY_START_HOUR) == 5
    assert workspace.today() == date(2026, 11, 23)
