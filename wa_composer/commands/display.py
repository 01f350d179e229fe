"""Whether a window can open here, asked before Qt is: Qt ends the process when it cannot."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from wa_composer.message.words import Words, words

SECONDS = 3.0
_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_REMOTE = re.compile(r"(.+):(\d+)(?:\.\d+)?")


def display_problem(environ: Mapping[str, str], platform: str = sys.platform) -> Words | None:
    """Why no window can open, None when one can (or another part of Qt shall decide).

    Windows and macOS always have a display for a program that a person started.
    """
    if platform in ("win32", "darwin", "cygwin") or environ.get("QT_QPA_PLATFORM"):
        return None
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return words(
            "There is no display for the window: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "The commands work without one: wa-composer --help"
        )
    if wayland and _wayland_answers(wayland, environ):
        return None
    if display and _x_answers(display):
        return None
    return words(
        "There is no display for the window: {display} does not answer. The commands work "
        "without one: wa-composer --help",
        display=display or wayland,
    )


def _wayland_answers(name: str, environ: Mapping[str, str]) -> bool:
    path = Path(environ.get("XDG_RUNTIME_DIR", "/")) / name  # an absolute name stands alone
    return _local_answers(str(path))


def _x_answers(display: str) -> bool:
    local = _LOCAL.fullmatch(display)
    if local:
        path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - X11's own fixed place
        return _local_answers("\0" + path) or _local_answers(path)
    remote = _REMOTE.fullmatch(display)
    if remote and not display.startswith("/"):
        return _connects(socket.AF_INET, (remote[1], 6000 + int(remote[2])))
    return True  # a form not known here, as XQuartz's: Qt decides


def _local_answers(path: str) -> bool:
    if sys.platform == "win32":
        return False
    return _connects(socket.AF_UNIX, path)


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(SECONDS)
        try:
            probe.connect(address)
        except (OSError, OverflowError):
            return False
    return True
