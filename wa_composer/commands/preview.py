"""`preview FILE`: the picture of a message as its reader will see it, or what it shows as JSON."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from wa_composer.commands.console import Console, Stop, reason
from wa_composer.commands.source import add_file, pretty, problem_lines, read_raw, shown_name
from wa_composer.commands.wordings import Wordings, add_template, wordings
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition
    from wa_composer.preview.nodes import View
    from wa_composer.preview.scene import Scene

HELP = "draw a message into a picture, without a display"
WIDTH, WIDTH_MIN, WIDTH_MAX = 360, 200, 2000
SCALE, SCALE_MIN, SCALE_MAX = 2.0, 0.5, 8.0
THEMES, LOOKS, SIDES = ("light", "dark"), ("android", "ios", "web"), ("customer", "business")


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, OUT, and how it is drawn."""
    add_file(parser)
    out = parser.add_mutually_exclusive_group(required=True)
    out.add_argument("-o", "--output", metavar="OUT.png", help="the PNG to write")
    out.add_argument("--describe", action="store_true", help="print what it shows, as JSON")
    add_template(parser)
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    parser.add_argument("--look", choices=LOOKS, default=LOOKS[0])
    parser.add_argument("--side", choices=SIDES, default=SIDES[0])
    parser.add_argument(
        "--width", metavar="PX", type=_width, default=WIDTH, help=f"of the phone, usually {WIDTH}"
    )
    parser.add_argument(
        "--scale", metavar="N", type=_scale, default=SCALE, help="picture points per PX, usually 2"
    )
    parser.add_argument(
        "--folded",
        action="store_true",
        help="end long template bodies in the picture with “Read more”; described they are whole",
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """0 with the picture written or told, whatever is wrong with the message."""
    from wa_composer.message.draft import read
    from wa_composer.message.fitting import misfits
    from wa_composer.preview.nodes import View
    from wa_composer.preview.scene import build

    draft = read(read_raw(args.file, console))
    if not draft.request.messages:
        raise Stop(words("{file} holds no message to draw.", file=shown_name(args.file)))
    known = wordings(args.template, console)
    view: View = View(args.side, args.look, folded=args.folded)
    scenes = [build(one, _wording(one.message, known), view) for one in draft.request.messages]
    for line in problem_lines(misfits(draft.request, known)):
        console.say(line)
    if args.describe:
        from wa_composer.preview.described import describe_json

        console.result(pretty(describe_json(scenes)))
    else:
        _draw(scenes, args)
    return 0


def _wording(message: Any, known: Wordings) -> Definition | None:
    if message.kind != "template":
        return None
    return known.definition(message.name, message.language_code)


def _draw(scenes: list[Scene], args: argparse.Namespace) -> None:
    application = _qt()
    from wa_composer.preview.picture import PictureTooLarge, render, save_png

    try:
        image = render(scenes, theme=args.theme, width=args.width, scale=args.scale)
        save_png(image, args.output)
    except PictureTooLarge as error:
        raise Stop(
            words(
                "The picture would be more than {most} points high, which cannot be drawn; "
                "choose a smaller --scale, or fewer messages.",
                most=error.most,
            )
        ) from error
    except OSError as error:
        raise Stop(
            words("{file} cannot be written: {reason}.", file=args.output, reason=reason(error))
        ) from error
    del application


def _qt() -> Any:
    """A Qt without a display; it has to live as long as anything is drawn."""
    if sys.platform not in ("win32", "darwin"):
        # Whatever the session offers: a picture needs none of it, and a dead display ends Qt.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication(["wa-composer"])


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
