"""A row of the log as the outside sees it: `send --json`, `log --json` and `log --csv`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wa_composer.storage.tables import LogRow

COLUMNS = (
    "time",
    "account",
    "sender",
    "recipient",
    "type",
    "summary",
    "outcome",
    "status",
    "code",
    "reason",
    "key",
    "delivery",
    "request",
)
_PLAIN_NUMBER = re.compile(r"\+[0-9]{7,15}")


def log_object(row: LogRow) -> dict[str, Any]:
    """The row as a JSON object; `request` is the one-message request itself, never a key."""
    found: dict[str, Any] = {name: getattr(row, name) for name in COLUMNS}
    found["outcome"] = str(row.outcome)
    found["request"] = json.loads(row.request)
    return found


def csv_cells(row: LogRow) -> list[str]:
    """The row as cells that no spreadsheet takes for a formula."""
    found = log_object(row)
    found["request"] = row.request
    return [_guarded("" if found[name] is None else str(found[name])) for name in COLUMNS]


def _guarded(cell: str) -> str:
    # A cell that begins so is run as a formula; a phone number is left as it is.
    if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not _PLAIN_NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
