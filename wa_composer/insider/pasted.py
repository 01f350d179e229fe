"""What people paste or open: message files, cURL commands, faulty JSON, Meta's own bodies.

What could be put right is put right and said; what a person has to decide is left in place, for
the rules to complain of at its path.
"""

from __future__ import annotations

import codecs
import json
import math
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from wa_composer.insider.curl_reading import is_curl, read_curl
from wa_composer.insider.loose_json import depth, repaired
from wa_composer.insider.shapes import recognised
from wa_composer.insider.unreadable import UnreadableFile
from wa_composer.message.limits import FILE_BYTES_MAX, FILE_DEPTH_MAX
from wa_composer.message.words import Words, words

__all__ = ["Pasted", "UnreadableFile", "read_bytes", "read_text"]

_MIB = 1024 * 1024
REPAIRED_MAX = _MIB
"""Characters of faulty JSON that are looked through: a pasted sample has two thousand."""

NUMBER_SHOWN = 24
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood.

    ``raw`` is a request, or with ``kind`` "definition" one or several template definitions;
    ``notes`` say what was put right.
    """

    raw: object
    notes: tuple[Words, ...] = ()
    kind: Literal["request", "definition"] = "request"


def read_bytes(data: bytes) -> Pasted:
    """Return what a file's bytes hold: UTF-8, or UTF-16 with a byte order mark.

    Raises `UnreadableFile` for more than 10 MB, another encoding, and all that `read_text` refuses.
    """
    _check_size(len(data))
    notes: list[Words] = []
    try:
        if data.startswith(_UTF16):
            text = data.decode("utf-16")
            notes.append(words("The file was in UTF-16; it is saved as UTF-8."))
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(
            words("This is not a text file in UTF-8. Save it as UTF-8 and open it again.")
        ) from None
    if "\0" in text:
        raise UnreadableFile(words("This is not a text file. Open a message file (JSON)."))
    found = read_text(text)
    return Pasted(found.raw, (*notes, *found.notes), found.kind)


def read_text(text: str) -> Pasted:
    """Return what a text holds: a message file, a cURL command, faulty JSON, a Meta body.

    Raises `UnreadableFile` for an empty text, more than 10 MB, more than 64 levels, and for what
    is no JSON even after the usual faults are mended.
    """
    _check_size(len(text))
    text = text.removeprefix("\ufeff").strip()
    if not text:
        raise UnreadableFile(words("There is nothing in it. Open a message file (JSON)."))
    notes: list[Words] = []
    if is_curl(text):
        text = read_curl(text, notes)
    raw = _json(text, notes)
    raw, kind = recognised(raw, notes)
    return Pasted(raw, tuple(notes), kind)


def _check_size(size: int) -> None:
    if size > FILE_BYTES_MAX:
        most = FILE_BYTES_MAX // _MIB
        raise UnreadableFile(
            words("It is larger than {most} MB. No message is that long; open another.", most=most)
        )


def _json(text: str, notes: list[Words]) -> object:
    try:
        return _loads(text, notes)
    except json.JSONDecodeError as first:
        if len(text) > REPAIRED_MAX:
            _refuse(first)
        mended, found = repaired(text)
        if not found:
            _refuse(first)
        try:
            raw = _loads(mended, notes)
        except json.JSONDecodeError:
            _refuse(first)
        notes.extend(found)
        return raw


def _loads(text: str, notes: list[Words]) -> object:
    if depth(text) > FILE_DEPTH_MAX:
        raise UnreadableFile(
            words("It is nested more than {most} levels deep. Open another.", most=FILE_DEPTH_MAX)
        )
    twice: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) < len(items):
            seen: set[str] = set()
            for key, _ in items:
                if key in seen:
                    twice.append(key)
                seen.add(key)
        return made

    try:
        raw: object = json.loads(
            text, object_pairs_hook=pairs, parse_constant=_no_constant, parse_float=_finite
        )
    except (json.JSONDecodeError, UnreadableFile):
        raise
    except ValueError:  # a whole number of more digits than Python converts
        raise UnreadableFile(words("There is a number in it that is far too long.")) from None
    notes.extend(
        words("“{key}” stands there twice; the last one was taken.", key=key)
        for key in dict.fromkeys(twice)
    )
    return raw


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        shown = text if len(text) <= NUMBER_SHOWN else text[:NUMBER_SHOWN] + "…"
        raise UnreadableFile(words("It holds {number}, which is far too large.", number=shown))
    return number


def _no_constant(name: str) -> NoReturn:
    raise UnreadableFile(
        words("It holds {name}, which is not JSON. Put a number or a text there.", name=name)
    )


def _refuse(error: json.JSONDecodeError) -> NoReturn:
    raise UnreadableFile(
        words(
            "This is not JSON: line {line}, column {column} cannot be read. Correct it there.",
            line=error.lineno,
            column=error.colno,
        )
    ) from None
