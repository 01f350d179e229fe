"""What is said of the items of an import before it is carried out."""

from __future__ import annotations

from collections.abc import Sequence

from wa_composer.message.fit import Break
from wa_composer.message.importing import Item
from wa_composer.message.words import Words, words

PARTS_SAID = 12
"""Parts that differ which one sentence names."""


def sentence(item: Item) -> Words:
    """Return what is said of an item before the import."""
    title = item.name or words("(no name)")
    told: dict[str, str | int | Words] = {"name": title, "language": item.language or "–"}
    if item.kind == "new" and item.sample:
        return words("{name} ({language}) takes the place of the sample of that name.", **told)
    if item.kind == "new":
        return words("{name} ({language}) is new.", **told)
    if item.kind == "draft":
        return words(
            "{name} ({language}) is kept as a draft: {why}", **told, why=item.why or words("")
        )
    first = item.first
    files: dict[str, str | int | Words] = {"file": first.source if first else ""}
    files["other"] = item.source
    if item.again is not None:
        files["file"] = item.again.source
        if item.again.source == item.source:
            return words(
                "{name} ({language}) stands twice in {file}, with the same text.", **told, **files
            )
        return words(
            "{name} ({language}) stands in {file} and in {other} with the same text.",
            **told,
            **files,
        )
    if item.kind == "equal":
        return words("{name} ({language}) is in the library already, with the same text.", **told)
    if item.kind == "twice" and first is not None and first.source != item.source:
        return words(
            "{name} ({language}) stands in {file} and in {other} with other contents; the first "
            "one is taken.",
            **told,
            **files,
        )
    if item.kind == "twice":
        return words(
            "{name} ({language}) stands twice in {file}, at {first} and at {second}, with other "
            "contents; the first one is taken.",
            **told,
            file=item.source,
            first=(first and first.path) or words("the start"),
            second=item.path or words("the start"),
        )
    parts = _joined([change.part for change in item.changes], most=PARTS_SAID)
    if first is not None:
        return words(
            "{name} ({language}) stands in {file} and in {other} with other contents. Different: "
            "{parts}.",
            **told,
            **files,
            parts=parts,
        )
    return words(
        "{name} ({language}) is in the library with other contents. Different: {parts}.",
        **told,
        parts=parts,
    )


def break_sentence(item: Item, broken: Break) -> Words:
    """Return how a message being written would suffer from an item."""
    if not broken.number:
        return words(
            "A message that was there before would no longer fit {name} ({language}): {reasons}",
            name=item.name,
            language=item.language,
            reasons=_joined(broken.reasons, " "),
        )
    return words(
        "Message {number} of your draft would no longer fit {name} ({language}): {reasons}",
        number=broken.number,
        name=item.name,
        language=item.language,
        reasons=_joined(broken.reasons, " "),
    )


def _joined(parts: Sequence[Words], between: str = ", ", most: int | None = None) -> Words:
    names = {f"part{number}": part for number, part in enumerate(parts[:most])}
    if len(parts) > len(names):
        names["more"] = words("… and {count} more", count=len(parts) - len(names))
    return Words(between.join("{" + name + "}" for name in names), names)
