"""The template messages among what is being written, for those who change their wordings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wa_composer.message.importing import Saved
from wa_composer.message.template import Template
from wa_composer.session.composer import Composer


def drafted(composer: Composer) -> list[Saved]:
    """Return each template message that is being written, one for several recipients."""
    found: dict[int, Saved] = {}
    for placed, outgoing in zip(composer.placed, composer.draft.request.messages, strict=False):
        if isinstance(outgoing.message, Template):
            found.setdefault(placed.entry, Saved(placed.entry + 1, outgoing.message))
    return list(found.values())


def drafted_in(state: Mapping[str, Any] | None) -> list[Saved]:
    """Return the same of a composer's state as it was saved; None and what is none give none."""
    composer = Composer()
    if state is None or not composer.restore(state):
        return []
    return drafted(composer)
