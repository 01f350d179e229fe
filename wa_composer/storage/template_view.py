"""What one reading of the library holds: the user's own entries over the samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wa_composer.message.library import Entry, Key
from wa_composer.storage.template_file import Shelf


@dataclass(frozen=True, slots=True)
class View:
    """A shelf together with the samples that are shipped; it never changes."""

    shelf: Shelf
    shipped: Mapping[Key, Entry]

    def entry(self, key: Key) -> Entry | None:
        """The template of that name and language; the user's own wins over a sample."""
        if key in self.shelf.entries:
            return self.marked(self.shelf.entries[key])
        return None if key in self.shelf.hidden else self.shipped.get(key)

    def keys(self) -> tuple[Key, ...]:
        """Names and languages in no order, maybe of samples that are not wanted and some twice."""
        return (*self.shelf.entries, *self.shipped)

    def entries(self) -> tuple[Entry, ...]:
        """Every template, by name and then language."""
        merged = {k: e for k, e in self.shipped.items() if k not in self.shelf.hidden}
        merged.update({key: self.marked(entry) for key, entry in self.shelf.entries.items()})
        return tuple(merged[key] for key in sorted(merged))

    def own(self) -> dict[Key, Entry]:
        """The user's own templates, without the samples."""
        return {k: e for k, e in self.shelf.entries.items() if not self.marked(e).sample}

    def marked(self, entry: Entry) -> Entry:
        """The entry with the word whether it is still a sample."""
        shipped = self.shipped.get(entry.key)
        sample = shipped is not None and shipped.definition == entry.definition
        sample = sample and not (entry.imported or entry.edited)
        return entry if entry.sample == sample else replace(entry, sample=sample)


def with_known(found: Shelf, known: Shelf) -> Shelf:
    """Return what was found, with the known entry for each equal one: nobody reads it anew."""
    old = known.entries
    same = {key: old[key] for key, entry in found.entries.items() if old.get(key) == entry}
    return replace(found, entries={**found.entries, **same})


def differing(one: Shelf | None, other: Shelf) -> frozenset[Key] | None:
    """Return the keys under which two shelves hold other entries; None where one is no shelf."""
    if one is None:
        return None
    keys = one.entries.keys() | other.entries.keys()
    found = {key for key in keys if one.entries.get(key) is not other.entries.get(key)}
    return frozenset(found | (one.hidden ^ other.hidden))
