"""What one item of an import holds or changes, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wa_composer.message.changes import contents
from wa_composer.message.importing import Item
from wa_composer.message.words import Words
from wa_composer.ui.shell_parts import note
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.labels import text_label
from wa_composer.ui.words import say

TEXT_MAX = 1200
PARTS_SHOWN = 50


def parts_of(item: Item) -> Iterator[QWidget]:
    """A card for each part that differs; of one that is added without that, for all its parts."""
    if item.changes:
        sides = _where(item.first, item), _where(item, item.first)
        for change in item.changes[:PARTS_SHOWN]:
            texts = zip(sides, (change.before, change.after), strict=True)
            yield _card(change.part, *texts)
        beyond = len(item.changes) - PARTS_SHOWN
        more = _tr("… and {count} more changes")
    elif item.kind in ("new", "draft"):
        found = contents(item.definition)
        for part in found[:PARTS_SHOWN]:
            yield _card(part.part, ("", part.after))
        beyond = len(found) - PARTS_SHOWN
        more = _tr("… and {count} more parts")
    else:
        return
    if beyond > 0:
        yield note(more.format(count=beyond), "muted")


def _where(item: Item | None, other: Item | None) -> str:
    """Where one of two that differ stands; None is the one of the library."""
    if item is None:
        return _tr("In the library")
    if other is None:
        return _tr("In the import")
    if item.source != other.source:
        return _tr("In {file}").format(file=item.source)
    place = item.path or _tr("the start")
    return _tr("In {file}, at {place}").format(file=item.source, place=place)


def _card(part: Words, *texts: tuple[str, str | Words]) -> QFrame:
    """The name of a part above its text, or texts, each under what it is of."""
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
    column.setSpacing(SPACE.xs)
    column.addWidget(text_label(say(part), "title"))
    for of, given in texts:
        text = say(given) if isinstance(given, Words) else given
        if of:
            column.addSpacing(SPACE.xs)
            column.addWidget(text_label(of, "muted"))
        shown = text if len(text) <= TEXT_MAX else text[: TEXT_MAX - 1] + "…"
        column.addWidget(note(shown or "–"))
    return card


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)
