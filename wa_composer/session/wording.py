"""The template's own text as the form and the picture need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wa_composer.message.definition import Definition, read_definition
from wa_composer.message.definition_parts import body_text
from wa_composer.message.library import Entry, Key
from wa_composer.message.slots import Slots, slots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wa_composer.session.library import Library, Touched
    from wa_composer.session.settling import Unsaved

Offer = tuple[str, str, str]
"""Name, language code and text of the body."""


class Wording:
    """Template texts by name and language, as the form and the picture need them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._read: dict[Key, tuple[Mapping[str, Any], Definition, Slots]] = {}

    def definition(self, name: str, language: str) -> Definition | None:
        """What is known of the template's text, None when nothing is."""
        found = self._known(name, language)
        return None if found is None else found[1]

    def slots(self, name: str, language: str) -> Slots | None:
        """What the template takes, None when nothing is known of it; the same while it is."""
        found = self._known(name, language)
        return None if found is None else found[2]

    def languages(self, name: str) -> list[str]:
        """The codes that a template of this name is known in."""
        return self.library.languages(name)

    def entry(self, name: str, language: str) -> Entry | None:
        """The template as the library keeps it, with where it comes from and when."""
        return self.library.entry(name, language)

    def offered(self) -> list[Offer]:
        """Each template that a message can name; of ten thousand no work for the window."""
        return [_offer(entry) for entry in self.library.entries() if not entry.draft]

    def offer(self, key: Key) -> Offer | None:
        """The template of that key, if there is one that a message can name."""
        entry = self.library.entry(*key)
        return None if entry is None or entry.draft else _offer(entry)

    def listen(self, changed: Callable[[Touched], None]) -> None:
        """Call `changed` with what was touched, see `Library.listen`."""
        self.library.listen(changed)

    def unsaved(self) -> Unsaved:
        """What waits to be written, for `save`."""
        return self.library.unsaved()

    def save(self, unsaved: Unsaved) -> None:
        """Put it on the disk; may wait for it. Raises StorageProblem."""
        self.library.save(unsaved)

    def _known(
        self, name: str, language: str
    ) -> tuple[Mapping[str, Any], Definition, Slots] | None:
        entry = self.library.entry(name, language)
        if entry is None:
            return None
        kept = self._read.get(entry.key)
        if kept is None or kept[0] is not entry.definition:
            definition = read_definition(entry.definition)
            kept = (entry.definition, definition, slots_of(definition))
            self._read[entry.key] = kept
        return kept


def _offer(entry: Entry) -> Offer:
    return entry.name, entry.language, body_text(entry.definition)
