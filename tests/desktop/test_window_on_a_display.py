"""The window on a real display: an X server of the test's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X display that nobody else uses."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
        process.terminate()


def test_the_window_opens_on_a_real_display(display: str, tmp_path: Path):
    environment = {
        name: text
        for name, text in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    }
    command = [sys.executable, "-m", "selfcare_app", "--data-dir", str(tmp_path)]
    result = subprocess.run(
        [*command, "--exit-after-paint"],
        env=environment | {"DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "selfcare.db").is_file()
