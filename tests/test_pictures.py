"""The pictures of the documentation show what the program shows."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORDS = re.compile(r"<text [^>]*>([^<]*)</text>")


def words(picture: Path) -> list[str]:
    """What is written in ``picture``, piece by piece as its colours change."""
    return [unescape(piece) for piece in WORDS.findall(picture.read_text(encoding="utf-8"))]


@pytest.mark.long
def test_every_picture_is_what_the_program_draws(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "docs" / "make_screenshots.py", tmp_path], check=True)
    drawn, kept = (
        {picture.name: words(picture) for picture in folder.glob("*.svg")}
        for folder in (tmp_path, ROOT / "docs" / "images")
    )
    assert drawn == kept
    assert all(drawn.values())
