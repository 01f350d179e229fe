"""What Meta's word on a template is worth once its wording is another one here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wa_composer.message.changes import fingerprint
from wa_composer.message.definition_parts import as_text, keyed
from wa_composer.message.definition_shape import editable
from wa_composer.message.library import Entry

CHANGED = "CHANGED"
"""The status of a wording that is no longer the one which was approved."""


def rewritten(entry: Entry, definition: Mapping[str, Any]) -> Entry:
    """Return the entry with another definition, which has no status of an earlier one.

    The one that Meta judged is kept in ``judged``; when the contents are its own again, it is put
    back as it was.
    """
    judged = entry.judged
    if judged is None and _status(entry.definition):
        judged = entry.definition
    if judged is None:
        return replace(entry, definition=definition)
    if _contents(judged) == _contents(definition):
        return replace(entry, definition=judged, judged=None)
    return replace(entry, definition=unjudged(definition), judged=judged)


def unjudged(definition: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy without a status."""
    return {key: value for key, value in definition.items() if str(key).lower() != "status"}


def standing(entry: Entry) -> str:
    """Return the status in capitals, `CHANGED` since it was approved, or "" when none is known."""
    status = _status(entry.definition)
    if status or entry.judged is None:
        return status
    return CHANGED if _status(entry.judged) == "APPROVED" else ""


def _status(definition: Mapping[str, Any]) -> str:
    return as_text(keyed(definition).get("status")).upper()


def _contents(definition: Mapping[str, Any]) -> str:
    return fingerprint(unjudged(editable(definition)))
