"""What every test stands on: a home of its own, so that nobody's files are read or written."""

import gc
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# No property is about speed; and what CI says must not depend on its luck.
settings.register_profile("here", deadline=None, max_examples=15)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
settings.load_profile("ci" if os.environ.get("STRIDETIMER_CI") else "here")


# What is compiled is kept, whatever the shell says: without that every run rewrites all the asserts
# anew, and every process that a test starts compiles the program.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Screens are made of so many small objects that looking for cycles took an eighth of the time.
gc.set_threshold(100_000, 20, 50)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, as a fifth of the time goes to waiting for real programs."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what takes long, unless everything is to be tested; begin with what sounds."""
    everything = bool(os.environ.get("STRIDETIMER_CI"))
    for item in items:
        if item.get_closest_marker("long") and not everything:
            item.add_marker(pytest.mark.skip(reason="takes long: STRIDETIMER_CI=1 has it run"))
        if item.get_closest_marker("real_time"):
            item.add_marker(pytest.mark.xdist_group("real time"))
    # They come one after another on one core, while the other cores do the rest.
    items.sort(key=lambda item: item.get_closest_marker("real_time") is None)


@pytest.fixture(autouse=True, scope="session")
def parsed_once() -> Iterator[None]:
    """What a style sheet comes to with the same variables, from one application for all.

    Textual keeps it for each, and hundreds are begun here; to parse it anew is a sixth of a start.
    """
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    known: dict[object, Any] = {}

    def parsed(sheet: Stylesheet, *source: Any, **options: Any) -> Any:
        key = (source, *sorted(options.items()), frozenset(sheet._variables.items()))
        if key not in known:
            known[key] = parse(sheet, *source, **options)
        return known[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", parsed)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths at which there is nothing yet.

    Beside ``tmp_path``, as that looks through all folders there are before it makes another one.
    """
    folder = tmp_path_factory.mktemp("homes")
    return (folder / f"home-{number}" for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for the program, which is there once something is written to it."""
    folder = next(homes)
    monkeypatch.setenv("STRIDETIMER_HOME", str(folder))
    monkeypatch.delenv("STRIDETIMER_ROUTINES", raising=False)
    return folder
