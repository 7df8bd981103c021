"""The window on a real display: an X server of the test's own."""

import os
import subprocess
import sys
from pathlib import Path


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
