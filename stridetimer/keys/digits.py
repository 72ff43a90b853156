"""Digits that are pressed before a key: the number that goes with its command."""

MOST_DIGITS = 6
"""The last step of the longest plan has no more, and no set has more repetitions."""


class Digits:
    """A number of ``most`` digits at the most; what is pressed beyond them is left out."""

    def __init__(self, most: int = MOST_DIGITS) -> None:
        self.typed = ""
        """The number so far, as it is to be read."""
        self._most = most

    def take(self, key: str) -> bool:
        """Whether ``key`` is a digit; then it belongs to the number."""
        is_digit = len(key) == 1 and key.isascii() and key.isdecimal()
        if is_digit and len(self.typed) < self._most:
            self.typed += key
        return is_digit

    def spend(self) -> int | None:
        """The number, for the command that came; None where there is none. It is gone then."""
        number = int(self.typed) if self.typed else None
        self.forget()
        return number

    def forget(self) -> None:
        """What it was for has passed."""
        self.typed = ""
