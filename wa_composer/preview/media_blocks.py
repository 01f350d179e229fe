"""Sizes of pictures, videos and documents, and what stands in their place without them."""

from __future__ import annotations

from collections.abc import Sequence

from wa_composer.preview.block import Block
from wa_composer.preview.broken import Flow
from wa_composer.preview.colours import FILE_ROLES
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import flow, one_line
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Document, Mark, Part, Picture, Sight, Span
from wa_composer.preview.placed import Item
from wa_composer.preview.shapes import Icon, Medium, Photo, Shape
from wa_composer.preview.theme import Metrics

ACTION_ROOM = 38
"""Height kept at the foot of a medium for a button that the window puts there."""
NO_SIGHT = Sight()
_MARGIN = 12
_STANDALONE = 0.74  # height to width of an image message whose picture is not known
_LOWEST, _HIGHEST = 0.3, 1.4  # of a picture's shape, height to width, in a message of its own
_WIDEST_HEADER = 4.0


def room(parts: Sequence[Part], wide: float, metrics: Metrics) -> float:
    """The inside width left to a bubble: that of a portrait for an image message that is one."""
    for part in parts:
        sight = part.sight if isinstance(part, Picture) and part.standalone else None
        if sight is not None and sight.width and sight.height > sight.width:
            inset = metrics.pad_left + metrics.pad_right - 2 * metrics.pad_media
            return min(wide, metrics.portrait - inset)
    return wide


def picture(node: Picture, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    """The place of a picture or video: the picture itself, or what is known instead of it."""
    wide = width + metrics.pad_left + metrics.pad_right - 2 * metrics.pad_media
    sight = node.sight or NO_SIGHT
    if sight.key:
        return _photo(node, sight, wide, fonts, metrics)
    size = 48 if node.format == "video" else 38
    lines = _lines(node, sight, wide - 32, fonts, metrics)
    action = ACTION_ROOM + (6 if node.standalone else 0) if sight.room else 0  # above the time
    content = size + 8 + sum(line.height for line in lines) + action
    least = round(wide * _STANDALONE if node.standalone else wide / metrics.media_ratio)
    height = max(float(least), content + 2 * _MARGIN)

    def place(x: float, y: float, inside: float) -> list[Item]:
        top = y + (height - content) / 2
        items: list[Item] = [
            Medium(x, y, inside, height, metrics.media_radius),
            Icon(node.format, x + (inside - size) / 2, top, size, "media_mark"),
        ]
        top += size + 8
        if node.missing:
            name = lines[0]
            left = x + (inside - name.wide) / 2 - 8
            items.append(
                Shape("missing_ground", left, top - 2, name.wide + 16, name.height + 4, 10)
            )
        for line in lines:
            items += line.place(x + 16, top, inside - 32)
            top += line.height
        return items

    return Block(node.id, wide, height, place, fills=True, edge=True, overlay=True)


def _lines(node: Picture, sight: Sight, wide: float, fonts: Fonts, metrics: Metrics) -> list[Flow]:
    """The file's name, and what is to say about it."""
    quiet = Face(metrics.small - 1, 16, "missing" if node.missing else "media_mark")
    lines = [one_line(node.name, wide, quiet, fonts, "centre")]
    if sight.note:
        face = Face(metrics.small, metrics.small_line, "missing") if sight.fault else quiet
        note = (Span(sight.note),)
        lines.append(flow(note, wide, face, fonts, lines_most=4, align="centre"))
    return lines


def _photo(node: Picture, sight: Sight, wide: float, fonts: Fonts, metrics: Metrics) -> Block:
    height = _height(node, sight, wide, metrics)
    tiny = Face(metrics.tiny, metrics.tiny_line, "on_scrim")
    stamp = one_line(sight.stamp, wide - 60, tiny, fonts) if sight.stamp else None
    face = Face(metrics.small, metrics.small_line, "on_scrim")
    note = _note(sight.note, wide - 32, face, fonts) if sight.note else None
    foot = 30 if node.standalone else 14  # the time may stand there

    def place(x: float, y: float, inside: float) -> list[Item]:
        items: list[Item] = [
            Medium(x, y, inside, height, metrics.media_radius),
            Photo(sight.key, x, y, inside, height, metrics.media_radius),
        ]
        if stamp is not None:
            items.append(Shape("scrim", x + 6, y + 6, stamp.wide + 16, stamp.height + 4, 9))
            items += stamp.place(x + 14, y + 8, stamp.wide)
        if note is not None:
            top = y + height - note.height - foot
            items.append(Shape("scrim", x + 8, top - 6, inside - 16, note.height + 12, 8))
            items += note.place(x + 16, top, inside - 32)
        return items

    return Block(node.id, wide, height, place, fills=True, edge=True, overlay=True)


def _note(text: str, wide: float, face: Face, fonts: Fonts) -> Flow:
    return flow((Span(text),), wide, face, fonts, lines_most=3, align="centre")


def _height(node: Picture, sight: Sight, wide: float, metrics: Metrics) -> float:
    """A header is cut to 1.91:1 when it is taller; a picture of its own keeps its shape."""
    shape = sight.height / max(1, sight.width)
    if node.standalone:
        return round(wide * min(_HIGHEST, max(_LOWEST, shape)))
    return round(wide * max(1 / _WIDEST_HEADER, min(1 / metrics.media_ratio, shape)))


def _sheet(node: Document, x: float, y: float, fonts: Fonts) -> list[Item]:
    """A sheet of paper in the colour of the kind of file, with its short name on it."""
    role = FILE_ROLES.get(node.detail.lower(), "file")
    items: list[Item] = [Icon("sheet", x - 3, y, 34, role)]
    if node.detail and len(node.detail) <= 4:
        face = Face(9, 12, "on_scrim", frozenset({"bold"}))
        label = flow((Span(node.detail),), 28, face, fonts, align="centre")
        items += label.place(x, y + 17, 28)
    return items


def document(node: Document, width: float, fonts: Fonts, metrics: Metrics) -> Block:
    """A document's card: icon, name in at most two lines, type and size, what is wrong with it."""
    sight = node.sight or NO_SIGHT
    mark: Mark = "missing" if node.missing else ""
    face = Face(metrics.text - 1, 19)
    space = width + metrics.pad_left + metrics.pad_right - 2 * metrics.pad_media - 62
    rows = [flow((Span(node.name, (), mark),), space, face, fonts, lines_most=2)]
    quiet = Face(metrics.small - 1, 16, "meta")
    detail = node.detail if sight.fault or not sight.note else sight.note
    if detail:
        rows.append(flow((Span(detail),), space, quiet, fonts))
    if sight.fault:
        warning = Face(metrics.small, metrics.small_line, "missing")
        rows.append(flow((Span(sight.note),), space, warning, fonts, lines_most=4))
    words_high = sum(row.height for row in rows)
    card = max(54.0, words_high + 18)
    height = card + (ACTION_ROOM - 6 if sight.room else 0)

    def place(x: float, y: float, inside: float) -> list[Item]:
        top = y + (card - words_high) / 2
        items: list[Item] = [
            Shape("inset", x, y, inside, height, metrics.media_radius),
            *_sheet(node, x + 12, y + (card - 34) / 2, fonts),
        ]
        for row in rows:
            items += row.place(x + 52, top, space)
            top += row.height
        return items

    return Block(node.id, rows[0].wide + 62, height, place, fills=True, edge=True)
