"""Keystroke to painted preview beside one QTextDocument with the same text, in the same run.

    python tests/benchmarks/bench_preview.py

A body of 1,024 characters, three buttons, 2x, fonts warm. Each keystroke makes a new text: a letter
at the end, a letter at the beginning (most lines break elsewhere then), or the whole text at once.
As in the window, the picture of the keystroke before stays where it looks the same (a QTextDocument
is made, laid out and painted whole each time), and garbage is collected between keystrokes.
What counts are the ratios; the aim is a 99th percentile within twice the document's median.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument

from wa_composer.message.draft import read
from wa_composer.preview import changes, layout, paint, scene, theme
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.placed import Placed

WIDTH, HEIGHT, SCALE = 360, 900, 2
KEYSTROKES = 400
WARM_UP = 20
SENTENCE = "Hello *Ada*, your parcel {n} leaves our _warehouse_ today and should reach you soon. "
PLAIN = SENTENCE.replace("*", "").replace("_", "")
HOSTILE = "א*b_~c😀é\u200d\u202e漢 "


def body(number: int, length: int = 1024, pattern: str = SENTENCE) -> str:
    """A text of exactly `length` characters that differs everywhere for each keystroke."""
    text = "".join(pattern.replace("{n}", f"{number}-{part}") for part in range(length))
    return text[: length - 6] + f"{number:06d}"


def at_end(number: int, length: int = 1024, pattern: str = SENTENCE) -> str:
    """A text that grows by a letter at its end, up to `length`, and then begins anew."""
    grown = length - KEYSTROKES + number
    return body(0, length, pattern)[:grown] + "abcdefgh"[number % 8]


def at_start(number: int, length: int = 1024, pattern: str = SENTENCE) -> str:
    """A text that grows by a letter in its first line."""
    word = "".join("abcdefgh"[place % 8] for place in range(number % 16))
    return f"Dear {word}{number % 7} " + body(0, length - 24, pattern)


KEYS = {"at the end": at_end, "at the beginning": at_start, "everywhere": body}


def message(text: str) -> object:
    """The request with three buttons, as the form hands it over."""
    titles = ("8 to 12 o'clock", "17 to 20 o'clock", "Another day")
    buttons = [{"type": "reply", "reply": {"id": t, "title": t}} for t in titles]
    interactive = {"type": "button", "body": {"text": text}, "action": {"buttons": buttons}}
    content = {"type": "interactive", "interactive": interactive}
    return {"messages": [{"phoneNumber": "+12025550100", "message": content}]}


def times(works: Sequence[Callable[[str], None]], texts: Sequence[str]) -> list[list[float]]:
    """Milliseconds of processor time of each work, in turn for each text, after a warm-up.

    Processor time of this thread, so that what else runs on the machine counts less.
    """
    found: list[list[float]] = [[] for _ in works]
    gc.collect()
    gc.disable()
    for number, text in enumerate(texts):
        for work, taken in zip(works, found, strict=True):
            start = time.thread_time()
            work(text)
            if number >= WARM_UP:
                taken.append((time.thread_time() - start) * 1000)
        if number % 50 == 0:
            gc.collect()
    gc.enable()
    return found


class Bench:
    """A set of fonts, and ways to put a text on an image of their own."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.page, self.window = _image(), _image()
        self.shown: list[Placed] = []

    def document(self, text: str) -> None:
        """What a QTextDocument of the bubble's width takes."""
        document = QTextDocument()
        document.setDefaultFont(self.fonts.font(theme.ANDROID.text))
        document.setPlainText(text)
        document.setTextWidth(WIDTH * theme.ANDROID.share - 17)
        painter = QPainter(self.page)
        painter.scale(SCALE, SCALE)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), "white")
        document.drawContents(painter)
        painter.end()

    def whole(self, text: str) -> None:
        """Reading, checking, building, laying out, painting all of the window."""
        placed = self._lay_out(text)
        painter = QPainter(self.page)
        painter.scale(SCALE, SCALE)
        paint.chat(painter, QRectF(0, 0, WIDTH, HEIGHT), placed, theme.LIGHT)
        painter.end()

    def keystroke(self, text: str) -> None:
        """All of it too, but only what looks different is painted."""
        placed = self._lay_out(text)
        areas = changes.changed(self.shown, placed) if self.shown else None
        if areas is None:
            areas = [QRectF(0, 0, WIDTH, HEIGHT)]
        painter = QPainter(self.window)
        painter.scale(SCALE, SCALE)
        paint.renew(painter, areas, placed, theme.LIGHT)
        painter.end()
        self.shown = placed

    def _lay_out(self, text: str) -> list[Placed]:
        outgoing = read(message(text)).request.messages[0]
        return [layout.layout(scene.build(outgoing), WIDTH, self.fonts)]


def _image() -> QImage:
    return QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_ARGB32_Premultiplied)


def show(name: str, found: list[float], unit: float) -> None:
    """One line: milliseconds, and how many of the document's medians they are."""
    middle, late = statistics.median(found), statistics.quantiles(found, n=100)[98]
    print(
        f"{name:34} median {middle:6.2f} ms ({middle / unit:4.2f}x)   "
        f"p99 {late:6.2f} ms ({late / unit:4.2f}x)"
    )


def main() -> None:
    """Prints the ratios."""
    application = QGuiApplication([])
    bench = Bench()
    unit = 1.0
    for name, pattern in (("plain", PLAIN), ("with 24 formatted runs", SENTENCE)):
        for where, key in KEYS.items():
            texts = [key(number, pattern=pattern) for number in range(KEYSTROKES)]
            document, keystroke, whole = times(
                (bench.document, bench.keystroke, bench.whole), texts
            )
            unit = statistics.median(document)
            print(f"1,024 characters, {name}, a change {where}")
            show("QTextDocument, plain", document, unit)
            show("keystroke (read to paint)", keystroke, unit)
            show("painted whole, as when exposed", whole, unit)
    print("aim: p99 of a keystroke within 2.00x\n")
    growth = []
    for length in (1024, 4096):
        hostile = [body(number, length, HOSTILE) for number in range(80)]
        (found,) = times((bench.keystroke,), hostile)
        growth.append(statistics.median(found))
        show(f"{length} hostile characters", found, unit)
    print(f"growth {growth[1] / growth[0]:.2f}x for 4x the characters; aim: at most 6x")
    del application


if __name__ == "__main__":
    main()
