"""`preview FILE -o OUT.png`: the picture of a message as its reader will see it."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from wa_composer.commands.console import Console, Stop, reason
from wa_composer.commands.source import add_file, read_raw
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.preview.scene import Scene

HELP = "draw a message into a picture, without a display"
WIDTH, WIDTH_MIN, WIDTH_MAX = 360, 200, 2000
SCALE, SCALE_MIN, SCALE_MAX = 2.0, 0.5, 8.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, OUT, and how it is drawn."""
    add_file(parser)
    parser.add_argument("-o", "--output", metavar="OUT.png", required=True, help="the PNG to write")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument(
        "--width", metavar="PX", type=_width, default=WIDTH, help=f"of the phone, usually {WIDTH}"
    )
    parser.add_argument(
        "--scale", metavar="N", type=_scale, default=SCALE, help="picture points per PX, usually 2"
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """0 with the picture written, whatever is wrong with the message."""
    from wa_composer.message.draft import read

    draft = read(read_raw(args.file, console))
    if not draft.request.messages:
        raise Stop(words("{file} holds no message to draw.", file=args.file))
    application = _qt()
    from wa_composer.preview.picture import render, save_png

    try:
        image = render(
            _scenes(draft.request.messages),
            theme=args.theme,
            width=args.width,
            scale=args.scale,
        )
        save_png(image, args.output)
    except OSError as error:
        raise Stop(
            words("{file} cannot be written: {reason}.", file=args.output, reason=reason(error))
        ) from error
    del application
    return 0


def _qt() -> Any:
    """A Qt without a display; it has to live as long as anything is drawn."""
    if sys.platform not in ("win32", "darwin"):
        # Whatever the session offers: a picture needs none of it, and a dead display ends Qt.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication(["wa-composer"])


def _scenes(messages: Any) -> list[Scene]:
    from wa_composer.preview.scene import build
    from wa_composer.services import shipped_templates
    from wa_composer.storage.paths import home
    from wa_composer.storage.templates import Templates

    library = Templates(home(), shipped_templates())
    return [build(outgoing, _definition(library, outgoing.message)) for outgoing in messages]


def _definition(library: Any, message: Any) -> Any:
    from wa_composer.message.definition import read_definition

    if message.kind != "template":
        return None
    found = library.get(message.name, message.language_code)
    return None if found is None else read_definition(found)


def _width(text: str) -> int:
    number = int(text)
    if not WIDTH_MIN <= number <= WIDTH_MAX:
        raise argparse.ArgumentTypeError(f"must be {WIDTH_MIN} to {WIDTH_MAX}")
    return number


def _scale(text: str) -> float:
    number = float(text)
    if not SCALE_MIN <= number <= SCALE_MAX:  # also false for nan
        raise argparse.ArgumentTypeError(f"must be {SCALE_MIN:g} to {SCALE_MAX:g}")
    return number
