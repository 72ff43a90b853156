"""Parts of a system that some tests need."""

import os
import shutil

import pytest


def needs(*programs: str) -> None:
    """Skip the test where a program is missing; where everything must be tested, fail it."""
    missing = [program for program in programs if shutil.which(program) is None]
    if not missing:
        return
    reason = f"needs {', '.join(missing)}"
    if os.environ.get("STRIDETIMER_CI") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
