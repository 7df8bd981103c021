"""The wheel as a person gets it: built, installed into a fresh virtual environment, started.

The libraries that it needs are seen from the environment of the tests, so that nothing is
downloaded; the program itself comes from the wheel alone.
"""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from selfcare_app import __version__

PROJECT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """What `command` prints, started in `cwd`; it must end well and say nothing else."""
    variables = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        command, cwd=cwd, env=variables, capture_output=True, text=True, timeout=120
    )
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a virtual environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True, timeout=120)
    [wheel] = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, symlinks=os.name != "nt")
    places = sysconfig.get_paths("venv", vars={"base": str(environment)})
    libraries = sysconfig.get_path("purelib")
    Path(places["purelib"], "libraries_of_the_tests.pth").write_text(libraries, encoding="utf-8")
    python = Path(places["scripts"], "python")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps"]
    subprocess.run([*install, "--no-index", wheel], check=True, capture_output=True, timeout=120)
    return Path(places["scripts"])


def test_the_program_comes_from_the_wheel_with_its_resources(scripts, tmp_path):
    program = (
        "from selfcare_app.paths import resources\n"
        "print(resources())\n"
        "print(*sorted(str(file.relative_to(resources())) for file in resources().rglob('*')))\n"
    )
    place, files = run(scripts / "python", "-c", program, cwd=tmp_path).splitlines()
    beside_checkout = PROJECT / "resources"
    assert Path(place).is_relative_to(scripts.parent)
    assert files.split() == sorted(
        str(file.relative_to(beside_checkout)) for file in beside_checkout.rglob("*")
    )
    assert any(name.endswith(".svg") for name in files.split())


def test_the_installed_program_says_its_version(scripts, tmp_path):
    assert __version__ in run(scripts / "selfcare", "--version", cwd=tmp_path)


def test_the_installed_command_line_makes_a_database(scripts, tmp_path):
    data = tmp_path / "data"
    run(scripts / "selfcare", "today", "--data-dir", data, cwd=tmp_path)
    assert (data / "selfcare.db").is_file()


def test_the_installed_program_paints_its_window(scripts, tmp_path):
    run(scripts / "selfcare", "demo", "--exit-after-paint", cwd=tmp_path)
