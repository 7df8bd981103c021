"""Where data and resources lie."""

import sys
from pathlib import Path

import pytest

from selfcare_app import paths


def test_the_chosen_data_folder_comes_before_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("SELFCARE_DATA_DIR", "/from/the/environment")
    assert paths.data_folder(tmp_path) == tmp_path
    assert paths.data_folder() == Path("/from/the/environment")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep data elsewhere")
@pytest.mark.parametrize("variable", ["", None])
def test_without_a_choice_data_lies_where_the_system_keeps_it(home, monkeypatch, variable):
    monkeypatch.delenv("SELFCARE_DATA_DIR")
    if variable is not None:
        monkeypatch.setenv("SELFCARE_DATA_DIR", variable)
    assert paths.data_folder() == home / ".local" / "share" / "selfcare"
    assert not home.exists()


def test_everything_personal_lies_in_the_data_folder(tmp_path):
    places = [
        paths.database_file(tmp_path),
        paths.backup_folder(tmp_path),
        paths.log_file(tmp_path),
    ]
    assert {place.parent for place in places} == {tmp_path}


def test_resources_are_found_in_a_checkout():
    assert (paths.resources() / "icons").is_dir()
