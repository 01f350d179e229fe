"""Looks at the link in use, one at a time, and remembers a few; all of it ends with the window.

Plain asyncio: how a link is looked at and how a picture is decoded is handed in.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, replace
from typing import Any

from wa_composer.insider.media_facts import Look
from wa_composer.message.words import words

Target = tuple[str, str]
"""A kind of medium (image, video, document) and its link."""

SEEN_MOST = 24
BYTES_MOST = 64 * 1024 * 1024
FAULT_SECONDS = 60.0
"""A link that was faulty is looked at again after so long, when it comes back into use."""
LINKS_MOST = 1000
"""Links that were allowed; those beyond have to be asked for once more."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture as the window draws it, and how much memory it takes."""

    picture: Any
    bytes: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found out about a target, and its picture when it could be drawn."""

    look: Look
    picture: Any = None
    bytes: int = 0
    time: float = 0.0


class Looking:
    """Owns the one look that is under way and the memory of those before."""

    def __init__(
        self,
        look: Callable[[str, str], Awaitable[Look]],
        decode: Callable[[bytes], Awaitable[Decoded | None]],
        start: Callable[[Coroutine[Any, Any, None]], asyncio.Task[Any]],
        changed: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._look = look
        self._decode = decode
        self._start = start
        self._changed = changed
        self._clock = clock
        self._kept: OrderedDict[Target, Seen] = OrderedDict()
        self._task: asyncio.Task[Any] | None = None
        self.target: Target | None = None
        """What is being looked at now."""

    def seen(self, target: Target) -> Seen | None:
        """What is known of a target, and that it is in use."""
        if target in self._kept:
            self._kept.move_to_end(target)
        return self._kept.get(target)

    def begin(self, target: Target) -> None:
        """Look at a target; one that is under way is cancelled unless it is the same."""
        if target == self.target:
            return
        self.cancel()
        self.target = target
        self._task = self._start(self._run(target))

    def cancel(self) -> None:
        """Stop looking: the link has changed, or looking was turned off."""
        task, self._task, self.target = self._task, None, None
        if task is not None:
            task.cancel()

    def forget_stale(self, target: Target) -> None:
        """Forget a fault of some time ago, for a link that comes into use again."""
        seen = self._kept.get(target)
        if seen and seen.look.fault and self._clock() - seen.time > FAULT_SECONDS:
            del self._kept[target]

    def forget(self, target: Target | None = None) -> None:
        """Forget one target, or all."""
        if target is None:
            self._kept.clear()
        else:
            self._kept.pop(target, None)

    async def _run(self, target: Target) -> None:
        try:
            seen = await see(await self._look(*target), self._decode)
            self._keep(target, replace(seen, time=self._clock()))
        finally:
            if self._task is asyncio.current_task():
                self._task, self.target = None, None
        self._changed()

    def _keep(self, target: Target, seen: Seen) -> None:
        self._kept[target] = seen
        self._kept.move_to_end(target)
        while len(self._kept) > 1 and (
            len(self._kept) > SEEN_MOST or sum(s.bytes for s in self._kept.values()) > BYTES_MOST
        ):
            self._kept.popitem(last=False)


async def see(look: Look, decode: Callable[[bytes], Awaitable[Decoded | None]]) -> Seen:
    """A look with its picture decoded; its bytes are not kept."""
    if not look.data:
        return Seen(look)
    decoded = await decode(look.data)
    look = replace(look, data=b"")
    if decoded is None:
        return Seen(replace(look, fault=words("The picture is damaged: it cannot be drawn.")))
    return Seen(look, decoded.picture, decoded.bytes)


class Trust:
    """Which links may be looked at unasked: those that were typed here, and those once allowed.

    What came in a file, in pasted text or from the last time may be somebody else's choice, and
    looking at it would tell that somebody that it was opened.
    """

    def __init__(self) -> None:
        self._strange: set[str] = set()  # never shortened: that would let a long file in
        self._known: OrderedDict[str, None] = OrderedDict()

    def came_in(self, links: Iterable[str]) -> None:
        """These links were put into the form by the program, not by hand."""
        for link in links:
            if link not in self._known:
                self._strange.add(link)

    def allow(self, link: str) -> None:
        """The person asked for this link, or typed it and it was looked at."""
        self._strange.discard(link)
        self._known[link] = None
        self._known.move_to_end(link)
        if len(self._known) > LINKS_MOST:
            self._strange.add(self._known.popitem(last=False)[0])

    def typed(self, link: str) -> bool:
        """Whether nobody else brought this link here."""
        return link not in self._strange

    def allowed(self, link: str) -> bool:
        """Whether it was asked for before."""
        return link in self._known


def links_in(value: object) -> set[str]:
    """The links of all media in a request or a part of it, whatever its shape."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            link = one.get("link")
            if isinstance(link, str) and link.strip():
                found.add(link.strip())
            waiting.extend(one.values())
        elif isinstance(one, list | tuple):
            waiting.extend(one)
    return found
