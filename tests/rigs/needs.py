"""Parts of a system that some tests need."""

import os
import shutil
from importlib.util import find_spec

import pytest


def needs(*programs: str) -> None:
    """Skip the test where a program is missing; where everything must be tested, fail it."""
    _need([program for program in programs if shutil.which(program) is None])


def needs_module(name: str) -> None:
    """The same for a module of Python."""
    _need([] if find_spec(name) else [name])


def _need(missing: list[str]) -> None:
    if not missing:
        return
    reason = f"needs {', '.join(missing)}"
    if os.environ.get("STRIDETIMER_CI") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
