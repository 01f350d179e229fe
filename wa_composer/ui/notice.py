"""What a notice says, and how long it is worth its place."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 480
MOST = 20
"""Notices that are kept beneath another one."""
LEAST_MS, LEAST_WITH_ACTIONS_MS, LETTER_MS = 5_000, 20_000, 70


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; `actions` are (label, id).

    One that `passes` says that something was done: it goes by itself, and with the next thing
    that is done. One with a `topic` is true until it is closed, or withdrawn by its topic; of
    each topic there is one.
    """

    level: str
    text: str
    details: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    passes: bool = False
    topic: str = ""

    def outlasts(self, read: bool) -> bool:
        """Whether it comes back after another one: a failure that nobody had the time to read."""
        failure = self.level in ("error", "warn") and not self.passes
        return bool(self.topic) or (failure and not read)

    def milliseconds(self) -> int:
        """How long it takes to read it, and to use what it offers."""
        least = LEAST_WITH_ACTIONS_MS if self.actions else LEAST_MS
        return max(least, LETTER_MS * len(self.text))

    def shortened(self) -> tuple[str, str]:
        """Its text and details; a very long text goes to the details."""
        text, details = self.text, self.details
        if len(text) > LONGEST:
            details = text if not details else f"{text}\n\n{details}"
            text = text[: LONGEST - 1].rstrip() + "…"
        return text, details


class Pile:
    """Notices that arrived together, the newest on top; none that must be read is lost."""

    def __init__(self) -> None:
        self._notices: list[Notice] = []

    @property
    def top(self) -> Notice | None:
        """The one to show."""
        return self._notices[-1] if self._notices else None

    @property
    def beneath(self) -> int:
        """How many others there are."""
        return max(0, len(self._notices) - 1)

    def put(self, notice: Notice, read: bool) -> None:
        """Put one on top; `read` says whether somebody had the time to read the one before."""
        top = self.top
        if top is not None and not top.outlasts(read):
            self._notices.pop()
        said = (notice.level, notice.text)
        self._notices = [n for n in self._notices if (n.level, n.text) != said]
        self.withdraw(notice.topic)
        self._notices = [*self._notices[-MOST:], notice]

    def take(self) -> None:
        """Take the one on top away."""
        if self._notices:
            self._notices.pop()

    def turn(self) -> None:
        """Show the next one, and this one again after all others."""
        self._notices = [*self._notices[-1:], *self._notices[:-1]]

    def withdraw(self, topic: str) -> None:
        """Take away what is no longer true."""
        self._notices = [n for n in self._notices if not topic or n.topic != topic]

    def clear(self) -> None:
        """Take all away."""
        self._notices = []
