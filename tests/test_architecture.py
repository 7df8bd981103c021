"""The layers of the program, read from the imports of every module.

Imports inside functions and under TYPE_CHECKING count: they tie modules together as well.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "selfcare_app"
SOURCE = Path(__file__).parent.parent / PACKAGE

# What a layer may import besides itself. `paths` is a leaf that says where files lie.
LAYERS: dict[str, set[str]] = {
    "domain": set(),
    "store": {"domain"},
    "services": {"store", "domain", "paths"},
    "paths": set(),
    "ui": {"services", "domain", "paths"},
    "desktop": {"services", "domain", "paths"},
    "app": {"ui", "desktop", "services", "domain", "paths"},
    "commands": {"app", "desktop", "services", "domain", "paths"},
    "cli": {"commands", "domain"},
    "__main__": {"cli"},
}

# Where a library may be imported: folders and modules below the package.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui", "desktop", "app"),
    "shiboken6": ("ui", "desktop", "app"),
    "apsw": ("store.db", "store.faults"),
    "sqlite3": (),
    "pyqtgraph": ("ui.charts",),
    "numpy": ("ui.charts",),
}

MOST_LINES = 400
MOST_METHODS = 25


@dataclass(frozen=True, slots=True)
class Import:
    """One import statement: `target` is a module of ours or a library, as dotted name."""

    module: str
    target: str
    line: int

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}, imports {self.target}"


@dataclass(frozen=True, slots=True)
class Tree:
    """The modules of a package by dotted name, and the imports between them and of libraries."""

    package: str
    modules: dict[str, Path]
    imports: tuple[Import, ...]

    def of_ours(self) -> Iterator[Import]:
        """Imports of the package's own modules."""
        return (found for found in self.imports if found.target in self.modules)

    def below(self, module: str) -> str:
        """The dotted name without the package's: `ui.charts.heatmap`."""
        return module.removeprefix(self.package).removeprefix(".")


def read_tree(source: Path) -> Tree:
    modules = {_dotted_name(path, source): path for path in sorted(source.rglob("*.py"))}
    imports = [
        Import(module, target, line)
        for module, path in modules.items()
        for target, line in _imports(module, path, modules)
    ]
    return Tree(source.name, modules, tuple(imports))


def _dotted_name(path: Path, source: Path) -> str:
    parts = path.relative_to(source.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _imports(module: str, path: Path, modules: dict[str, Path]) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, path, node)
            for alias in node.names:
                submodule = f"{base}.{alias.name}"
                yield (submodule if submodule in modules else base), node.lineno


def _absolute(module: str, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if path.stem == "__init__" else module.split(".")[:-1]
    package = package[: len(package) - node.level + 1]
    return ".".join([*package, *([node.module] if node.module else [])])


def layer_faults(tree: Tree) -> list[str]:
    """Imports that do not point down, and modules that belong to no layer."""
    faults = [
        f"{module} belongs to no layer; give it a line in LAYERS"
        for module in tree.modules
        if module != tree.package and _layer(tree, module) not in LAYERS
    ]
    for found in tree.of_ours():
        own, other = _layer(tree, found.module), _layer(tree, found.target)
        # The package itself holds the version and imports nothing.
        if other and other != own and other not in LAYERS.get(own, set()):
            faults.append(f"{found}: {own or 'the package'} may not import {other}")
    return faults


def _layer(tree: Tree, module: str) -> str:
    return tree.below(module).partition(".")[0]


def library_faults(tree: Tree) -> list[str]:
    """Imports of a library outside the places that are meant for it."""
    faults = []
    for found in tree.imports:
        places = ONLY_IN.get(found.target.partition(".")[0])
        if places is None:
            continue
        module = f"{tree.below(found.module)}."
        if not any(module.startswith(f"{place}.") for place in places):
            faults.append(f"{found}: only {' and '.join(places) or 'no module'} may")
    return faults


def cycle_faults(tree: Tree) -> list[str]:
    """The first ring of modules that import each other, if there is one."""
    graph: dict[str, set[str]] = {module: set() for module in tree.modules}
    for found in tree.of_ours():
        if found.module != found.target:
            graph[found.module].add(found.target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [f"these import each other: {' ← '.join(error.args[1])}"]
    return []


def size_faults(tree: Tree) -> list[str]:
    """Modules and classes that have grown too long to be read in one go."""
    faults = []
    for module, path in tree.modules.items():
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines >= MOST_LINES:
            faults.append(f"{module} has {lines} lines; fewer than {MOST_LINES} are readable")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and _methods(node) >= MOST_METHODS:
                faults.append(
                    f"{module}.{node.name} has {_methods(node)} methods; "
                    f"fewer than {MOST_METHODS} are readable"
                )
    return faults


def _methods(node: ast.ClassDef) -> int:
    return sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)


CHECKS = [layer_faults, library_faults, cycle_faults, size_faults]


@pytest.mark.parametrize("check", CHECKS)
def test_the_program_keeps_to_its_architecture(check):
    faults = check(read_tree(SOURCE))
    assert not faults, "\n".join(["", *faults])


def made_up_tree(folder: Path, files: dict[str, str]) -> Tree:
    for name, text in files.items():
        path = folder / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_tree(folder / PACKAGE)


WELL_MADE = {
    "__init__.py": "__version__ = '1'\n",
    "domain/day.py": "from datetime import date\nfrom selfcare_app import __version__\n",
    "store/db.py": "import apsw\nfrom selfcare_app.domain import day\n",
    "ui/charts/line.py": "import numpy as np\nfrom PySide6 import QtWidgets\n",
    "ui/window.py": "def late():\n    from selfcare_app.ui.charts import line\n",
    "app.py": "from selfcare_app.ui.window import late\n",
}


def test_the_checks_find_nothing_in_a_well_made_tree(tmp_path):
    tree = made_up_tree(tmp_path, WELL_MADE)
    assert [fault for check in CHECKS for fault in check(tree)] == []


@pytest.mark.parametrize(
    ("check", "file", "text", "fault"),
    [
        (
            layer_faults,
            "ui/window.py",
            "from selfcare_app.store import db\n",
            "selfcare_app.ui.window, line 1, imports selfcare_app.store.db: "
            "ui may not import store",
        ),
        (
            layer_faults,
            "domain/day.py",
            "def late():\n    import selfcare_app.store.db\n",
            "selfcare_app.domain.day, line 2, imports selfcare_app.store.db: "
            "domain may not import store",
        ),
        (
            layer_faults,
            "store/__init__.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ..ui import window\n",
            "selfcare_app.store, line 3, imports selfcare_app.ui.window: store may not import ui",
        ),
        (
            layer_faults,
            "misc.py",
            "",
            "selfcare_app.misc belongs to no layer; give it a line in LAYERS",
        ),
        (
            library_faults,
            "domain/day.py",
            "from PySide6.QtCore import QDate\n",
            "selfcare_app.domain.day, line 1, imports PySide6.QtCore: "
            "only ui and desktop and app may",
        ),
        (
            library_faults,
            "store/database.py",
            "import apsw.ext\n",
            "selfcare_app.store.database, line 1, imports apsw.ext: "
            "only store.db and store.faults may",
        ),
        (
            library_faults,
            "ui/window.py",
            "import numpy\n",
            "selfcare_app.ui.window, line 1, imports numpy: only ui.charts may",
        ),
        (
            cycle_faults,
            "ui/charts/line.py",
            "from ..window import late\n",
            "selfcare_app.ui.window",
        ),
        (
            size_faults,
            "domain/day.py",
            "\n" * 400,
            "selfcare_app.domain.day has 400 lines; fewer than 400 are readable",
        ),
        (
            size_faults,
            "domain/day.py",
            "class Day:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(25)),
            "selfcare_app.domain.day.Day has 25 methods; fewer than 25 are readable",
        ),
    ],
)
def test_the_checks_find_what_is_wrong(tmp_path, check, file, text, fault):
    [found] = check(made_up_tree(tmp_path, WELL_MADE | {file: text}))
    assert fault in found
