"""The JSON Schema in the resources says exactly what the complete export is."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from selfcare_app.paths import resources
from selfcare_app.services.demo import made_up_records
from selfcare_app.services.transfer import json_file
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.samples import SAMPLES, write_sample
from tests.services.transfer.test_json_file import EVERYTHING

VALIDATOR = Draft202012Validator(
    json.loads((resources() / "selfcare-export.schema.json").read_bytes()),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


def faults(document: object) -> list[str]:
    """Where `document` is not as the schema says."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def exported(workspace: Workspace, path: Path) -> Any:
    export_file(workspace, path, "json")
    return json.loads(path.read_bytes())


@pytest.fixture
def document(workspace: Workspace, tmp_path: Path) -> dict[str, Any]:
    """The export of a workspace with something of everything."""
    workspace.journal.add_records("All", EVERYTHING)
    found: dict[str, Any] = exported(workspace, tmp_path / "all.json")
    return found


def test_the_schema_is_one_and_of_the_version_that_is_written() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert VALIDATOR.schema["properties"]["version"]["const"] == json_file.VERSION
    assert f"version {json_file.VERSION}" in VALIDATOR.schema["title"]


def test_an_export_with_something_of_everything_is_as_the_schema_says(
    document: dict[str, Any],
) -> None:
    assert all(document.values())
    assert faults(document) == []


def test_an_export_of_nothing_is_as_the_schema_says(workspace: Workspace, tmp_path: Path) -> None:
    assert faults(exported(workspace, tmp_path / "all.json")) == []


def test_an_export_of_a_year_is_as_the_schema_says(workspace: Workspace, tmp_path: Path) -> None:
    workspace.journal.add_records("A year", made_up_records(workspace.today()))

    assert faults(exported(workspace, tmp_path / "all.json")) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_an_export_of_what_was_imported_from_elsewhere_is_as_the_schema_says(
    name: str, workspace: Workspace, tmp_path: Path
) -> None:
    import_file(workspace, write_sample(tmp_path, name), dry_run=False)

    assert faults(exported(workspace, tmp_path / "all.json")) == []


def test_every_part_of_every_record_is_described() -> None:
    def undescribed(schema: Any, place: str) -> list[str]:
        found = [] if "description" in schema or set(schema) == {"$ref"} else [place]
        for name, part in schema.get("properties", {}).items():
            found += undescribed(part, f"{place}.{name}")
        return found

    parts = {"": VALIDATOR.schema} | VALIDATOR.schema["$defs"]
    assert [place for name, part in parts.items() for place in undescribed(part, name)] == []


@pytest.mark.parametrize("section", json_file.SECTIONS)
def test_a_part_that_is_missing_or_no_list_is_found(section: str, document: dict[str, Any]) -> None:
    without = {name: part for name, part in document.items() if name != section}
    assert faults(without)
    assert faults(document | {section: {}})


@pytest.mark.parametrize("section", json_file.SECTIONS)
def test_every_field_of_a_record_is_asked_for_and_no_other_is_known(
    section: str, document: dict[str, Any]
) -> None:
    for name in document[section][0]:
        broken = deepcopy(document)
        del broken[section][0][name]
        assert faults(broken), name
    document[section][0]["other"] = None
    assert faults(document)


@pytest.mark.parametrize(
    ("section", "broken"),
    [
        ("habits", {"id": ""}),
        ("habits", {"name": ""}),
        ("habits", {"name": "n" * 201}),
        ("habits", {"name": "a\x00b"}),
        ("habits", {"kind": "other"}),
        ("habits", {"kind": "measured"}),
        ("habits", {"target": 5}),
        ("habits", {"direction": "at_least"}),
        ("habits", {"unit": "min"}),
        ("habits", {"kind": "measured", "direction": "at_least", "target": -1}),
        ("habits", {"kind": "measured", "direction": None, "target": 1}),
        ("habits", {"schedule": "sometimes"}),
        ("habits", {"schedule": "8/week"}),
        ("habits", {"schedule": "32/month"}),
        ("habits", {"created": "2026-02-30"}),
        ("habits", {"created": "today"}),
        ("habits", {"position": 1.5}),
        ("habits", {"archived": 0}),
        ("areas", {"colour": "pink"}),
        ("pauses", {"first": None}),
        ("entries", {"state": "kept"}),
        ("entries", {"state": "rest", "value": 1}),
        ("entries", {"value": "1"}),
        ("entries", {"value": -1}),
        ("check_ins", {"mood": 6}),
        ("check_ins", {"mood": 2.5}),
        ("reminders", {"minute": 1440}),
        ("reminders", {"weekdays": []}),
        ("reminders", {"weekdays": [1, 1]}),
        ("reminders", {"weekdays": [8]}),
        ("timers", {"seconds": -1}),
        ("timers", {"started_at": "now"}),
        ("weekday_hours", {"weekday": 0}),
        ("weekday_hours", {"hours": "9-17"}),
        ("work_logs", {"start": [1]}),
        ("work_logs", {"start": [1, 2, 3]}),
        ("work_logs", {"done": [1, 1440]}),
        ("activity", {"first": None}),
        ("activity", {"away": [[1]]}),
        ("holds", {"kind": "nap"}),
        ("fired", {"shown": 1}),
        ("kept_by_log", {"state": "rest"}),
    ],
)
def test_a_broken_record_is_found(
    section: str, broken: dict[str, Any], document: dict[str, Any]
) -> None:
    document[section][0] |= broken

    assert faults(document)


@pytest.mark.parametrize(
    "broken", [{"version": 4}, {"version": "3"}, {"format": "other"}, {"a": 1}]
)
def test_another_kind_of_document_is_found(
    broken: dict[str, Any], document: dict[str, Any]
) -> None:
    assert faults(document | broken)


def test_what_an_export_brings_into_an_empty_folder_comes_out_byte_for_byte(
    document: dict[str, Any], other: Workspace, tmp_path: Path
) -> None:
    report = import_file(other, tmp_path / "all.json", dry_run=False)

    exported(other, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "all.json").read_bytes()
    assert report.skipped == []
