"""What the command palette offers: commands that can be had now, and routines by name.

Nothing here is markup: a routine may be called anything.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, cast, runtime_checkable

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from stridetimer.keys.groups import KNOWN
from stridetimer.tui.bindings import has_key
from stridetimer.tui.entry import Entry
from stridetimer.tui.keyed import keymap_of

_LESS = 0.5
"""What is found in the explanation of a command counts so much of what is found in its name."""


@runtime_checkable
class Choosy(Protocol):
    """A screen that knows which of its commands would be refused at this moment."""

    def possible(self, action: str) -> bool:
        """Whether ``action`` would do anything now."""


@runtime_checkable
class Shelving(Protocol):
    """A screen of routines that can be started."""

    entries: list[Entry]

    def start(self, entry: Entry) -> None:
        """Start one of them."""


class Commands(Provider):
    """The commands of the screen, each with its keys."""

    async def discover(self) -> Hits:
        """All of them."""
        for name, keys, does, run in self._offered():
            yield DiscoveryHit(_display(Content(name), keys), run, text=name, help=does)

    async def search(self, query: str) -> Hits:
        """Those that may be meant."""
        matcher = self.matcher(query)
        for name, keys, does, run in self._offered():
            score = max(matcher.match(name), _LESS * matcher.match(does))
            if score > 0:
                display = _display(matcher.highlight(name), keys)
                yield Hit(score, display, run, text=name, help=does)

    def _offered(self) -> Iterator[tuple[str, str, str, IgnoreReturnCallbackType]]:
        """Name, keys, what it does, and how to do it."""
        seen = set[str]()
        keymap = keymap_of(self.screen)
        active = sorted(self.screen.active_bindings.values(), key=_harmless_first)
        for node, binding, enabled, _ in active:
            command = KNOWN.get(binding.id or "")
            if command is None or not enabled or binding.action in seen | _NOT_OFFERED:
                continue
            seen.add(binding.action)
            if isinstance(self.screen, Choosy) and not self.screen.possible(binding.action):
                continue
            keys = keymap.shown(command) if has_key(binding) else ""
            run = partial(self.app.run_action, binding.action, node)
            yield binding.description, keys, command.tooltip, run


_NOT_OFFERED = {"command_palette", "interrupt"}
_ORDER = {name: place for place, name in enumerate(KNOWN)}


def _harmless_first(active: ActiveBinding) -> tuple[bool, int]:
    """Whoever opens the palette by mistake and presses enter gets the help."""
    binding = active.binding
    return binding.action != "help", _ORDER.get(binding.id or "", 0)


class Routines(Provider):
    """The routines of the library, by name."""

    async def search(self, query: str) -> Hits:
        """Those that may be meant."""
        matcher = self.matcher(query)
        if not isinstance(self.screen, Shelving):
            return
        for entry in self.screen.entries:
            score = max(matcher.match(entry.title), matcher.match(entry.name))
            if score > 0:
                start = cast("Callable[[], None]", partial(self.screen.start, entry))
                yield Hit(score, Content(entry.title), start, text=entry.title, help="Start it.")


def _display(name: Content, keys: str) -> Content:
    return Content.assemble(name, (f"  {keys}", "dim")) if keys else name
