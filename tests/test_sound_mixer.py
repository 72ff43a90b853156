from array import array
from itertools import pairwise

import pytest

from stridetimer.sound.frameclock import SLIPPED, WINDOW, FrameClock
from stridetimer.sound.mixer import FULL, KNEE, Mixer
from stridetimer.sound.waves import FRAME, RATE, placed


def tone(*values: int) -> bytes:
    """The same on both sides."""
    return placed(array("h", values).tobytes())


def frames(mixer: Mixer, start: int, count: int) -> list[int]:
    return array("h", bytes(mixer.render(start, count)))[::2].tolist()


def test_silence_is_one_buffer_handed_over_again_and_again() -> None:
    mixer = Mixer()
    first, second = mixer.render(0, 480), mixer.render(480, 480)
    assert bytes(first) == bytes(480 * FRAME)
    assert isinstance(first, memoryview)
    assert isinstance(second, memoryview)
    assert first.obj is second.obj


def test_more_frames_than_ever_before_are_silent_too() -> None:
    assert bytes(Mixer().render(0, 10 * RATE)) == bytes(10 * RATE * FRAME)


def test_a_sound_begins_at_its_exact_frame() -> None:
    mixer = Mixer()
    mixer.begin(tone(7, 8, 9), 13)
    assert frames(mixer, 10, 8) == [0, 0, 0, 7, 8, 9, 0, 0]
    assert mixer.silent


def test_a_sound_goes_on_over_the_borders_of_requests() -> None:
    mixer = Mixer()
    mixer.begin(tone(*range(1, 11)), 3)
    heard = [sample for start in range(0, 16, 4) for sample in frames(mixer, start, 4)]
    assert heard == [0, 0, 0, *range(1, 11), 0, 0, 0]


def test_the_middle_of_a_sound_is_handed_over_without_copying() -> None:
    mixer = Mixer()
    sound = tone(*range(100))
    mixer.begin(sound, 0)
    part = mixer.render(10, 20)
    assert isinstance(part, memoryview)
    assert part.obj is sound


def test_a_sound_of_a_later_request_waits() -> None:
    mixer = Mixer()
    mixer.begin(tone(5), 6)
    assert frames(mixer, 0, 4) == [0, 0, 0, 0]
    assert frames(mixer, 4, 4) == [0, 0, 5, 0]


def test_two_sounds_at_once_are_both_heard() -> None:
    mixer = Mixer()
    mixer.begin(tone(100, 100, 100), 0)
    mixer.begin(tone(1, 2, 3), 2)
    assert frames(mixer, 0, 6) == [100, 100, 101, 2, 3, 0]


@pytest.mark.parametrize("sign", [1, -1])
def test_a_sum_bends_towards_full_scale_and_never_breaks_off(sign: int) -> None:
    values = [sign * half for half in range(0, FULL, 64)]
    mixer = Mixer()
    mixer.begin(tone(*values), 0)
    mixer.begin(tone(*values), 0)
    heard = [sign * sample for sample in frames(mixer, 0, len(values))]
    assert all(a <= b for a, b in pairwise(heard))
    assert heard[-1] <= FULL
    assert all(h == 2 * sign * v for h, v in zip(heard, values, strict=True) if h <= KNEE)


def started(latency: float = 0.010) -> FrameClock:
    """A device that fills 480 frames at once and then asks on time, from second 100 on."""
    clock = FrameClock(RATE, lambda _: latency)
    clock.requested(100.0, 0)
    for turn in range(1, 100):
        clock.requested(100.0 + (turn - 1) * 0.01, turn * 480)
    return clock


def test_a_frame_is_heard_its_latency_after_its_turn() -> None:
    assert started(0.010).instant_of(48000) == pytest.approx(100.0 - 0.01 + 1.0 + 0.010)


def test_frames_and_instants_are_each_others_inverse() -> None:
    clock = started()
    assert clock.frame_at(clock.instant_of(123_456)) == 123_456


def test_a_device_that_asks_in_bursts_is_known_by_the_time_between_them() -> None:
    clock = FrameClock(RATE, lambda turn: 2 * turn)
    frame = 0
    for turn in range(20):
        for _ in range(2):
            clock.requested(100.0 + turn * 0.02 + (turn == 7) * 0.009, frame)
            frame += 480
    assert clock.instant_of(0) == pytest.approx(100.0 - 0.010 + 2 * 0.020)


def test_a_late_request_says_nothing_about_the_stream() -> None:
    clock = started()
    before = clock.instant_of(0)
    clock.requested(100.99 + 0.030, 100 * 480)
    assert clock.instant_of(0) == pytest.approx(before)


def test_a_stream_that_ran_dry_goes_on_later() -> None:
    clock = started()
    before = clock.instant_of(0)
    clock.requested(100.99 + 2 * SLIPPED, 100 * 480)
    assert clock.instant_of(0) == pytest.approx(before + 2 * SLIPPED)


def test_a_small_slip_is_noticed_within_two_windows() -> None:
    clock = started()
    before = clock.instant_of(0)
    for turn in range(100, 100 + round(2.5 * WINDOW * 100)):
        clock.requested(100.02 + (turn - 1) * 0.01, turn * 480)
    assert clock.instant_of(0) == pytest.approx(before + 0.02)


def test_a_device_whose_second_is_not_quite_a_second_is_followed() -> None:
    clock = FrameClock(RATE, lambda _: 0.0)
    length = 1.0002 / 100
    for turn in range(60 * 100):
        clock.requested(turn * length, turn * 480)
    last = 60 * 100 - 1
    assert clock.instant_of(last * 480) == pytest.approx(last * length, abs=0.0002)
