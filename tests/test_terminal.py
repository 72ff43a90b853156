"""The whole program in a real pseudo-terminal, driven by keys and ended in every way.

Each start takes half a second of work, so that of several that go the same way one is run always
and the others, marked long, in CI.
"""

import os
import re
import shlex
import shutil
import signal
import sys
import termios
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from terminal import Terminal, stridetimer
from tui_support import says

from stridetimer.keys.burst import IGNORED

ROUTINE = """\
name: Evening [/] [red]
prepare: 10s
exercises:
  - {name: "Wall press [left]", sides: each, sets: 2, hold: 1m, rest: 30s}
  - {name: "[/] 🏃 Sprung", work: 40s}
"""

SIZES = [
    (80, 24),
    pytest.param(40, 15, marks=pytest.mark.long),
    pytest.param(200, 60, marks=pytest.mark.long),
    pytest.param(20, 5, marks=pytest.mark.long),
]


@pytest.fixture
def routine(tmp_path: Path) -> str:
    path = tmp_path / "evening.yaml"
    path.write_text(ROUTINE, encoding="utf-8")
    return str(path)


def session(routine: str, *options: str, columns: int = 80, lines: int = 24) -> Terminal:
    return Terminal(stridetimer("run", routine, "--mute", *options), columns=columns, lines=lines)


@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_a_session_is_led_by_keys_at_any_size(routine: str, columns: int, lines: int) -> None:
    with session(routine, "--from", "1", columns=columns, lines=lines) as terminal:
        if columns >= 40:
            terminal.until("Wall press [left]")
        else:
            terminal.until(lambda text: "LEFT" in text or "█" in text)
        terminal.press(" ")
        terminal.until(lambda text: says(text, "space resumes"))
        terminal.pause(0.4)
        terminal.press(" ")
        terminal.until(lambda text: not says(text, "space resumes"))
        terminal.press("q")
        terminal.until("Leave the")
        terminal.press("y")
        assert terminal.code() == 1
        assert terminal.is_restored()
        assert "stridetimer resume" in terminal.text.replace("\n", "")


@pytest.mark.long
def test_names_appear_as_they_are_written(routine: str) -> None:
    with session(routine, "--from", "9") as terminal:
        assert "[/] 🏃" in terminal.until("Sprung")


@pytest.mark.long
def test_a_session_survives_being_resized_in_the_middle(routine: str) -> None:
    with session(routine, "--from", "1") as terminal:
        terminal.until("Wall press [left]")
        for columns, lines in [(40, 15), (20, 5), (20, 1), (200, 60), (80, 24)]:
            terminal.resize(columns, lines)
            terminal.until(lambda text: bool(text.strip()))
        terminal.until("Wall press [left]")


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGHUP,
        pytest.param(signal.SIGTERM, marks=pytest.mark.long),
        pytest.param(signal.SIGINT, marks=pytest.mark.long),
    ],
)
def test_a_signal_ends_it_with_the_terminal_as_it_was(routine: str, number: int) -> None:
    with session(routine) as terminal:
        terminal.until("Wall press [left]")
        terminal.send(number)
        assert terminal.code() == 128 + number
        assert terminal.is_restored()


def test_a_window_that_is_closed_ends_it_without_a_fault(routine: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(
        stridetimer("run", routine, "--mute"), environment={"STRIDETIMER_HOME": str(home)}
    ) as terminal:
        terminal.until("Wall press [left]")
        assert terminal.close() == 128 + signal.SIGHUP
    assert not (home / "error.log").exists()


@pytest.mark.long
def test_ctrl_c_ends_it_with_the_terminal_as_it_was(routine: str) -> None:
    with session(routine) as terminal:
        terminal.until("Wall press [left]")
        terminal.press("\x03")
        assert terminal.code() == 130
        assert terminal.is_restored()


@pytest.mark.parametrize(
    "signals",
    [
        pytest.param([signal.SIGCONT], marks=pytest.mark.long),
        pytest.param([signal.SIGSTOP, signal.SIGCONT], marks=pytest.mark.long),
    ],
)
def test_a_program_stopped_and_continued_gives_the_terminal_back(
    routine: str, signals: list[int]
) -> None:
    with session(routine) as terminal:
        terminal.until("Wall press [left]")
        for number in signals:
            terminal.send(number)
            terminal.pause(0.3)
        terminal.press("q")
        terminal.until("Leave the session?")
        terminal.press("y")
        assert terminal.code() == 1
        assert terminal.is_restored()


@pytest.mark.long
def test_a_session_put_aside_is_there_whole_when_it_is_taken_up_again(routine: str) -> None:
    with session(routine) as terminal:
        terminal.until("Wall press [left]")
        # The first time it is paused, which changes much by itself; the second, nothing does.
        for _ in range(2):
            terminal.press("\x1a")
            terminal.until_stopped()
            terminal.screen.reset()
            terminal.send(signal.SIGCONT)
            terminal.until("space resume")
            terminal.until("Wall press [left]")


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("bash"), reason="it is bash that has jobs here")
def test_a_session_that_was_let_go_on_behind_the_shell_is_taken_up_again(routine: str) -> None:
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, environment={"PS1": "$ "}) as terminal:
        terminal.until("$")
        terminal.paste(shlex.join(stridetimer("run", routine, "--mute")) + "\n")
        terminal.until("Wall press [left]")
        terminal.press("\x1a")
        terminal.until("Stopped")
        terminal.paste("bg\n")
        terminal.until("&")
        terminal.pause(0.5)
        terminal.screen.reset()
        terminal.paste("fg\n")
        terminal.until("Wall press [left]")
        terminal.press("q")
        terminal.until("Leave the session?")
        terminal.press("y")
        terminal.until("To resume where you left")
        terminal.paste("exit\n")
        terminal.code()


def test_the_library_starts_what_is_chosen_and_comes_back(routine: str) -> None:
    with Terminal(
        stridetimer(), environment={"STRIDETIMER_ROUTINES": os.path.dirname(routine)}
    ) as terminal:
        terminal.until("Basic strength for runners")
        terminal.until("Evening [/] [red]")
        terminal.press("\r")
        terminal.until("space pause")
        terminal.press("q")
        terminal.until("Leave the session?")
        terminal.press("y")
        terminal.until("Session left")
        terminal.press("\r")
        terminal.until("Evening [/] [red]")
        terminal.press("q")
        assert terminal.code() == 0
        assert terminal.is_restored()


def test_a_whole_session_ends_in_the_summary(routine: str) -> None:
    with session(routine, "--speed", "2000") as terminal:
        text = terminal.until("Session complete")
        assert "3 of 3 sets done" in text
        terminal.press("q")
        assert terminal.code() == 0


@pytest.mark.long
def test_no_sound_card_is_no_stray_character_on_the_screen(routine: str, tmp_path: Path) -> None:
    nowhere = {
        "ALSA_CONFIG_PATH": str(tmp_path / "none.conf"),
        "PULSE_SERVER": f"unix:{tmp_path}/none",
        "PIPEWIRE_RUNTIME_DIR": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PATH": str(Path(sys.executable).parent),
    }
    arguments = stridetimer("run", routine, "--speed", "3")
    with Terminal(arguments, environment=nowhere) as terminal:
        terminal.until("Wall press [left]")
        terminal.until(lambda text: "LEFT" in text or "█" in text)
        assert "ALSA" not in terminal.raw.decode(errors="replace")
        assert "lib" not in terminal.text
        terminal.press("\x03")
        assert terminal.code() == 130


def test_a_session_as_text_takes_keys_and_gives_the_terminal_back(routine: str) -> None:
    with Terminal(stridetimer("run", routine, "--plain", "--mute")) as terminal:
        terminal.until("Keys: space pause")
        terminal.paste("no quick query")
        terminal.until(IGNORED)
        terminal.press(" ")
        terminal.until("Paused.")
        terminal.press("q")
        terminal.until("Press q again")
        terminal.pause(0.8)
        terminal.press("q")
        terminal.until("To resume where you left: stridetimer resume")
        assert terminal.code() == 1
        assert terminal.text.count("Paused.") == 1
        after = termios.tcgetattr(terminal._master)
        assert after[3] == terminal.before[3], "echo and line editing are back"


def test_on_a_terminal_that_cannot_draw_the_session_comes_as_text(routine: str) -> None:
    dumb = Terminal(stridetimer("run", routine, "--mute"), environment={"TERM": "dumb"})
    with dumb as terminal:
        terminal.until("Get ready, 10 s.")
        terminal.press("q")
        terminal.until("Press q again")
        terminal.pause(0.8)
        terminal.press("q")
        assert terminal.code() == 1
        assert b"\x1b" not in terminal.raw


@pytest.mark.long
def test_no_colour_is_sent_where_none_is_wanted_and_the_band_stands_out_all_the_same() -> None:
    with Terminal(
        stridetimer("run", "tabata", "--from", "1", "--mute"), environment={"NO_COLOR": "1"}
    ) as terminal:
        terminal.until("exercise 1 of 8")
        colours = re.findall(
            rb"\x1b\[(?:[0-9]+;)*(?:[349][0-7]|10[0-7]|[34]8;[0-9;]+)[;m]", terminal.raw
        )
        assert colours == []
        assert terminal.screen.buffer[1][0].reverse
        assert not terminal.screen.buffer[8][0].reverse
