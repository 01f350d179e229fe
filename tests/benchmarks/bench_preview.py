"""Keystroke to painted preview beside one QTextDocument with the same text, in the same run.

    python tests/benchmarks/bench_preview.py

The heaviest message: a header, a body of 1,024 characters in 24 formatted runs, a footer and three
buttons, at 2x, in every look, light and dark, with warm fonts. Each keystroke makes a new text: a
letter more or less at one of eight places, or all of the text at once as when one is pasted over.
As in the window, the picture of the keystroke before stays where it looks the same (a QTextDocument
is made, laid out and painted whole each time), and garbage is collected between keystrokes by the
window's own collector, as often as there.
What counts are the ratios; the aim is a 99th percentile within twice the document's median.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import product

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import Figure, Growth, table
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument

from wa_composer.message.draft import read
from wa_composer.preview import changes, layout, paint, scene, theme
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.placed import Placed
from wa_composer.ui.collector import Collector

HEIGHT, SCALE = 900, 2
KEYSTROKES = 400
WARM_UP = 20
SECOND = 8
"""Keystrokes of somebody who types fast."""
SENTENCE = "Hello *Ada*, your parcel {n} leaves our _warehouse_ today and should reach you soon. "
LENGTHS = (256, 512, 1024, 2048, 4096)
BESIDE = "the median of one QTextDocument with the same text"
AIM, AIM_GROWTH = 2.0, 6.0
HOSTILE = "א*b_~c😀é\u200d\u202e漢 "


def body(number: int, length: int = 1024, pattern: str = SENTENCE) -> str:
    """A text of exactly `length` characters that differs everywhere for each keystroke."""
    text = "".join(pattern.replace("{n}", f"{number}-{part}") for part in range(length))
    return text[: length - 6] + f"{number:06d}"


def typed(number: int, length: int = 1024, pattern: str = SENTENCE) -> str:
    """A text with one letter more or less than the one before.

    Eight letters are typed at each of eight places, the last of them the end, and taken away again.
    """
    base = body(0, length - 64, pattern)
    step = number % 128
    letters = step if step <= 64 else 128 - step
    found = []
    for place in range(8):
        piece = base[place * len(base) // 8 : (place + 1) * len(base) // 8]
        found.append(piece + "abcdefgh"[: min(8, max(0, letters - 8 * place))])
    return "".join(found)


KEYS = {"a letter": typed, "all of it": body}


def message(text: str) -> object:
    """The request with three buttons, as the form hands it over."""
    titles = ("8 to 12 o'clock", "17 to 20 o'clock", "Another day")
    buttons = [{"type": "reply", "reply": {"id": t, "title": t}} for t in titles]
    interactive = {
        "type": "button",
        "header": {"type": "text", "text": "Delivery of order 1042"},
        "body": {"text": text},
        "footer": {"text": "Reply STOP to opt out of messages"},
        "action": {"buttons": buttons},
    }
    content = {"type": "interactive", "interactive": interactive}
    return {"messages": [{"phoneNumber": "+12025550100", "message": content}]}


def times(works: Sequence[Callable[[str], None]], texts: Sequence[str]) -> list[list[float]]:
    """Milliseconds of processor time of each work, in turn for each text, after a warm-up.

    Processor time of this thread, so that what else runs on the machine counts less.
    """
    found: list[list[float]] = [[] for _ in works]
    gc.collect()
    collector = Collector()
    for number, text in enumerate(texts):
        for work, taken in zip(works, found, strict=True):
            start = time.thread_time()
            work(text)
            if number >= WARM_UP:
                taken.append((time.thread_time() - start) * 1000)
        if number % SECOND == 0:
            collector.collect()
    collector.stop()
    return found


class Bench:
    """A set of fonts, and ways to put a text on an image of their own."""

    def __init__(self, look: theme.LookName, dark: bool) -> None:
        self.look = theme.LOOKS[look]
        self.colours = self.look.colours(dark)
        self.width = self.look.column
        self.fonts = Fonts()
        size = self.width * SCALE, HEIGHT * SCALE
        self.page = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self.window = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self.shown: list[Placed] = []
        self.bubble = self._lay_out(body(0))[0].box("body").width

    def document(self, text: str) -> None:
        """What a QTextDocument of the bubble's width takes."""
        document = QTextDocument()
        faces = self.fonts.of(self.look.name)  # the same letters, so that only the work differs
        document.setDefaultFont(faces.font(self.look.metrics.text))
        document.setPlainText(text)
        document.setTextWidth(self.bubble)
        painter = QPainter(self.page)
        painter.scale(SCALE, SCALE)
        painter.fillRect(QRectF(0, 0, self.width, HEIGHT), "white")
        document.drawContents(painter)
        painter.end()

    def keystroke(self, text: str) -> None:
        """Reading, checking, building, laying out, and painting what looks different."""
        placed = self._lay_out(text)
        areas = changes.changed(self.shown, placed) if self.shown else None
        if areas is None:
            areas = [QRectF(0, 0, self.width, HEIGHT)]
        painter = QPainter(self.window)
        painter.scale(SCALE, SCALE)
        paint.renew(painter, areas, placed, self.colours)
        painter.end()
        self.shown = placed

    def _lay_out(self, text: str) -> list[Placed]:
        outgoing = read(message(text)).request.messages[0]
        view = scene.View(look=self.look.name)
        return [layout.layout(scene.build(outgoing, None, view), self.width, self.fonts)]


def figures() -> tuple[list[Figure], Growth]:
    """The 99th percentile of a keystroke in every look, and how it grows with hostile text."""
    application = QGuiApplication.instance() or QGuiApplication([])
    found = []
    for look, dark in product(theme.LOOKS, (False, True)):
        bench = Bench(look, dark)
        for what, key in KEYS.items():
            texts = [key(number) for number in range(KEYSTROKES)]
            document, keystroke = times((bench.document, bench.keystroke), texts)
            name = f"keystroke, {look}, {'dark' if dark else 'light'}, changes {what}: "
            unit = statistics.median(document)
            late = statistics.quantiles(keystroke, n=100)[98]
            middle = statistics.median(keystroke)
            found.append(Figure(name + "median", middle, unit, "ms", BESIDE))
            found.append(Figure(name + "p99", late, unit, "ms", BESIDE, AIM))
    growth = _growth()
    points = dict(growth.lines["hostile"])
    four = "4,096 hostile characters"
    found.append(Figure(four, points[4096], points[1024], "ms", "1,024 of them", AIM_GROWTH))
    del application
    return found, growth


def _growth() -> Growth:
    bench = Bench("android", False)
    lines = {}
    for name, pattern in (("ordinary", SENTENCE), ("hostile", HOSTILE)):
        points = []
        for length in LENGTHS:
            texts = [body(number, length, pattern) for number in range(80)]
            (taken,) = times((bench.keystroke,), texts)
            points.append((float(length), statistics.median(taken)))
        lines[name] = points
    return Growth("A keystroke that changes all of the text", "characters", "ms", lines)


if __name__ == "__main__":
    print(table(figures()[0]))
