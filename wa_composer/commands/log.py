"""`log`: what was sent, newest first, one row per message."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wa_composer.commands.console import Console, flat
from wa_composer.commands.source import pretty

if TYPE_CHECKING:
    from wa_composer.storage.tables import LogRow

HELP = "print the log, newest first"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the rows, and which of them."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one array of objects")
    form.add_argument("--csv", action="store_true", help="a table for a spreadsheet")
    parser.add_argument("--search", metavar="TEXT", default="", help="only rows that hold TEXT")
    parser.add_argument("--limit", metavar="N", type=_count, help="at most N rows")


def run(args: argparse.Namespace, console: Console) -> int:
    """0; StorageProblem when the log cannot be read."""
    from wa_composer.commands.log_objects import log_object
    from wa_composer.storage.log import Log
    from wa_composer.storage.paths import home, log_path

    log = Log(log_path(home()))
    log.open()
    try:
        rows = log.rows(args.search, args.limit)
    finally:
        log.close()
    if args.json:
        console.result(pretty([log_object(row) for row in rows]))
    elif args.csv:
        console.result(_table(rows))
    else:
        for row in rows:
            console.result(_line(row))
    return 0


def _line(row: LogRow) -> str:
    cells = (row.time, row.account, row.recipient, row.summary, str(row.outcome))
    return "\t".join(flat(cell) for cell in (*cells, row.key or row.reason))


def _table(rows: Sequence[LogRow]) -> str:
    from wa_composer.commands.log_objects import COLUMNS, csv_cells

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(csv_cells(row) for row in rows)
    return text.getvalue().rstrip("\n")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
