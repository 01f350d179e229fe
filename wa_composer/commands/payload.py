"""`payload FILE`: the request exactly as it would be sent, or what keeps it from being one."""

from __future__ import annotations

import argparse

from wa_composer.commands.console import Console
from wa_composer.commands.source import add_file, pretty, problem_lines, read_raw
from wa_composer.commands.wordings import checked, wordings

HELP = "print the request exactly as it would be sent"


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE."""
    add_file(parser)


def run(args: argparse.Namespace, console: Console) -> int:
    """0 with the request on standard output, 1 with the problems on standard error."""
    from wa_composer.insider.payload import to_payload

    draft = checked(read_raw(args.file, console), wordings(None, console))
    if not draft.ready:
        for line in problem_lines(draft.problems):
            console.say(line)
        return 1
    console.result(pretty(to_payload(draft.request)))
    return 0
