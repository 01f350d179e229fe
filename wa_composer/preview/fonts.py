"""The faces the picture is drawn with, from the program's own files, read on first use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat

from wa_composer import assets
from wa_composer.preview.quiet import quiet

_FACES_OF_A_FAMILY = ("Regular", "Bold", "Italic", "BoldItalic")
FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSans-Italic.ttf",
    "NotoSans-BoldItalic.ttf",
    "NotoSansMono-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-Bold.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansThai-Bold.ttf",
    "NotoColorEmoji.ttf",
)
OWN = {
    look: (family, tuple(f"{family}-{face}.ttf" for face in _FACES_OF_A_FAMILY))
    for look, family in (("android", "Roboto"), ("ios", "Inter"))
}
"""The face of a look's device, or the free one nearest to it, and its files; else Noto Sans."""
_OTHERS = (
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Color Emoji",
)
_TEXT = ["Noto Sans", *_OTHERS]
_MONO = ["Noto Sans Mono", "Noto Sans", *_OTHERS]
_EMOJI = ["Noto Color Emoji", "Noto Sans"]
_MONO_SHARE = 0.92  # of the size: its letters look taller than those around it


KEPT_THINGS, KEPT_LETTERS = 768, 24_576
"""How much laid out text is kept: some megabytes at most."""


class _Laid(Protocol):
    @property
    def letters(self) -> int: ...


Made = TypeVar("Made", bound=_Laid)


class Fonts:
    """Fonts by size and style; one object per window, used on the GUI thread.

    Sizes are whole px: FreeType rounds others, so painters are scaled instead. Scripts without a
    file of ours come from the system's fonts. Raises `assets.MissingResource` on first use when
    the program's files are gone.
    """

    def __init__(self, files: Sequence[Path] | None = None) -> None:
        self._files = files
        self._looks: dict[str, Fonts] = {}
        self._own: tuple[str, tuple[str, ...]] = ("", ())
        self._added: set[Path] = set()
        self._made: dict[tuple[int, frozenset[str]], QFont] = {}
        self._formats: dict[tuple[int, frozenset[str], bool], QTextCharFormat] = {}
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._letters = 0
        self._loaded = False

    def of(self, look: str) -> Fonts:
        """The faces that a look is drawn with; its own files are read on their first use."""
        if look not in OWN or self._own[0]:
            return self
        found = self._looks.get(look)
        if found is None:
            found = self._looks[look] = Fonts(self._files)
            found._own, found._added = OWN[look], self._added
        return found

    def font(self, size: int, styles: frozenset[str] = frozenset()) -> QFont:
        """The font of `size` px for `bold`, `italic`, `strike`, `mono`, `emoji` in any mixture."""
        found = self._made.get((size, styles))
        if found is None:
            if not self._loaded:
                self._load()
            found = self._made[(size, styles)] = _font(size, styles, self._own[0])
        return found

    def format(self, size: int, styles: frozenset[str], *, unseen: bool = False) -> QTextCharFormat:
        """That font as a text format; with `unseen` it takes its room but is not drawn."""
        found = self._formats.get((size, styles, unseen))
        if found is None:
            found = self._formats[(size, styles, unseen)] = QTextCharFormat()
            found.setFont(self.font(size, styles))
            if unseen:
                found.setForeground(QColor(0, 0, 0, 0))
        return found

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` made for this key before: most texts stay from keystroke to keystroke.

        What was not used for the longest time is forgotten first, a little with each new text, so
        that no keystroke waits until many are let go.
        """
        found: Made | None = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = self._kept[key] = make()
        self._letters += made.letters
        while len(self._kept) > KEPT_THINGS or self._letters > KEPT_LETTERS:
            _, gone = self._kept.popitem(last=False)
            self._letters -= gone.letters
        return made

    def _load(self) -> None:
        quiet()
        names = (*FILES, *self._own[1])
        files = self._files or [assets.path(f"fonts/{name}") for name in names]
        for file in files:
            if file not in self._added:
                QFontDatabase.addApplicationFont(str(file))
                self._added.add(file)
        self._loaded = True


def _font(size: int, styles: frozenset[str], own: str) -> QFont:
    font = QFont()
    families = _MONO if "mono" in styles else _EMOJI if "emoji" in styles else _TEXT
    font.setFamilies([own, *families] if own and families is _TEXT else families)
    font.setPixelSize(round(size * _MONO_SHARE) if "mono" in styles else size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold("bold" in styles)
    font.setItalic("italic" in styles)
    font.setStrikeOut("strike" in styles)
    return font
