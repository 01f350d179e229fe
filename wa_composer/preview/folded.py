"""The last lines of a folded body: as much of them as leaves room for "Read more"."""

from __future__ import annotations

from collections.abc import Sequence

from wa_composer.preview.broken import Flow
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import flow
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Span
from wa_composer.preview.pieces import first

_TRIES = 12
_BEFORE_DOTS = ".,;:…"
"""What is not left standing before the dots: "that…" and not "that.…"."""


def folded(
    spans: Sequence[Span], width: float, face: Face, fonts: Fonts, lines: int, read_more: str
) -> Flow:
    """The beginning of `spans` in at most `lines` lines, which end with "… Read more"."""
    end = (Span("… "), Span(read_more, (), "link"))
    kept = _rstripped(first(spans, flow(spans, width, face, fonts, stop_after=lines).letters))
    made = flow((*kept, *end), width, face, fonts)
    for _ in range(_TRIES):
        if len(made.lines) <= lines or not kept:
            break
        kept = _shorter(kept)
        made = flow((*kept, *end), width, face, fonts)
    return made


def _shorter(spans: Sequence[Span]) -> Sequence[Span]:
    """Without the last word, or without some letters of a very long one."""
    text = "".join(span.text for span in spans)
    cut = text.rstrip().rfind(" ")
    return _rstripped(first(spans, cut if len(text) - cut < 24 and cut >= 0 else len(text) - 8))


def _rstripped(spans: Sequence[Span]) -> Sequence[Span]:
    text = "".join(span.text for span in spans)
    return first(spans, len(text.rstrip().rstrip(_BEFORE_DOTS).rstrip()))
