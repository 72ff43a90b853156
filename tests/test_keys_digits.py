"""A number that is typed before the key it is for."""

from stridetimer.core.limits import MOST_REPS
from stridetimer.core.tally import MOST_STEPS
from stridetimer.keys.digits import Digits


def test_digits_make_a_number_that_is_spent_once() -> None:
    digits = Digits(4)
    assert all(map(digits.take, "12"))
    assert digits.typed == "12"
    assert digits.spend() == 12
    assert digits.spend() is None


def test_a_zero_is_a_number_and_nothing_typed_is_none() -> None:
    digits = Digits(4)
    digits.take("0")
    assert digits.spend() == 0


def test_other_keys_are_no_digits_whatever_they_look_like() -> None:
    digits = Digits(4)
    assert not any(map(digits.take, ("n", "", "f1", "12", "²", "٣", "enter")))
    assert digits.typed == ""


def test_digits_beyond_the_most_there_can_be_are_left_out() -> None:
    digits = Digits(2)
    assert all(map(digits.take, "123"))
    assert digits.spend() == 12


def test_the_last_step_and_the_most_repetitions_that_there_can_be_can_be_typed() -> None:
    for most in (MOST_STEPS, MOST_REPS):
        digits = Digits()
        assert all(map(digits.take, str(most)))
        assert digits.spend() == most


def test_a_number_that_was_for_something_else_is_forgotten() -> None:
    digits = Digits(4)
    digits.take("7")
    digits.forget()
    assert digits.spend() is None
