"""The template messages among what is being written, for those who change their wordings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wa_composer.message.draft import read
from wa_composer.message.fit import Saved
from wa_composer.message.slots import PLACES
from wa_composer.message.template import Template
from wa_composer.session.composer import Composer


def drafted(composer: Composer) -> list[Saved]:
    """Return each template message that is to be sent, one for several recipients."""
    found: dict[int, Saved] = {}
    for placed, outgoing in zip(composer.placed, composer.draft.request.messages, strict=False):
        if isinstance(outgoing.message, Template):
            found.setdefault(placed.entry, Saved(placed.entry + 1, outgoing.message))
    return list(found.values())


def drafted_in(state: Mapping[str, Any] | None) -> list[Saved]:
    """Return each template message in a composer's state, also what is not in sight of it.

    That is what an entry keeps of another type, and what the way back leads to: number 0, each
    once. None and what is no state give none. It reads all of it, so it is no work for the window.
    """
    found = list(_templates(state or {}))
    known = {_print(message) for _number, message, _follows in found}
    for step in (one for way in ("earlier", "later") for one in _dicts(state or {}, way)):
        for _number, message, follows in _templates(step):
            if (mark := _print(message)) not in known:
                known.add(mark)
                found.append((0, message, follows))
    messages = [{"phoneNumber": "", "message": raw} for _number, raw, _follows in found]
    shown = read({"messages": messages})
    return [
        Saved(number, outgoing.message, follows)
        for (number, _raw, follows), outgoing in zip(found, shown.request.messages, strict=True)
        if isinstance(outgoing.message, Template)
    ]


def _templates(state: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any], bool]]:
    """Number, message, and whether it is known what its values are for."""
    for number, entry in enumerate(_dicts(state, "entries"), start=1):
        bodies, aside = entry.get("bodies"), entry.get("aside")
        body = bodies.get("template") if isinstance(bodies, Mapping) else None
        if isinstance(body, Mapping):
            yield number, dict(body), isinstance(aside, Mapping) and PLACES in aside


def _print(message: Mapping[str, Any]) -> str:
    return json.dumps(message, sort_keys=True)


def _dicts(state: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = state.get(key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
