"""Brings any JSON value into the shape of the models, noting what had to be changed.

The models say the shape; this walk makes texts of what should be texts, empty containers of
wrong ones, and reports keys that nobody knows. What comes out always validates.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from wa_composer.message.notes import Notes
from wa_composer.message.parts import LowerCase, Wire
from wa_composer.message.request import MESSAGE_MODELS, UnknownMessage, kind_of
from wa_composer.message.unsendable import clean, note_unsendable, whole

SHOWN_MAX = 2000
"""Characters that are kept of a container found where a text belongs."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a model expects under one key."""

    key: str
    shape: Literal["text", "object", "list"]
    model: type[Wire] | None = None
    lower: bool = False
    optional: bool = False


def mend(
    raw: Mapping[object, object], model: type[Wire], path: str, notes: Notes
) -> dict[str, object]:
    """Return ``raw`` as a dict that ``model`` accepts; never raises."""
    slots = _slots(model)
    mended: dict[str, object] = {}
    for slot in slots.values():
        if slot.key not in raw:
            continue
        value = raw[slot.key]
        where = f"{path}.{slot.key}" if path else slot.key
        if slot.shape == "text":
            if value is None:
                continue
            text = value if type(value) is str and value.isascii() else _text(value, where, notes)
            mended[slot.key] = text.lower() if slot.lower else text
        elif slot.shape == "list":
            mended[slot.key] = _list(value, slot, where, notes)
        else:
            _object(value, slot, where, notes, mended)
    if len(mended) < len(raw):
        _keep_unknown(raw, slots, model, path, notes, mended)
    return mended


def _list(value: object, slot: Slot, where: str, notes: Notes) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        notes.error(where, "not_list", key=slot.key)
        return []
    mended: list[object] = []
    for number, item in enumerate(value):
        here = f"{where}[{number}]"
        if not isinstance(item, Mapping):
            notes.error(here, "not_object", key=here.rpartition(".")[2])
            item = {}
        mended.append(mend(item, slot.model or UnknownMessage, here, notes))
    return mended


def _object(value: object, slot: Slot, where: str, notes: Notes, mended: dict[str, object]) -> None:
    if value is None:
        return
    if not isinstance(value, Mapping):
        notes.error(where, "not_object", key=slot.key)
        value = {}
    if slot.model is not None:
        mended[slot.key] = mend(value, slot.model, where, notes)
        return
    if id(value) not in notes.shared:
        notes.shared[id(value)] = (value, _message(value, where, notes))
    mended[slot.key] = notes.shared[id(value)][1]


def _message(value: Mapping[object, object], where: str, notes: Notes) -> Wire:
    kind = kind_of(value)
    model = MESSAGE_MODELS.get(kind, UnknownMessage)
    inner = mend(value, model, where, notes)
    if model is not UnknownMessage and inner.get("type") != kind:
        notes.error(f"{where}.type", "type_missing", kind=kind)
        inner["type"] = kind
    return model.model_validate(inner)


def _keep_unknown(
    raw: Mapping[object, object],
    slots: Mapping[str, Slot],
    model: type[Wire],
    path: str,
    notes: Notes,
    mended: dict[str, object],
) -> None:
    # A key that bears the name of an unknown type is that type's data: the type is complained of.
    kind = raw.get("type")
    own = kind.lower() if isinstance(kind, str) else None
    for key, value in raw.items():
        name = _key(key)
        if name in slots:
            continue
        where = f"{path}.{name}" if path else name
        if model is not UnknownMessage and name != own:
            notes.warning(where, "unknown_key", key=name)
        note_unsendable(value, where, notes)
        mended[name] = value


def _key(key: object) -> str:
    return clean(key if isinstance(key, str) else str(key))


def _text(value: object, where: str, notes: Notes) -> str:
    """Return a value as text, with an error when it was none or holds half a character."""
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            notes.error(where, "broken_character")
            return whole(value)
        return value
    notes.error(where, "not_text", key=where.rpartition(".")[2])
    try:
        return json.dumps(value, default=str)[:SHOWN_MAX]
    except (ValueError, TypeError, RecursionError):
        return ""


@cache
def _slots(model: type[Wire]) -> dict[str, Slot]:
    """What the model expects, read from its fields once."""
    slots = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        lower = any(isinstance(mark, LowerCase) for mark in info.metadata)
        slots[key] = _slot(key, info.annotation, lower)
    return slots


def _slot(key: str, annotation: object, lower: bool) -> Slot:
    parts = [part for part in typing.get_args(annotation) if part is not types.NoneType]
    if annotation is str or parts == [str]:
        return Slot(key, "text", lower=lower)
    if typing.get_origin(annotation) is tuple:
        return Slot(key, "list", parts[0])
    models = parts or [annotation]
    one = models[0] if len(models) == 1 else None
    return Slot(key, "object", one if isinstance(one, type) else None)
