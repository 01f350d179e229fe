"""Keystroke to painted preview beside one QTextDocument with the same text, in the same run.

    python tests/benchmarks/bench_preview.py

A body of 1,024 characters, three buttons, 2x; the fonts are warm and each keystroke is a new text.
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
from wa_composer.preview import layout, paint, scene, theme
from wa_composer.preview.fonts import Fonts

WIDTH, HEIGHT, SCALE = 360, 900, 2
KEYSTROKES = 400
WARM_UP = 20
SENTENCE = "Hello *Ada*, your parcel {n} leaves our _warehouse_ today and should reach you soon. "
PLAIN = SENTENCE.replace("*", "").replace("_", "")
HOSTILE = "א*b_~c😀é\u200d\u202e漢 "


def body(number: int, length: int = 1024, pattern: str = SENTENCE) -> str:
    """A text of exactly `length` characters that differs for each keystroke."""
    text = "".join(pattern.replace("{n}", f"{number}-{part}") for part in range(length))
    return text[: length - 6] + f"{number:06d}"


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
    for number, text in enumerate(texts):
        for work, taken in zip(works, found, strict=True):
            start = time.thread_time()
            work(text)
            if number >= WARM_UP:
                taken.append((time.thread_time() - start) * 1000)
    return found


class Bench:
    """One image, one set of fonts, three ways to put a text on it."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.image = QImage(
            WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_ARGB32_Premultiplied
        )

    def document(self, text: str) -> None:
        """What a QTextDocument of the bubble's width takes."""
        document = QTextDocument()
        document.setDefaultFont(self.fonts.font(theme.ANDROID.text))
        document.setPlainText(text)
        document.setTextWidth(WIDTH * theme.ANDROID.share - 17)
        painter = QPainter(self.image)
        painter.scale(SCALE, SCALE)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), "white")
        document.drawContents(painter)
        painter.end()

    def drawing(self, text: str) -> None:
        """Layout and paint alone, with the scene built before."""
        self._draw(self.scenes[text])

    def keystroke(self, text: str) -> None:
        """All of it: reading, checking, building, laying out, painting."""
        outgoing = read(message(text)).request.messages[0]
        self._draw(scene.build(outgoing))

    def prepare(self, texts: list[str]) -> None:
        """Builds the scenes for `drawing`."""
        self.scenes = {text: scene.build(read(message(text)).request.messages[0]) for text in texts}

    def _draw(self, built: scene.Scene) -> None:
        placed = layout.layout(built, WIDTH, self.fonts)
        painter = QPainter(self.image)
        painter.scale(SCALE, SCALE)
        paint.chat(painter, QRectF(0, 0, WIDTH, HEIGHT), [placed], theme.LIGHT)
        painter.end()


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
    for name, pattern in (("plain", PLAIN), ("with 24 formatted runs", SENTENCE)):
        texts = [body(number, pattern=pattern) for number in range(KEYSTROKES)]
        bench.prepare(texts)
        document, drawing, keystroke = times(
            (bench.document, bench.drawing, bench.keystroke), texts
        )
        unit = statistics.median(document)
        print(f"1,024 characters, {name}")
        show("QTextDocument, plain", document, unit)
        show("layout and paint", drawing, unit)
        show("keystroke (read to paint)", keystroke, unit)
    print("aim: p99 within 2.00x\n")
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
