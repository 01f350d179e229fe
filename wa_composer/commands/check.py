"""`check FILE [--json]`: everything that is wrong with a message, one problem a line."""

from __future__ import annotations

import argparse

from wa_composer.commands.console import Console
from wa_composer.commands.source import add_file, pretty, problem_lines, read_raw
from wa_composer.commands.wordings import add_template, checked, wordings

HELP = "name every problem of a message file"


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, --template and --json."""
    add_file(parser)
    add_template(parser)
    parser.add_argument("--json", action="store_true", help="an array of {level, path, message}")


def run(args: argparse.Namespace, console: Console) -> int:
    """0 without errors, 1 with errors."""
    raw = read_raw(args.file, console)
    draft = checked(raw, wordings(args.template, console))
    if args.json:
        console.result(
            pretty(
                [
                    {"level": found.level, "path": found.path, "message": found.words.english()}
                    for found in draft.problems
                ]
            )
        )
    else:
        for line in problem_lines(draft.problems):
            console.result(line)
    return 1 if draft.errors else 0
