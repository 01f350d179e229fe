"""`preview FILE`: the picture of a message as its reader will see it, or what it shows as JSON."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wa_composer.commands.console import Console, Stop, reason
from wa_composer.commands.source import add_file, pretty, read_pasted, read_raw, shown_name
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition
    from wa_composer.message.words import Words
    from wa_composer.preview.nodes import View
    from wa_composer.preview.scene import Scene

HELP = "draw a message into a picture, without a display"
WIDTH, WIDTH_MIN, WIDTH_MAX = 360, 200, 2000
SCALE, SCALE_MIN, SCALE_MAX = 2.0, 0.5, 8.0
THEMES, LOOKS, SIDES = ("light", "dark"), ("android", "ios", "web"), ("customer", "business")
Find = Callable[[Any], "Definition | None"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, OUT, and how it is drawn."""
    add_file(parser)
    out = parser.add_mutually_exclusive_group(required=True)
    out.add_argument("-o", "--output", metavar="OUT.png", help="the PNG to write")
    out.add_argument("--describe", action="store_true", help="print what it shows, as JSON")
    parser.add_argument(
        "--template", metavar="DEF.json", help="the template's own text, not from the library"
    )
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
        "--folded", action="store_true", help="end long template bodies with “Read more”"
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """0 with the picture written or told, whatever is wrong with the message."""
    from wa_composer.message.draft import read
    from wa_composer.preview.nodes import View
    from wa_composer.preview.scene import build

    draft = read(read_raw(args.file, console))
    if not draft.request.messages:
        raise Stop(words("{file} holds no message to draw.", file=shown_name(args.file)))
    find = _from_file(args.template, console) if args.template else _from_library()
    view: View = View(args.side, args.look, folded=args.folded)
    scenes = [build(one, find(one.message), view) for one in draft.request.messages]
    if args.describe:
        from wa_composer.preview.described import describe_json

        console.result(pretty(describe_json(scenes)))
    else:
        _draw(scenes, args)
    return 0


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


def _from_library() -> Find:
    """Finds wordings in the template library."""
    from wa_composer.message.definition import read_definition
    from wa_composer.services import shipped_templates
    from wa_composer.storage.paths import home
    from wa_composer.storage.templates import Templates

    library = Templates(home(), shipped_templates())

    def find(message: Any) -> Definition | None:
        if message.kind != "template":
            return None
        found = library.get(message.name, message.language_code)
        return None if found is None else read_definition(found)

    return find


def _from_file(name: str, console: Console) -> Find:
    """Finds wordings in a file of definitions alone. A file's only one serves any template.

    Raises Stop when the file holds none. What does not fit is said once for each template.
    """
    from wa_composer.message.definition import read_definition
    from wa_composer.message.definitions import read_definitions

    shown = shown_name(name)
    known = [
        read_definition(one.raw) for one in read_definitions(read_pasted(name, console).raw).found
    ]
    if not known:
        raise Stop(words("{file} holds no template definition.", file=shown))
    said: set[tuple[str, str]] = set()

    def find(message: Any) -> Definition | None:
        if message.kind != "template":
            return None
        key = (message.name, message.language_code)
        exact = [one for one in known if (one.name, one.language) == key]
        chosen = exact[0] if exact else known[0] if len(known) == 1 else None
        if not exact and key not in said:
            said.add(key)
            console.say(_misfit(shown, chosen, key))
        return chosen

    return find


def _misfit(file: str, chosen: Definition | None, key: tuple[str, str]) -> Words:
    wanted = f"{key[0]} ({key[1]})"
    if chosen is None:
        return words("{file} has no text for {template}.", file=file, template=wanted)
    return words(
        "{file} holds {held}; it is drawn for {template}.",
        file=file,
        held=f"{chosen.name} ({chosen.language})",
        template=wanted,
    )


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
