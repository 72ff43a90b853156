"""All about one routine: how long, a picture of it, what is done in it, and the rest."""

from textual.app import ComposeResult

from stridetimer.tui.entry import Entry
from stridetimer.tui.widgets.page import Page
from stridetimer.tui.widgets.paper import Paper


class RoutinePage(Page):
    """Shows a routine; it scrolls where it is longer than the screen."""

    def compose(self) -> ComposeResult:
        """Two papers; the picture comes between them when there is one."""
        yield Paper(id="head")
        yield Paper(id="body")

    def show(self, entry: Entry | None, done: str) -> None:
        """Show ``entry``, as far as it is known; ``done`` says when it was last done."""
        from stridetimer.tui import detail  # here, because the list is on the screen before

        if entry is None:
            self.query_one("#head", Paper).text = lambda width: []
            self.query_one("#body", Paper).text = lambda width: []
        else:
            known = entry
            self.query_one("#head", Paper).text = lambda width: detail.head_of(known, done, width)
            self.query_one("#body", Paper).text = lambda width: detail.body_of(known, width)
        self._draw(entry)

    def _draw(self, entry: Entry | None) -> None:
        """The picture of the session."""
        from stridetimer.tui.widgets.strip import SessionStrip

        strips = self.query(SessionStrip)
        plan = entry.plan if entry else None
        if strips:
            strips.first().plan = plan
            strips.first().display = plan is not None
        elif plan:
            self.mount(SessionStrip(plan, id="picture"), after="#head")
