"""A fault of the program itself: written down and shown without a word of what was typed."""

from __future__ import annotations

import logging
import traceback

_log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """Write into the program's log lines what went wrong and where; the same for the person.

    The error's own text is left out: it may hold what was typed.
    """
    kind, where = type(error).__name__, "".join(traceback.format_tb(error.__traceback__))
    _log.error("unexpected %s\n%s", kind, where)
    return f"{kind}\n{where}"
