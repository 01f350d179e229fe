"""The first window fits the screen it opens on."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from wa_composer import app as application
from wa_composer.ui.main_window import FIRST_SIZE


def test_the_first_window_is_no_larger_than_the_screen_or_its_own_least(qapp: QApplication) -> None:
    window, _ = application.make_window(qapp)
    screen, least = window.screen().availableSize(), window.minimumSize()
    assert window.width() == max(min(FIRST_SIZE[0], screen.width()), least.width())
    assert window.height() == max(min(FIRST_SIZE[1], screen.height()), least.height())
    window.close()
    window.deleteLater()


def test_the_window_can_be_made_as_small_as_its_screen(qapp: QApplication) -> None:
    window, _ = application.make_window(qapp)
    screen, least = window.screen().availableSize(), window.minimumSize()
    assert least.boundedTo(screen) == least
    window.close()
    window.deleteLater()
