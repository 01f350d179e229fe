"""Where a template's text comes from, in a sentence with its age."""

from __future__ import annotations

from datetime import UTC, datetime

from wa_composer.message.library import Entry
from wa_composer.message.words import Words, words

MINUTE, HOUR, DAY = 60, 3600, 86_400
DAYS_COUNTED = 60


def provenance(entry: Entry, now: datetime) -> Words:
    """Return where the entry's text comes from and how long ago, as one sentence without a stop."""
    if entry.sample:
        return words("Sample text, shipped with the program")
    edited = ago(entry.edited, now)
    imported = ago(entry.imported, now)
    if imported and edited and entry.source:
        return words(
            "From {file}, imported {imported}, edited here {edited}",
            file=entry.source,
            imported=imported,
            edited=edited,
        )
    if imported and entry.source:
        return words("From {file}, imported {imported}", file=entry.source, imported=imported)
    if imported:
        return words("Imported {imported}", imported=imported)
    if edited:
        return words("Written here, edited {edited}", edited=edited)
    return words("Written here")


def copy_sentence(entry: Entry, now: datetime) -> Words:
    """Return the same as said beneath the picture of a message."""
    told: dict[str, str | int | Words] = {"name": entry.name, "language": entry.language}
    if entry.sample:
        return words("Sample wording of {name} ({language}), shipped with the program", **told)
    edited, imported = ago(entry.edited, now), ago(entry.imported, now)
    if edited:
        return words("From your copy of {name} ({language}), edited {ago}", **told, ago=edited)
    if imported:
        return words("From your copy of {name} ({language}), imported {ago}", **told, ago=imported)
    return words("From your copy of {name} ({language})", **told)


def ago(moment: str, now: datetime) -> Words | None:
    """Return how long a moment (ISO 8601) is ago, None where it is none or the clock went back."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    seconds = (now - then).total_seconds()
    days = (now.astimezone().date() - then.astimezone().date()).days
    if seconds < MINUTE:
        return words("just now")
    if seconds < 2 * MINUTE:
        return words("a minute ago")
    if seconds < HOUR:
        return words("{count} minutes ago", count=int(seconds // MINUTE))
    if days == 0:
        return words("today")
    if days == 1:
        return words("yesterday")
    if days <= DAYS_COUNTED:
        return words("{count} days ago", count=days)
    return words("on {date}", date=then.astimezone().date().isoformat())
