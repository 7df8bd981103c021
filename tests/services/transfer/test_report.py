from selfcare_app.services.transfer.report import ImportReport, Skipped


def test_a_report_is_plain_data_for_programs() -> None:
    report = ImportReport(
        "loop-db",
        habits=3,
        entries=164,
        pauses=1,
        unchanged=2,
        skipped=[Skipped("reminders", "they stay with Loop", 2)],
        warnings=["Loop has no practice areas."],
    )

    assert report.as_json() == {
        "format": "loop-db",
        "habits": 3,
        "entries": 164,
        "skipped": [{"what": "reminders", "why": "they stay with Loop", "count": 2}],
        "warnings": ["Loop has no practice areas."],
    }


def test_a_report_has_lines_to_read() -> None:
    report = ImportReport(
        "loop-db",
        habits=3,
        entries=164,
        unchanged=2,
        skipped=[Skipped("reminders", "they stay with Loop", 2)],
        warnings=["Loop has no practice areas."],
    )

    assert report.lines() == [
        "Added:",
        "  habits: 3",
        "  entries: 164",
        "Already here, just the same: 2",
        "Not carried over:",
        "  reminders: 2 (they stay with Loop)",
        "Worth a look:",
        "  Loop has no practice areas.",
    ]


def test_a_report_of_a_dry_run_says_so() -> None:
    report = ImportReport("selfcare-json", pauses=1, check_ins=2, settings=3, dry_run=True)

    assert report.lines() == [
        "This would be added:",
        "  pauses: 1",
        "  check-ins: 2",
        "  settings: 3",
    ]
    assert ImportReport("loop-csv").lines() == ["There is nothing new in the file."]
