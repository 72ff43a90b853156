"""What ``NO_COLOR`` means here: no colours at all, and no greys in their place."""

from collections.abc import Sequence

from textual.filter import LineFilter, Monochrome, NoColor


def without_greys(filters: Sequence[LineFilter]) -> Sequence[LineFilter]:
    """``filters`` of an application, which would only take the hue from each colour."""
    return [NoColor() if isinstance(one, Monochrome) else one for one in filters]
