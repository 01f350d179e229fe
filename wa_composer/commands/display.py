"""Whether a window can open here, asked before Qt is: Qt ends the process when it cannot."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from wa_composer.message.words import Words, words

SECONDS = 3.0
_LOCAL = re.compile(r"(?:unix)?:\d+(?:\.\d+)?")
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
        "There is no display for the window: {display} does not answer, or does not let this user "
        "in. The commands work without one: wa-composer --help",
        display=display or wayland,
    )


def _wayland_answers(name: str, environ: Mapping[str, str]) -> bool:
    path = Path(environ.get("XDG_RUNTIME_DIR", "/")) / name  # an absolute name stands alone
    return _local_answers(str(path))


def _x_answers(display: str) -> bool:
    if _LOCAL.fullmatch(display):
        return _x_lets_in(display)
    remote = _REMOTE.fullmatch(display)
    if remote and not display.startswith("/"):
        import socket

        address = (remote[1], 6000 + int(remote[2]))
        # Asked first since this has an end: the library would wait for minutes.
        return _connects(socket.AF_INET, address) and _x_lets_in(display)
    return True  # a form not known here, as XQuartz's: Qt decides


def _x_lets_in(display: str) -> bool:
    """Asked as Qt asks, with the same library, so that what this user may not open is found too."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt says which library it misses
    xcb.xcb_connect.restype = ctypes.c_void_p
    screen = ctypes.c_int()  # told of it, the library refuses a screen that is not there
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), ctypes.byref(screen)))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _local_answers(path: str) -> bool:
    import socket

    if sys.platform == "win32":
        return False
    return _connects(socket.AF_UNIX, path)


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    import socket  # a hundredth of the time to the first paint, and not needed on most displays

    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(SECONDS)
        try:
            probe.connect(address)
        except (OSError, OverflowError):
            return False
    return True
