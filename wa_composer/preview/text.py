"""Typed text to paragraphs that can be drawn: cleaned, bounded, formatted, addresses found.

Formatting is read after values are filled in, as WhatsApp does; see `message.markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wa_composer.message.addresses import addresses, may_hold_address
from wa_composer.message.markup import parse, parse_placed
from wa_composer.message.words import words
from wa_composer.preview.emoji import count_if_alone
from wa_composer.preview.nodes import Paragraph, Role, Span, Text
from wa_composer.preview.values import Range, Tracker, as_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from wa_composer.message.definition import Piece
    from wa_composer.message.words import Words

    Say = Callable[[Words], str]

CHARACTERS_MOST = 4096
"""What WhatsApp itself bounds a text to; more is cut, and the picture says so."""
PARAGRAPHS_MOST = 240
"""Lines as typed that are drawn: about 4,800 px, far above anything that is read on a phone."""

_UNDRAWABLE = re.compile("[\ud800-\udfff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_STAND_INS = range(0xF0000, 0xF0000 + CHARACTERS_MOST + 1)  # more than a text can hold
"""Private characters: neither letter, digit nor space."""


def clean(text: str) -> str:
    """`text` with what no font can draw (lone surrogates, controls) shown as U+FFFD."""
    return _UNDRAWABLE.sub("\ufffd", text)


def shortened(text: str, most: int) -> str:
    """`text` in one line, cleaned, cut with an ellipsis after `most` characters."""
    flat = _BREAK.sub(" ", clean(text[: most + 1]))
    return flat if len(flat) <= most else flat[:most] + "…"


def plain(identity: str, role: Role, text: str, say: Say) -> Text:
    """A text without formatting: headers; and footers, whose addresses are live."""
    links = role == "footer"
    return _text(identity, role, ((text, ()),), len(text) > CHARACTERS_MOST, say, links=links)


def formatted(identity: str, text: str, say: Say) -> Text:
    """A body or caption with WhatsApp's formatting."""
    return _text(identity, "body", _runs(text), len(text) > CHARACTERS_MOST, say)


def filled(
    identity: str,
    role: Role,
    pieces: Sequence[Piece],
    say: Say,
    places: Mapping[str, int] | None = None,
) -> Text:
    """A template's text with its values in place; the values not given stay as marked names.

    `places` has the number of each placeholder's field: what it gave is part "body:N".
    """
    stand_in = ""
    if any(piece.kind == "missing" for piece in pieces):
        given = "".join(piece.text for piece in pieces if piece.kind != "missing")
        stand_in = _stand_in(given[:CHARACTERS_MOST])
    text = "".join(stand_in if piece.kind == "missing" else piece.text for piece in pieces)
    names = [clean(piece.text) for piece in pieces if piece.kind == "missing"]
    cut = len(text) > CHARACTERS_MOST
    links = role != "header"
    if role != "body":
        return _text(identity, role, ((text, ()),), cut, say, stand_in, names, links=links)
    runs, stretches = parse_placed(text[:CHARACTERS_MOST])
    values = as_shown(_ranges(identity, pieces, places or {}), stretches)
    return _text(identity, role, runs, cut, say, stand_in, names, values)


def _ranges(identity: str, pieces: Sequence[Piece], places: Mapping[str, int]) -> Iterator[Range]:
    at = 0
    for piece in pieces:
        end = at + (1 if piece.kind == "missing" else len(piece.text))
        if piece.placeholder in places:
            yield Range(at, end, f"{identity}:{places[piece.placeholder]}")
        at = end


def _runs(text: str) -> Sequence[tuple[str, tuple[str, ...]]]:
    return parse(text[:CHARACTERS_MOST])


def _stand_in(text: str) -> str:
    """One character that is not in `text`: it holds a placeholder's place through the markup."""
    return next(chr(code) for code in _STAND_INS if chr(code) not in text)


def _text(
    identity: str,
    role: Role,
    runs: Sequence[tuple[str, tuple[str, ...]]],
    cut: bool,
    say: Say,
    stand_in: str = "",
    names: Sequence[str] = (),
    values: Sequence[Range] = (),
    *,
    links: bool = True,
) -> Text:
    waiting = iter(names)
    links = links and may_hold_address("".join([text for text, _ in runs]))
    lines: list[list[Span]] = [[]]
    simple = not (links or stand_in)
    tracker, shown = Tracker(), 0
    for text, styles in runs:
        text = text[:CHARACTERS_MOST]
        usual = text.isprintable()  # nothing in it is cleaned away or breaks a line
        if usual and simple and text and not values:  # most are like that
            lines[-1].append(Span(text, styles))
            continue
        for number, (at, line) in enumerate(((0, text),) if usual else _lines(clean(text))):
            if number:
                lines.append([])
            spans = [Span(line, styles)] if line else []
            if line and not simple:
                spans = list(_spans(line, styles, stand_in, waiting, links=links))
            lines[-1].extend(spans)
            if values:
                tracker.note(len(lines) - 1, shown + at, spans)
        shown += len(text)
    if len(lines) > PARAGRAPHS_MOST:
        del lines[PARAGRAPHS_MOST:]
        cut = True
    paragraphs = [_paragraph(tuple(line)) for line in lines]
    for number, found in tracker.values(values).items():
        if number < len(paragraphs):
            paragraphs[number] = replace(paragraphs[number], values=found)
    emoji = count_if_alone(paragraphs[0].text) if role == "body" and len(paragraphs) == 1 else 0
    if cut:
        note = say(words("… the picture ends here, the message goes on"))
        paragraphs.append(Paragraph((Span(note, (), "note"),)))
    return Text(identity, role, tuple(paragraphs), emoji)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for found in _BREAK.finditer(text):
        yield at, text[at : found.start()]
        at = found.end()
    yield at, text[at:]


def _spans(
    line: str, styles: tuple[str, ...], stand_in: str, names: Iterator[str], *, links: bool
) -> Iterator[Span]:
    pieces = line.split(stand_in) if stand_in else [line]
    for number, piece in enumerate(pieces):
        if number:
            yield Span(next(names, ""), styles, "missing")
        if piece:
            yield from _addresses(piece, styles) if links else (Span(piece, styles),)


def _addresses(text: str, styles: tuple[str, ...]) -> Iterator[Span]:
    done = 0
    for start, end in addresses(text, 0, len(text)):
        if start < done:  # a mail address inside a web address
            continue
        if start > done:
            yield Span(text[done:start], styles)
        yield Span(text[start:end], styles, "link")
        done = end
    if done < len(text):
        yield Span(text[done:], styles)


def _paragraph(spans: tuple[Span, ...]) -> Paragraph:
    style = spans[0].styles[0] if spans and spans[0].styles else ""
    if style.startswith("number:"):
        return Paragraph(spans, "number", style.removeprefix("number:") + ".")
    if style == "bullet":
        return Paragraph(spans, "bullet", "•")
    if style == "quote":
        return Paragraph(spans, "quote")
    if spans and all("monoblock" in span.styles for span in spans):
        return Paragraph(spans, "code")
    return Paragraph(spans)
