"""The messages that gave way to others, and the way back to them and forth again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

State = Mapping[str, Any]

MOST = 12
"""Messages kept on each side; the oldest is let go."""


class Trail:
    """What was on the screen before, as states of the composer, which nobody alters.

    Every message that leaves the screen stays on the trail, whichever way is gone.
    """

    def __init__(self) -> None:
        self._earlier: list[State] = []
        self._later: list[State] = []

    @property
    def can_go_back(self) -> bool:
        """Whether something was on the screen before."""
        return bool(self._earlier)

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody came back from something."""
        return bool(self._later)

    def leave(self, state: State) -> None:
        """Keep what was on the screen: something new took its place."""
        self._earlier += [*self._later, state]
        self._later.clear()
        del self._earlier[:-MOST]

    def back(self, state: State) -> State | None:
        """What was there before `state`, which is kept to come forward to; None: nothing was."""
        return _step(self._earlier, self._later, state)

    def forward(self, state: State) -> State | None:
        """What somebody came back from, the other way round."""
        return _step(self._later, self._earlier, state)

    def state(self) -> dict[str, list[State]]:
        """The trail as JSON values."""
        return {"earlier": list(self._earlier), "later": list(self._later)}

    def restore(self, earlier: object, later: object) -> None:
        """Take up what `state` gave; what is no state is left out."""
        self._earlier, self._later = list(_states(earlier)), list(_states(later))


def _step(source: list[State], target: list[State], state: State) -> State | None:
    while source:
        found = source.pop()
        if _seen(found) != _seen(state):  # else it would be a step that nobody sees
            if target[-1:] != [state]:
                target.append(state)
                del target[:-MOST]
            return found
    return None


def _seen(state: State) -> State:
    """What of a state comes back: the account in use stays as it is."""
    return {key: value for key, value in state.items() if key != "account"}


def _states(value: object) -> Iterable[State]:
    found = value if isinstance(value, list) else []
    return (state for state in found[-MOST:] if isinstance(state, Mapping))
