"""Laid out texts are kept from keystroke to keystroke, within bounds, and let go one by one."""

from __future__ import annotations

import weakref

from wa_composer.preview.fonts import KEPT_LETTERS, KEPT_THINGS, Fonts


class Laid:
    """Stands for a laid out text."""

    def __init__(self, letters: int) -> None:
        self.letters = letters


def test_each_new_text_lets_go_of_about_as_much_as_it_brings() -> None:
    fonts, alive, letters = Fonts(), weakref.WeakSet[Laid](), 300
    before, most = 0, 0
    for number in range(3 * KEPT_LETTERS // letters):
        alive.add(fonts.kept(number, lambda: Laid(letters)))
        most = max(most, before + 1 - len(alive))
        before = len(alive)
    assert most == 1
    assert len(alive) == KEPT_LETTERS // letters


def test_short_texts_are_bounded_by_their_number() -> None:
    fonts, alive = Fonts(), weakref.WeakSet[Laid]()
    for number in range(2 * KEPT_THINGS):
        alive.add(fonts.kept(number, lambda: Laid(1)))
    assert len(alive) == KEPT_THINGS


def test_what_is_used_again_is_not_let_go_of() -> None:
    fonts = Fonts()
    used = fonts.kept("used", lambda: Laid(9))
    for number in range(2 * KEPT_THINGS):
        fonts.kept(number, lambda: Laid(9))
        assert fonts.kept("used", lambda: Laid(9)) is used
