"""FILE of every verb: a file or standard input, read as anything the program understands."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wa_composer.commands.console import Console, Stop, flat, reason
from wa_composer.message.limits import FILE_BYTES_MAX
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.insider.pasted import Pasted
    from wa_composer.message.problem import Problem

STDIN = "-"


def add_file(parser: argparse.ArgumentParser) -> None:
    """The argument FILE, told alike everywhere."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a message file, a cURL command or a published sample; - is standard input",
    )


def read_raw(name: str, console: Console) -> Any:
    """The request in FILE as plain JSON values; what was put right is said.

    Raises Stop, naming the file, when there is no such file, nothing in it can be understood, or
    it holds templates' definitions and no message.
    """
    pasted = read_pasted(name, console)
    if pasted.kind == "definition":
        raise Stop(
            words(
                "{file} holds a template definition and no message. "
                "wa-composer template import puts it into the library.",
                file=shown_name(name),
            )
        )
    return pasted.raw


def read_pasted(name: str, console: Console) -> Pasted:
    """The same with the word what it is: a request or template definitions."""
    from wa_composer.insider.pasted import UnreadableFile, read_bytes

    shown = shown_name(name)
    data = _read_bytes(name, shown)
    try:
        pasted = read_bytes(data)
    except UnreadableFile as error:
        sentence = error.words.english()
        raise Stop(words("{file}: {sentence}", file=shown, sentence=sentence)) from error
    for note in pasted.notes:
        console.say(f"{shown}: {note.english()}")
    return pasted


def shown_name(name: str) -> str:
    """FILE as it is named to a person."""
    return "standard input" if name == STDIN else name


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """One `level<TAB>path<TAB>sentence` a problem."""
    return [
        "\t".join((problem.level, flat(problem.path), flat(problem.words.english())))
        for problem in problems
    ]


def pretty(value: object) -> str:
    """JSON as people read it; lone surrogates become escapes where they are written."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def _read_bytes(name: str, shown: str) -> bytes:
    try:
        if name == STDIN:
            if sys.stdin is None:
                raise Stop(words("There is no standard input to read from."))
            return sys.stdin.buffer.read(FILE_BYTES_MAX + 1)
        with Path(name).open("rb") as file:
            # One byte more than allowed is enough to know: a huge file is not read into memory.
            return file.read(FILE_BYTES_MAX + 1)
    except FileNotFoundError as error:
        raise Stop(words("There is no file {file}.", file=shown)) from error
    except IsADirectoryError as error:
        raise Stop(words("{file} is a folder, not a file.", file=shown)) from error
    except OSError as error:
        raise Stop(
            words("{file} cannot be read: {reason}.", file=shown, reason=reason(error))
        ) from error
