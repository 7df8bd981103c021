"""Let atheris look for a file that breaks a reader: `python -m tests.fuzz --seconds 60`.

Atheris, the extra `fuzz`, changes files byte by byte and keeps those that reach code which no
file reached before. What breaks a reader is written into the folder and ends the run.
"""

import sys
import zipfile
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["selfcare_app"]):
    from selfcare_app.domain.errors import KnownError
    from selfcare_app.services.transfer.importing import read_file

from tests.services.transfer.loop_files import write_zip
from tests.services.transfer.samples import SAMPLES, write_sample

TABLES, BETWEEN = b"tables\n", b"\nnext table\n"
"""What begins the content of Loop's zip file, as it is changed here, and what parts its files."""
TODAY = date(2026, 11, 23)
WORDS = (
    *("NaN", "Infinity", "1e999", "null", "true", "[[", "{{", "habits", "title", "events"),
    *("records", "record_date", "freq_custom", "DayType.check", "DayType.progress", "#skip"),
    *("period_type", "format", "selfcare", "version", "schedule", "HabitName", "CalendarDate"),
    *("Habits.csv", "/Checkmarks.csv", "YES_MANUAL", "NUMERICAL", "-2150000000", "2026-11-16"),
    *("CREATE TABLE", "CREATE VIEW", "Repetitions", "tracks", "ticks", "checkins", "AT_MOST"),
    *(r"tables\x0a", r"\x0anext table\x0a", "UNKNOWN", "FrequencyNumerator", "Target Value"),
)
"""What files are made of, as libFuzzer's dictionaries write it."""


def _main() -> None:
    arguments = _arguments()
    folder = arguments.folder
    corpus, seeds = folder / "corpus", folder / "seeds"
    for each in (corpus, seeds):
        each.mkdir(parents=True, exist_ok=True)
    for name in SAMPLES:
        (seeds / name).unlink(missing_ok=True)
        write_sample(seeds, name)
    (seeds / "tables").write_bytes(TABLES + _tables_of(seeds / "loop.zip"))
    words = folder / "words"
    words.write_text("".join(f'"{word}"\n' for word in WORDS), encoding="utf-8")
    options = [
        f"-max_total_time={arguments.seconds}",
        *(["-seed=1", f"-runs={arguments.runs}"] if arguments.runs else []),
        f"-dict={words}",
        f"-artifact_prefix={folder}/broken-",
        *("-timeout=10", "-rss_limit_mb=1024", "-max_len=65536", "-print_final_stats=1"),
    ]
    file = folder / "file"
    atheris.Setup([sys.argv[0], *options, str(corpus), str(seeds)], lambda data: _try(data, file))
    atheris.Fuzz()


def _tables_of(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return BETWEEN.join(archive.read(name) for name in archive.namelist()[:2])


def _try(data: bytes, file: Path) -> None:
    if data.startswith(TABLES):
        # A zip file has checksums, which hardly any change would leave right.
        habits, _, days = data.removeprefix(TABLES).partition(BETWEEN)
        write_zip(file, {"Habits.csv": habits, "001 Sit/Checkmarks.csv": days})
    else:
        file.write_bytes(data)
    with suppress(KnownError):
        read_file(file, TODAY)


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="how long to look")
    parser.add_argument(
        "--runs", type=int, help="so many files, and the same each time, rather than others"
    )
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), help="for what is found")
    return parser.parse_args()


if __name__ == "__main__":
    _main()
