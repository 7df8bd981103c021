"""Nothing of the program reaches a network: not by what it does, nor by what it is made of."""

import ast
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from selfcare_app.commands.arguments import _COMMANDS
from tests.without_network import can_shut_for_all

REPOSITORY = Path(__file__).parent.parent
SOURCE = REPOSITORY / "selfcare_app"

Program = subprocess.CompletedProcess[str]


def python(*words: str | Path, typed: str = "") -> Program:
    return subprocess.run(
        [sys.executable, *map(str, words)],
        input=typed,
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        timeout=60,
        check=False,
    )


def offline(*words: str | Path, typed: str = "") -> Program:
    """Run the program where every way to a network is shut."""
    return python("-m", "tests.without_network", *words, typed=typed)


def test_no_command_reaches_a_network(tmp_path: Path) -> None:
    commands = [
        ["add", "Sit"],
        ["add", "Walk", "--at-least", "20", "--unit", "min"],
        ["habits", "--json"],
        ["log", "sit", "--note", "a note"],
        ["today"],
        ["stats", "--json", "--daily"],
        ["hours", "set", "daily", "00:00-23:59"],
        ["hours", "--json"],
        ["session", "25"],
        ["pause", "tomorrow"],
        ["wrap-up", "--reason", "notes"],
        ["report", "report.pdf", "--notes"],
        ["export", "all.json"],
        ["export", "all.zip"],
        ["import", "all.json"],
        ["backup", "copy.db"],
        ["restore", "copy.db"],
        ["backups", "--json"],
        ["passphrase", "set", "--passphrase-fd", "0"],
        ["today", "--passphrase-fd", "0"],
        ["rescue", "--passphrase-fd", "0"],
        ["demo", "--screenshot", "pictures"],
    ]
    assert {command for command, *_ in commands} == set(_COMMANDS)
    for words in commands:
        placed = [tmp_path / word if is_file(word) else word for word in words]
        done = offline(*placed, typed="quiet river stone lamp\n")
        assert (done.returncode, done.stderr) == (0, ""), words


def is_file(word: str) -> bool:
    return word.endswith((".pdf", ".json", ".zip", ".db")) or word == "pictures"


@pytest.mark.parametrize("words", [[], ["demo"]], ids=["own data", "a year of data"])
def test_no_page_of_the_window_reaches_a_network(words: list[str]) -> None:
    offline("add", "Sit")
    done = offline("--every-page", *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        *("ProgressPage", "BoundariesPage", "SettingsPage", "TodayPage"),
        *("ProgressPage", "ProgressPage", "WelcomePage"),
    ]


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.socket()",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('example.org', 443)",
        "__import__('urllib.request').request.urlopen('http://127.0.0.1:9')",
    ],
)
def test_whoever_tried_in_python_would_be_found(attempt: str) -> None:
    program = f"import socket, tests.without_network as w; w.shut_doors(); {attempt}"
    done = python("-c", program)
    assert done.returncode != 0
    assert "ReachedOut" in done.stderr


def test_sockets_of_this_computer_stay_open() -> None:
    program = "import socket, tests.without_network as w; w.shut_doors(); socket.socketpair()"
    assert python("-c", program).returncode == 0


@pytest.mark.skipif(not can_shut_for_all(), reason="Only Linux shuts its own door, here.")
@pytest.mark.parametrize(
    "attempt", ["QTcpSocket().connectToHost('127.0.0.1', 9)", "QUdpSocket().bind()"]
)
def test_whoever_tried_past_python_would_be_found(attempt: str) -> None:
    program = (
        "import tests.without_network as w; from PySide6.QtNetwork import QTcpSocket, QUdpSocket; "
        "from PySide6.QtCore import QCoreApplication; application = QCoreApplication([]); "
        f"w.shut_doors(); {attempt}"
    )
    assert python("-c", program).returncode == -signal.SIGSYS


# What it is made of.

NETWORK_CLIENTS = {
    *("requests", "urllib3", "httpx", "httpcore", "aiohttp", "httplib2", "pycurl", "treq"),
    *("websockets", "websocket-client", "h11", "h2", "aioquic", "tornado", "twisted", "gevent"),
    *("grpcio", "boto3", "botocore", "paramiko", "dnspython", "pyzmq", "paho-mqtt", "zeroconf"),
    *("sentry-sdk", "posthog", "google-api-core", "azure-core", "PySide6", "PySide6-Addons"),
}
"""Libraries that reach networks or watch a person; of Qt, those parts with a browser in them."""
NETWORK_CLIENTS = {canonicalize_name(name) for name in NETWORK_CLIENTS}

Requires = Callable[[str], Iterable[str] | None]


def everything_needed(wanted: Iterable[str], requires_of: Requires) -> dict[str, str]:
    """The names of all libraries that `wanted` bring along, each with what asks for it."""
    found: dict[str, str] = {}
    waiting = [(Requirement(each), "Selfcare") for each in wanted]
    while waiting:
        wish, asker = waiting.pop()
        name = canonicalize_name(wish.name)
        if wish.marker is not None and not wish.marker.evaluate({"extra": ""}):
            continue
        if name in found and not wish.extras:
            continue
        found.setdefault(name, asker)
        for text in () if name in NETWORK_CLIENTS else requires_of(wish.name) or ():
            part = Requirement(text)
            extras = wish.extras or {""}
            if part.marker is None or any(part.marker.evaluate({"extra": e}) for e in extras):
                part.marker = None
                waiting.append((part, name))
    return found


def dependencies() -> Iterator[str]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from project["dependencies"]
    for extra, wanted in project["optional-dependencies"].items():
        if extra not in ("dev", "fuzz"):
            yield from wanted


def test_no_library_that_is_needed_reaches_a_network() -> None:
    needed = everything_needed(dependencies(), requires)
    assert "pyside6-essentials" in needed
    assert "shiboken6" in needed  # Others' needs are followed.
    clients = {name: asker for name, asker in needed.items() if name in NETWORK_CLIENTS}
    assert clients == {}


def test_a_library_that_another_one_brings_along_would_be_found() -> None:
    tree = {
        "charts": ["nice_colours>=2", "dreams; extra == 'cloud'"],
        "nice_colours": ["Tools[http2]<1; python_version >= '3'", "charts"],
        "Tools": ["HTTPX; extra == 'http2'", "pycurl; python_version < '3'"],
        "HTTPX": ["certifi"],
    }
    assert everything_needed(["charts>=1"], tree.get) == {
        "charts": "Selfcare",
        "nice-colours": "charts",
        "tools": "nice-colours",
        "httpx": "tools",
    }


# What it is written with.

WAYS_OUT = {
    *("socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib"),
    *("telnetlib", "nntplib", "xmlrpc", "asyncio", "webbrowser", "multiprocessing", "pip"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineWidgets"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtHttpServer", "PySide6.QtQml"),
}
KNOWN_WAYS = {
    # The desktop's own bus, and a second start that speaks to the first; both on this computer.
    ("desktop/bus.py", "socket"),
    ("desktop/instance_address.py", "socket"),
    ("desktop/single_instance.py", "PySide6.QtNetwork.QLocalServer"),
    ("desktop/single_instance.py", "PySide6.QtNetwork.QLocalSocket"),
    # Whether the library loads at all.
    ("desktop/qt_libraries.py", "PySide6.QtNetwork"),
    # Writes addresses of files.
    ("store/file_key.py", "urllib.parse.quote"),
}


def ways_out(source: Path) -> set[tuple[str, str]]:
    """Modules of ours with what each imports that could reach a network."""
    return {
        (path.relative_to(source).as_posix(), name)
        for path in sorted(source.rglob("*.py"))
        for name in _imported(path)
        if any(name == way or name.startswith(f"{way}.") for way in WAYS_OUT)
    }


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_module_of_ours_imports_a_way_to_a_network() -> None:
    assert ways_out(SOURCE) == KNOWN_WAYS


def test_an_import_of_a_way_to_a_network_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "late.py").write_text(
        "def late():\n    import http.client\n    from urllib import request\n"
        "    from PySide6 import QtNetwork\n    from PySide6.QtNetwork import QTcpSocket\n"
        "from PySide6.QtCore import QTimer\nfrom .socket import x\n"
    )
    assert {name for _, name in ways_out(tmp_path)} == {
        "http.client",
        "urllib.request",
        "PySide6.QtNetwork",
        "PySide6.QtNetwork.QTcpSocket",
    }


@pytest.mark.parametrize("file", ["desktop/bus.py", "desktop/instance_address.py"])
def test_sockets_of_ours_are_of_this_computer_alone(file: str) -> None:
    families = [
        node.args
        for node in ast.walk(ast.parse((SOURCE / file).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "socket.socket"
    ]
    assert families
    for arguments in families:
        assert ast.unparse(arguments[0]) == "socket.AF_UNIX"
