"""The title in a real terminal, and keys there."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import signal
from pathlib import Path

from terminal import Terminal, stridetimer

from stridetimer.keys.burst import IGNORED


def run(*arguments: str) -> Terminal:
    return Terminal(stridetimer("run", "tabata", "--mute", *arguments))


def test_the_title_says_where_one_is_and_is_given_back() -> None:
    with run("--from", "1") as terminal:
        terminal.until("Run on the spot")
        terminal.until(lambda _: b"\x1b]2;0:1" in terminal.raw)
        assert terminal.screen.title.endswith("stridetimer")
        terminal.press("\x03")
        assert terminal.code() == 130
        assert terminal.raw.count(b"\x1b[22;2t") == 1
        assert terminal.raw.rstrip().endswith(b"\x1b]2;\x07\x1b[23;2t") or terminal.raw.rfind(
            b"\x1b[23;2t"
        ) > terminal.raw.rfind(b"\x1b]2;0")
        assert terminal.is_restored()


@pytest.mark.long
def test_the_shell_has_its_own_title_while_the_program_is_put_aside() -> None:
    with run("--from", "1") as terminal:
        terminal.until(lambda _: b"\x1b]2;0:1" in terminal.raw)
        terminal.press("\x1a")
        terminal.until(lambda _: b"\x1b[?1049l" in terminal.raw)
        terminal.until_stopped()
        shown = terminal.raw[: terminal.raw.index(b"\x1b[?1049l")]
        assert shown.rfind(b"\x1b[23;2t") > shown.rfind(b"\x1b]2;0")
        aside = len(terminal.raw)
        terminal.send(signal.SIGCONT)
        # It is paused, so no second brings the title back.
        terminal.until(lambda _: b"\x1b]2;0:1" in terminal.raw[aside:])


@pytest.mark.long
def test_whoever_wants_no_title_gets_none(home: Path) -> None:
    home.mkdir()
    (home / "config.yaml").write_text("title: off\n")
    with run("--from", "1") as terminal:
        terminal.until("Run on the spot")
        terminal.press("\x03")
        terminal.code()
        assert b"\x1b]2;" not in terminal.raw
        assert b"\x1b[22;2t" not in terminal.raw


def test_locked_and_unlocked_and_gone_to_a_step_by_keys_but_not_by_a_paste() -> None:
    with run() as terminal:
        terminal.until("Run on the spot")
        terminal.paste("no quick query")
        terminal.until(IGNORED)
        terminal.press("l")
        terminal.until("LOCKED")
        terminal.press("q", " ", "n")
        terminal.pause(0.1)
        terminal.press("l", "\r")
        terminal.until(lambda text: "LOCKED" not in text)
        terminal.press("j")
        terminal.until("Go to a step")
        terminal.press("G", "\r")
        terminal.until(lambda text: "Go to a step" not in text)
        terminal.press("j")
        terminal.until(lambda text: "▌▶" in text and "–" in text)  # noqa: RUF001 - a dash
        terminal.press("\x03")
        assert terminal.code() == 130
