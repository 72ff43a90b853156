import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from stridetimer.core.lengths import in_words
from stridetimer.core.sound_names import SOUNDS
from stridetimer.settings.model import ABOUT, Settings
from stridetimer.settings.reader import InvalidSettingsError, config_file, load
from stridetimer.sound.names import CHOICES


def write(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(text: str) -> str:
    path = write(text)
    with pytest.raises(InvalidSettingsError) as caught:
        load()
    return str(caught.value).replace(str(path), "config.yaml")


def test_without_a_file_the_defaults_hold() -> None:
    assert load() == Settings()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_a_file_that_says_nothing_changes_nothing(text: str) -> None:
    write(text)
    assert load() == Settings()


def test_what_is_said_holds_and_the_rest_stays_as_it_is() -> None:
    write("audio: paplay\ncues: minimal\nbeats: off\nvoice: yes\nlanguage: de\nspeaker: de+f3\n")
    assert load() == Settings(
        audio="paplay", cues="minimal", beats=False, voice=True, language="de", speaker="de+f3"
    )


def test_sounds_lie_beside_the_file_that_names_them(tmp_path: Path) -> None:
    path = write(f"sounds:\n  go: mine/gong.mp3\n  rest: {tmp_path}/calm.ogg\n")
    assert load().sounds == {
        "go": str(path.parent / "mine/gong.mp3"),
        "rest": str(tmp_path / "calm.ogg"),
    }


def test_every_problem_is_shown_at_its_place_with_the_nearest_name() -> None:
    assert refusal("audoi: auto\ncues: norml\n").splitlines() == [
        "config.yaml:1:1: there is no setting 'audoi'; did you mean 'audio'?",
        "audoi: auto",
        "^",
        "config.yaml:2:7: cues: 'norml' is none of minimal, normal, full; did you mean 'normal'?",
        "cues: norml",
        "      ^",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("zzz: 1", "1:1: there is no setting 'zzz'; there are audio, cues"),
        ("beats: perhaps", "1:8: beats: 'perhaps' is neither true nor false"),
        ("audio: [a]", "1:8: audio: takes one value"),
        ("audio:", "1:1: 'audio' has no value"),
        ("sounds: gong.wav", "1:9: sounds: takes fields, like 'count: …'"),
        ("sounds:\n  gone: a.wav", "2:3: sounds: there is none called 'gone'; did you mean 'go'"),
        ("sounds: {go: [a]}", "1:14: sounds: go: takes one value"),
        (
            "keys: {session.next: [n, o]}",
            "1:22: keys: session.next: takes one value: keys with commas between",
        ),
        ("- audio", "1:1: settings are written as fields"),
        ("audio: auto\naudio: bell", "2:1: "),
        ("audio: !!str auto", "tags"),
        ("audio: 'auto", "1:"),
        ("keys: {session.nxt: n}", "1:8: keys: there is none called 'session.nxt'; did you mean"),
        (
            "keys: {zzz: n}",
            "there is none called 'zzz'; `stridetimer keys` lists them all",
        ),
        ("keys: {skip_set: n}", "called 'skip_set'; did you mean 'session.skip-set'?"),
        ("keys: {helpp: n}", "did you mean 'session.help' or 'library.help' or 'summary.help'?"),
        ("keys:\n  session.next: rigth", "2:17: keys: session.next: no key is called 'rigth'"),
        ("keys:\n  session.next: b", "2:17: keys: session.next: 'b' is the key of session.back"),
        ("keys:\n  session.next: 3", "2:17: keys: session.next: '3' counts the repetitions"),
        ("keys:\n  session.pause: none", "2:18: keys: session.pause: must have a key"),
        ("keys:\n  session.next: ctrl+c", "2:17: keys: session.next: 'ctrl+c' is the key of app"),
        ("keys:\n  session.next:", "2:3: 'keys: session.next' has no value"),
        ("speaker: ''", "1:10: speaker: there is no text in it"),
        ("lead_in: soon", "1:10: lead_in: 'soon' is not a length; write it like 90s"),
        ("pause_lead_in: 2m", "pause_lead_in: '2m' is too long; 1 min is the most"),
    ],
)
def test_a_mistake_is_refused_in_words(text: str, message: str) -> None:
    assert message in refusal(text)


def test_a_folder_in_the_place_of_the_file_is_refused() -> None:
    config_file().mkdir(parents=True)
    with pytest.raises(InvalidSettingsError, match=r"can't read .*config\.yaml: is a directory"):
        load()


def test_a_file_that_is_no_text_is_refused() -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_bytes(b"audio: \xff\xfe")
    with pytest.raises(InvalidSettingsError, match="1:8: the file is not UTF-8"):
        load()


def test_keys_hold_as_they_are_given() -> None:
    write('keys:\n  session.next: "Right, /"\n  session.mute: none\n')
    assert load().keys == {"session.next": ("right", "slash"), "session.mute": ()}


@pytest.mark.parametrize("name", CHOICES)
def test_everything_that_can_play_can_be_chosen(name: str) -> None:
    write(f"audio: {name}\n")
    assert load().audio == name


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_can_be_replaced(name: str) -> None:
    write(f"sounds: {{{name}: /a.wav}}\n")
    assert load().sounds == {name: "/a.wav"}


def test_every_default_is_one_that_could_be_written() -> None:
    for each in fields(Settings):
        default = getattr(Settings(), each.name)
        if isinstance(default, str) and default:
            assert ABOUT[each.name].read(default) == default
        if isinstance(default, float):
            assert ABOUT[each.name].read(in_words(default)) == default


def test_without_a_file_neither_yaml_nor_pydantic_is_loaded() -> None:
    code = "import sys; from stridetimer.settings.reader import load; load(); print([*sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert "'yaml'" not in loaded
    assert "'pydantic'" not in loaded


@pytest.mark.parametrize("arguments", [["run", "tabata", "--plain"], ["sounds"]])
def test_the_program_does_not_run_on_settings_that_make_no_sense(arguments: list[str]) -> None:
    path = write("cues: lots\n")
    done = subprocess.run(
        [sys.executable, "-m", "stridetimer", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"{path}:1:7: cues: 'lots' is none of minimal, normal, full")
    assert done.stdout == ""


PAGE = Path(__file__).parent.parent / "docs" / "configuration.md"


@pytest.mark.parametrize("name", ABOUT)
def test_every_setting_is_described_in_the_documentation(name: str) -> None:
    about = ABOUT[name]
    default = getattr(Settings(), name)
    if isinstance(default, float):
        default = in_words(default)
    shown = {True: "on", False: "off"}.get(default, default) if not about.names else ""
    row = f"| `{name}` | {about.takes} | {f'`{shown}`' if shown else ''} | {about.description} |"
    assert row in PAGE.read_text(encoding="utf-8")
