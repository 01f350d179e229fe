"""Sizes of a scene's parts at a width, one function per kind of node, found by registration.

Size first, draw later: a block knows how wide and high it is, then gives its items for the box it
is put into. Lines are broken once, at the widest the bubble may become.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from wa_composer.preview import media_blocks
from wa_composer.preview.block import Block, Measure
from wa_composer.preview.broken import Flow
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import flow, paragraph_spans
from wa_composer.preview.folded import folded
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import (
    Chip,
    Document,
    Hatch,
    Mark,
    Notice,
    Paragraph,
    Picture,
    Span,
    Text,
    Value,
)
from wa_composer.preview.pieces import further, pieces
from wa_composer.preview.placed import Item
from wa_composer.preview.shapes import Hatching, Icon, Shape
from wa_composer.preview.theme import Metrics


def measure(node: object, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    """The block of a part of a scene, broken at `width` (the inside of an `edge` block is less)."""
    return _MEASURES[type(node)](node, width, fonts, metrics)


def fills(node: object) -> bool:
    """Whether a part asks for a bubble as wide as may be."""
    return not isinstance(node, Text | Notice)


def _faces(text: Text, metrics: Metrics) -> Face:
    if text.role == "header":
        return Face(metrics.text, metrics.line, styles=frozenset({"bold"}))
    if text.role == "footer":
        return Face(metrics.small, metrics.small_line, "meta")
    if text.emoji:
        size = metrics.emoji_sizes[text.emoji - 1]
        return Face(size, round(size * 1.24), styles=frozenset({"emoji"}))
    return Face(metrics.text, metrics.line)


def _text(text: Text, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    face = _faces(text, metrics)
    rows = _rows(text, width, face, fonts, metrics)
    height = sum([row.height for row in rows])
    last = rows[-1].flows[-1]
    tail = None if last.rtl else rows[-1].indent + last.lines[-1][0]

    def place(x: float, y: float, wide: float) -> list[Item]:
        items = list(_code_grounds(rows, x, y, wide))
        for row in rows:
            items.extend(row.place(x, y, wide))
            y += row.height
        return items

    wide = max([row.indent + one.wide for row in rows for one in row.flows])
    return Block(text.id, wide, height, place, tail=tail)


def _code_grounds(rows: list[_Row], x: float, y: float, width: float) -> Iterator[Item]:
    """One ground under all lines of a block of code."""
    for code, block in groupby(rows, lambda row: row.kind == "code"):
        height = sum(row.height for row in block)
        if code:
            yield Shape("code", x - 3, y, width + 6, height, 5)
        y += height


def _rows(text: Text, width: float, face: Face, fonts: Fonts, metrics: Metrics) -> list[_Row]:
    rows: list[_Row] = []
    left = metrics.fold_lines
    for number, paragraph in enumerate(text.paragraphs):
        row = _row(paragraph, width, face, fonts, metrics)
        count = sum([len(one.lines) for one in row.flows])
        over = count > left or (count == left and number < len(text.paragraphs) - 1)
        if text.fold and over:
            room = width - row.indent
            end = folded(paragraph.spans, room, row.face, fonts, left, text.fold)
            return [*rows, replace(row, flows=[end], height=end.height)]
        rows.append(row)
        left -= count
    return rows


@dataclass(slots=True)
class _Row:
    """A paragraph with what stands before it."""

    kind: str
    indent: float
    flows: list[Flow]
    lead: Flow | None
    values: tuple[Value, ...]
    face: Face
    height: float

    def place(self, x: float, y: float, width: float) -> list[Item]:
        items: list[Item] = []
        rtl, height = self.flows[0].rtl, self.height
        if self.kind == "quote":
            bar = x + width - 3 if rtl else x
            items.append(Shape("quote_bar", bar, y + 1, 3, height - 2, 1.5))
        if self.lead is not None:
            at = x + width - self.indent if rtl else x
            items.extend(self.lead.place(at, y, self.indent - 5))
        start = x if rtl else x + self.indent
        values = self.values
        for one in self.flows:
            items.extend(one.place(start, y, width - self.indent, values))
            values = further(values, one.letters)
            y += one.height
        return items


def _row(paragraph: Paragraph, width: float, face: Face, fonts: Fonts, metrics: Metrics) -> _Row:
    indent, lead = 0.0, None
    if paragraph.lead:
        lead = flow((Span(paragraph.lead),), width, face, fonts)
        indent = max(float(metrics.indent), lead.wide + 6)
    elif paragraph.kind == "quote":
        indent = 11.0
        face = Face(face.size, face.line, "meta", face.styles)
    spans = paragraph_spans(paragraph)
    broken = pieces(spans, width - indent, face, fonts)
    height = sum([one.height for one in broken])
    return _Row(paragraph.kind, indent, broken, lead, paragraph.values, face, height)


def _notice(notice: Notice, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    face = Face(metrics.text, metrics.line, "meta", frozenset({"italic"}))
    indent = metrics.icon + 8
    words = flow((Span(notice.text),), width - indent, face, fonts)

    def place(x: float, y: float, inside: float) -> list[Item]:
        top = y + (metrics.line - metrics.icon) / 2
        return [
            Icon(notice.icon, x, top, metrics.icon, "meta"),
            *words.place(x + indent, y, inside - indent),
        ]

    tail = None if words.rtl else indent + words.lines[-1][0]
    return Block(notice.id, indent + words.wide, words.height, place, tail=tail)


def _hatch(hatch: Hatch, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    padding = 16
    face = Face(metrics.small, metrics.small_line, "missing")
    sentence = flow(
        (Span(hatch.text),), width - 2 * padding, face, fonts, lines_most=6, align="centre"
    )
    height = sentence.height + 2 * padding

    def place(x: float, y: float, inside: float) -> list[Item]:
        return [
            Hatching(x, y, inside, height, metrics.media_radius),
            *sentence.place(x + padding, y + padding, inside - 2 * padding),
        ]

    return Block(hatch.id, width, height, place, fills=True, edge=True)


def _chip(chip: Chip, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    pad, gap = 10.0, 10.0
    label_face = Face(metrics.small - 1, metrics.line, "meta")
    label = flow((Span(chip.label),), width * 0.45, label_face, fonts, lines_most=2)
    column = max(label.wide, 88.0)
    room = width - 2 * pad - column - gap
    mark: Mark = "missing" if chip.missing else ""
    face = Face(metrics.text - 1, metrics.line)
    value = flow((Span(chip.value, (), mark),), room, face, fonts, lines_most=6)
    height = max(label.height, value.height) + 10

    def place(x: float, y: float, inside: float) -> list[Item]:
        return [
            Shape("inset", x, y, inside, height, metrics.media_radius),
            *label.place(x + pad, y + 5, column),
            *value.place(x + pad + column + gap, y + 5, room),
        ]

    return Block(chip.id, width, height, place, fills=True)


_MEASURES: dict[type, Measure] = {
    Text: _text,
    Picture: media_blocks.picture,
    Document: media_blocks.document,
    Hatch: _hatch,
    Notice: _notice,
    Chip: _chip,
}
