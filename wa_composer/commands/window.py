"""No verb: open the window, with the last draft or the files that were named."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from wa_composer.commands.console import Console, Stop
from wa_composer.commands.display import display_problem
from wa_composer.message.words import words
from wa_composer.quick import import_qt
from wa_composer.storage.errors import StorageProblem


def arguments(parser: argparse.ArgumentParser) -> None:
    """The files to open."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="message files to open")


def run(args: argparse.Namespace, console: Console) -> int:
    """What the window returns; Stop when a file is not there or no window can open.

    Raises StorageProblem as `app.main` does. Where nobody sits at a terminal, a small window says
    what stands in the way.
    """
    try:
        files = _files(args.files)
        problem = display_problem(os.environ)
        if problem is not None:
            raise Stop(problem)
        import_qt()
        from wa_composer.app import main

        return main(files)
    except (Stop, StorageProblem) as refused:
        if not console.is_terminal() and display_problem(os.environ) is None:
            import_qt()
            from wa_composer.refusal import show

            show(refused.words)
        raise


def _files(names: list[str]) -> list[str]:
    files = [str(Path(name).absolute()) for name in names]
    for name, path in zip(names, files, strict=True):
        if not Path(path).is_file():
            raise Stop(words("There is no file and no command named {name}.", name=name))
    return files
