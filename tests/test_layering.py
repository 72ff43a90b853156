"""The walls of the house: who may know whom, read from the code, and what a start may load."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import stridetimer

PACKAGE = Path(stridetimer.__file__).parent

ROOMS = {
    "core": set[str](),
    "routines": {"core", "files", "places"},
    "keys": set[str](),
    "glance": {"core", "phrases"},
    "statusfile": {"files"},
    "settings": {"core", "files", "keys", "places", "routines", "sound"},
    "sound": {"core", "files", "places"},
    "importing": {"core", "routines"},
    "history": {"core", "files", "phrases"},
    "gaps": set[str](),
    "awake": set[str](),
    "places": set[str](),
    "files": set[str](),
    "editing": {"core", "routines", "places", "files"},
    "phrases": {"core"},
    "score": {"core", "phrases"},
    "conductor": {"core", "gaps", "sound"},
    "tui": {
        "editing",
        "core",
        "files",
        "glance",
        "keys",
        "statusfile",
        "routines",
        "sound",
        "gaps",
        "places",
        "phrases",
        "conductor",
        "score",
        "history",
    },
    "cli": {
        "core",
        "files",
        "glance",
        "keys",
        "statusfile",
        "routines",
        "settings",
        "importing",
        "history",
        "sound",
        "gaps",
        "awake",
        "places",
        "editing",
        "phrases",
        "conductor",
        "score",
        "tui",
    },
    "__main__": {"cli"},
}
"""For each room, the other rooms of the house that it may know."""

LIBRARIES = {
    "core": set[str](),
    "routines": {"yaml", "pydantic", "pydantic_core", "watchfiles"},
    "keys": set[str](),
    "glance": set[str](),
    "statusfile": set[str](),
    "settings": set[str](),
    "sound": {"miniaudio", "simpleaudio", "espeakng_loader"},
    "importing": set[str](),
    "history": set[str](),
    "gaps": set[str](),
    "awake": {"wakepy"},
    "places": {"platformdirs"},
    "files": set[str](),
    "editing": set[str](),
    "phrases": set[str](),
    "score": set[str](),
    "conductor": set[str](),
    "tui": {"textual", "rich", "textual_plotext"},
    "cli": {"click"},
    "__main__": set[str](),
}
"""For each room, what it may know besides the standard library."""

NOT_IN_CORE = {
    "time",
    "datetime",
    "threading",
    "asyncio",
    "pathlib",
    "os",
    "io",
    "logging",
    "random",
}
"""A core with one of these could look at a clock, a disk, or have a mind of its own."""


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            names = [alias.name for alias in node.names] if node.module == "stridetimer" else []
            yield from (f"stridetimer.{name}" for name in names)
            yield str(node.module)


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_knows_only_what_its_room_may_know(path: Path) -> None:
    room = room_of(path)
    for name in imports(path):
        first, _, rest = name.partition(".")
        if first == "stridetimer":
            other = rest.split(".")[0]
            assert other in {"", "__version__", room} | ROOMS[room], f"{room} knows {name}"
        else:
            assert first in sys.stdlib_module_names | LIBRARIES[room], f"{room} knows {name}"


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "core").glob("*.py")), ids=lambda path: path.name
)
def test_the_core_has_no_clock_no_disk_and_no_thread(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & NOT_IN_CORE


AUDIO_ROOM = PACKAGE / "sound" / "backends"


def test_audio_libraries_are_known_to_the_backends_of_the_child_alone() -> None:
    knowing = {
        path
        for path in MODULES
        if {"miniaudio", "simpleaudio"} & {n.split(".")[0] for n in imports(path)}
    }
    assert knowing
    assert all(path.is_relative_to(AUDIO_ROOM) for path in knowing)


def test_no_module_imports_itself_in_a_circle() -> None:
    known = {
        "stridetimer." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in MODULES
    }
    edges = {name: top_level_imports(path) & known.keys() for name, path in known.items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in edges[name]:
                visit(other, (*way, name))
            done.add(name)

    for name in edges:
        visit(name, ())


def top_level_imports(path: Path) -> set[str]:
    """What a module imports when it is imported itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    found = set[str]()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def loaded_after(*arguments: str) -> set[str]:
    """The modules that are loaded after a command."""
    code = (
        "import sys; from stridetimer.cli.main import run; code = run(sys.argv[1:]);"
        "print('|'.join(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.strip().split("|"))


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["list"], ["plan", "tabata"], ["check", "routines/tabata.yaml"]],
    ids=lambda arguments: arguments[0],
)
def test_commands_without_a_screen_do_not_load_textual(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PACKAGE.parent)
    assert "textual" not in loaded_after(*arguments)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_asking_for_help_loads_next_to_nothing(option: str) -> None:
    assert not loaded_after(option) & {"yaml", "pydantic", "platformdirs", "stridetimer.core.plan"}


def test_a_routine_that_has_not_changed_is_shown_without_what_reads_routines() -> None:
    assert "pydantic" in loaded_after("plan", "tabata")
    readers = {
        f"stridetimer.routines.{name}" for name in ("nodes", "findings", "problems", "source")
    }
    assert not {"yaml", "pydantic", *readers} & loaded_after("plan", "tabata")


def test_a_session_as_text_does_not_load_textual() -> None:
    loaded = loaded_after("run", "tabata", "--plain", "--speed", "100000", "--mute")
    assert "stridetimer.core.session" in loaded
    assert "textual" not in loaded


def test_the_library_is_on_the_screen_before_what_sessions_and_files_need_is_loaded() -> None:
    code = "import sys, stridetimer.cli.screens; print('|'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    later = {"yaml", "pydantic", "sqlite3", "watchfiles", "anyio", "stridetimer.core.session"}
    assert not later & set(done.stdout.strip().split("|"))


UNPROMISED = {
    "app.py": {"_driver"},
    "pasting.py": {"_app", "_loop"},
    "sparing.py": {"textual._compositor", "_dirty_regions"},
    "unforeseen.py": {"_close_messages_no_wait", "_exception"},
    "widgets/breaking.py": {"textual._wrap"},
    "widgets/code.py": {"textual.document._document_navigator"},
    "widgets/long_text.py": {
        "textual.document._document",
        "textual.document._wrapped_document",
        "_wrap_offsets",
    },
}
"""What Textual may change without a word, by the files of ``tui/`` that cannot do without."""


def unpromised_in(path: Path) -> set[str]:
    """Modules of Textual with an underscore, and such names that a file uses and does not make."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used, made = set[str](), set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                made.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.Name(id=name, ctx=ast.Store()):
                made.add(name)
            case ast.Attribute(attr=name) if name.startswith("_") and not name.endswith("__"):
                used.add(name)
    modules = {name for name in imports(path) if name.startswith("textual") and "._" in name}
    return modules | used - made


def test_what_textual_does_not_promise_is_used_only_where_that_is_known() -> None:
    tui = PACKAGE / "tui"
    found = {
        path.relative_to(tui).as_posix(): unpromised_in(path) for path in sorted(tui.rglob("*.py"))
    }
    assert {path: names for path, names in found.items() if names} == UNPROMISED


SMALL = 8
"""So many modules are seen at a glance."""


LARGE = [
    room
    for room in sorted(PACKAGE.iterdir())
    if room.is_dir() and len(list(room.glob("*.py"))) > SMALL
]


@pytest.mark.parametrize("room", LARGE, ids=lambda room: room.name)
def test_a_large_room_says_where_each_of_its_modules_belongs(room: Path) -> None:
    told = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    named = set(re.findall(r"``([a-z_]+/?)``|\.([a-z_]+)`", told))
    names = {one or other for one, other in named}
    modules = {path.stem for path in room.glob("*.py")} - {"__init__"}
    modules |= {f"{path.parent.name}/" for path in room.glob("*/__init__.py")}
    assert not modules - names, "name them in the docstring of the room's __init__.py"
    folders = {name for name in names if name.endswith("/")}
    assert not folders - modules, "these are gone"
