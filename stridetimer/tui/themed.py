"""An application with themes of our own, which keeps the one that a person chooses."""

import os
from collections.abc import Callable, Sequence

from textual.filter import LineFilter

from stridetimer.tui.keyed import KeyedApp, Result
from stridetimer.tui.manner import Manner
from stridetimer.tui.no_colour import without_greys
from stridetimer.tui.sixteen import plain_footer, sixteen_colours
from stridetimer.tui.theme import DARK, THEMES, phase_colours


class ThemedApp(KeyedApp[Result]):
    """Begins in the theme of ``manner``; in its own dark one where there is no such theme."""

    def __init__(self, manner: Manner) -> None:
        super().__init__(manner.keymap)
        for theme in THEMES:
            self.register_theme(theme)
        # Textual has chosen already where its own variable names a theme.
        names = (manner.theme, os.environ.get("TEXTUAL_THEME", ""), DARK.name)
        self.theme = next(name for name in names if name in self.available_themes)
        # The styles are made for this theme at once, rather than for another one first.
        self.stylesheet.set_variables(self.get_css_variables())
        self._begins = True
        self._kept = self.theme
        self._keep_theme: Callable[[str], None] = manner.keep_theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the phases, for themes that do not say."""
        theme = self.current_theme
        if self._has_sixteen:
            return sixteen_colours(dark=theme.dark, named=theme.ansi)
        return phase_colours(dark=theme.dark)

    def get_css_variables(self) -> dict[str, str]:
        """All colours that the styles name."""
        variables = super().get_css_variables()
        return variables | (plain_footer(variables) if self._has_sixteen else {})

    @property
    def _has_sixteen(self) -> bool:
        return self.current_theme.ansi or self.console.color_system == "standard"

    def refresh_css(self, animate: bool = True) -> None:
        """Make the styles for another theme; for the one that it begins in, they are made."""
        if not self._begins:
            super().refresh_css(animate)
        self._begins = False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under ``NO_COLOR`` shapes and words say everything, in the terminal's own two colours."""
        return without_greys(super().get_line_filters())

    def watch_theme(self, name: str) -> None:
        """Keep what the person has chosen."""
        if self.is_running and name != self._kept:
            self._kept = name
            self._keep_theme(name)
