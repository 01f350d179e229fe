"""While much changes at once, nothing is drawn: at the end it is, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing


@contextmanager
def still(window: MainWindow, pane: ComposerPane, composing: Composing) -> Iterator[None]:
    """Of all that changes meanwhile one picture is made at the end, and form and it are painted.

    Keys, clicks and the bar with Send go on; it is for a moment that nobody notices.
    """
    pane.setUpdatesEnabled(False)
    window.preview.setUpdatesEnabled(False)
    try:
        yield
    finally:
        window.preview.setUpdatesEnabled(True)
        composing.show_draft(composing.composer.draft)
        pane.setUpdatesEnabled(True)
