"""What of a log's row can be searched for, and the condition that finds it."""

from __future__ import annotations

import json
import sqlite3

from wa_composer.message.outcome import Outcome
from wa_composer.storage.tables import folded, storable

VALUES_MOST = 16_384
"""Characters of the values of one message that are searched."""
_VALUES = "\x1f"
"""Parts what is seen of a row from the values that were sent; rows of older programs lack it."""
_NO_VALUES = {"type", "sub_type", "index", "policy", "phoneNumber", "from"}
_OUTCOME_LEAST = 3
_NATIONAL_LEAST = 4
_NUMBER_SIGNS = "+()-./\u2010\u2011\u2013"


def searchable(request: str, *seen: str) -> str:
    """What is written down to be searched: what is seen of a row, and the values it was sent with.

    Outcomes have a column of their own.
    """
    return storable(folded(*seen) + _VALUES + _values(request))


def teach(connection: sqlite3.Connection) -> None:
    """Let a connection look into the requests of rows whose values nobody wrote down."""
    connection.create_function("values_hold", 2, _hold, deterministic=True)


def matching(search: str) -> tuple[str, tuple[str, ...]]:
    """The WHERE clause of a search and its values, for a connection that was taught."""
    parts = folded(storable(search)).split()
    if not parts:
        return "", ()
    text = "".join(parts).replace("(0)", "")
    digits = "".join(c for c in text if c.isdigit())
    if digits and all(c.isdigit() or c in _NUMBER_SIGNS for c in text):
        parts = [digits]
    conditions, values = zip(*map(_condition, parts), strict=True)
    return " WHERE " + " AND ".join(conditions), tuple(v for each in values for v in each)


def _condition(part: str) -> tuple[str, tuple[str, ...]]:
    # `instr` and not LIKE: what is searched for may hold percent signs and underscores.
    found, values = ["instr(search, ?)"], [part]
    if part.isdigit() and part[0] == "0" and len(national := part.lstrip("0")) >= _NATIONAL_LEAST:
        found.append("instr(search, ?)")  # as it is dialled inside the country
        values.append(national)
    if len(part) >= _OUTCOME_LEAST:
        names = [outcome for outcome in Outcome if outcome.startswith(part)]
        found += ["outcome = ?"] * len(names)
        values += names
    # Most rows without the word are passed over before their JSON is read.
    plain = part.isascii() and not set(part) & set('"\\')
    there = "instr(lower(request), ?) AND " if plain else ""
    found.append(f"(instr(search, char(31)) = 0 AND {there}values_hold(request, ?))")
    values += [part] * (2 if plain else 1)
    return f"({' OR '.join(found)})", tuple(values)


def _hold(request: str, part: str) -> bool:
    return part in _values(request)


def _values(request: str) -> str:
    """The texts that were sent, folded; none of a request that is no JSON or nested too deep."""
    try:
        waiting = [json.loads(request)]
    except (ValueError, RecursionError):
        return ""
    found: list[str] = []
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting += [each for key, each in reversed(item.items()) if key not in _NO_VALUES]
        elif isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, str):
            found.append(item)
    return folded("\n".join(found)[:VALUES_MOST])
