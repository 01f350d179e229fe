"""The wordings that a verb checks or draws a message by: the library's, or those of a file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from wa_composer.commands.console import Console, Stop
from wa_composer.commands.source import read_pasted, shown_name
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition
    from wa_composer.message.draft import Draft
    from wa_composer.message.slots import Slots
    from wa_composer.message.words import Words


class Wordings(Protocol):
    """Whoever knows what templates say, and what they take."""

    def definition(self, name: str, language: str) -> Definition | None:
        """The wording of that name and language, None where it is not known."""

    def slots(self, name: str, language: str) -> Slots | None:
        """What it takes."""

    def languages(self, name: str) -> Sequence[str]:
        """The codes that a template of this name is known in."""


def add_template(parser: argparse.ArgumentParser) -> None:
    """The option --template, told alike everywhere."""
    parser.add_argument(
        "--template", metavar="DEF.json", help="the template's own text, not from the library"
    )


def wordings(file: str | None, console: Console) -> Wordings:
    """The wordings of a file of definitions, else of the library.

    Raises Stop when the file holds none. A library that cannot be read is said once, and the
    samples stand in for it, as in the window.
    """
    if file is not None:
        return FileWordings(file, console)
    from wa_composer.services import shipped_templates
    from wa_composer.session.library import Library
    from wa_composer.session.wording import Wording
    from wa_composer.storage.paths import home
    from wa_composer.storage.templates import Templates

    library = Library(Templates(home(), shipped_templates()))
    library.tell(lambda problem: console.say(problem.words))
    return Wording(library)


def checked(raw: object, known: Wordings) -> Draft:
    """The draft of a request with every problem that the window shows beside its fields."""
    from wa_composer.message.draft import read
    from wa_composer.message.fitting import fitted

    return fitted(read(raw), known)


class FileWordings:
    """Definitions of a file alone; a file's only one serves any template.

    What does not fit is said once for each template.
    """

    def __init__(self, file: str, console: Console) -> None:
        from wa_composer.message.definition import read_definition
        from wa_composer.message.definitions import read_definitions

        self._shown = shown_name(file)
        self._console = console
        found = read_definitions(read_pasted(file, console).raw).found
        self._known = [read_definition(one.raw) for one in found]
        self._said: set[tuple[str, str]] = set()
        if not self._known:
            raise Stop(words("{file} holds no template definition.", file=self._shown))

    def definition(self, name: str, language: str) -> Definition | None:
        """The wording that stands for this template."""
        key = (name, language)
        exact = [one for one in self._known if (one.name, one.language) == key]
        chosen = exact[0] if exact else self._known[0] if len(self._known) == 1 else None
        if not exact and key not in self._said:
            self._said.add(key)
            self._console.say(self._misfit(chosen, key))
        return chosen

    def slots(self, name: str, language: str) -> Slots | None:
        """What it takes."""
        from wa_composer.message.slots import slots_of

        found = self.definition(name, language)
        return None if found is None else slots_of(found)

    def languages(self, _name: str) -> Sequence[str]:
        """None: it was said already what the file holds."""
        return ()

    def _misfit(self, chosen: Definition | None, key: tuple[str, str]) -> Words:
        wanted = f"{key[0]} ({key[1]})"
        if chosen is None:
            return words("{file} has no text for {template}.", file=self._shown, template=wanted)
        return words(
            "{file} holds {held}; it stands in for {template}.",
            file=self._shown,
            held=f"{chosen.name} ({chosen.language})",
            template=wanted,
        )
