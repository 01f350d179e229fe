"""The faces the picture is drawn with, from the program's own files, read on first use."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat

from wa_composer import assets
from wa_composer.preview.quiet import quiet

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
    "NotoColorEmoji.ttf",
)
_OTHERS = ("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Color Emoji")
_TEXT = ["Noto Sans", *_OTHERS]
_MONO = ["Noto Sans Mono", "Noto Sans", *_OTHERS]
_EMOJI = ["Noto Color Emoji", "Noto Sans"]


KEPT_MOST = 64
Made = TypeVar("Made")


class Fonts:
    """Fonts by size and style; one object per window, used on the GUI thread.

    Sizes are whole px: FreeType rounds others, so painters are scaled instead. Scripts without a
    file of ours come from the system's fonts. Raises `assets.MissingResource` on first use when
    the program's files are gone.
    """

    def __init__(self, files: Sequence[Path] | None = None) -> None:
        self._files = files
        self._made: dict[tuple[int, frozenset[str]], QFont] = {}
        self._formats: dict[tuple[int, frozenset[str], bool], QTextCharFormat] = {}
        self._kept: dict[object, Any] = {}
        self._loaded = False

    def font(self, size: int, styles: frozenset[str] = frozenset()) -> QFont:
        """The font of `size` px for `bold`, `italic`, `strike`, `mono`, `emoji` in any mixture."""
        found = self._made.get((size, styles))
        if found is None:
            if not self._loaded:
                self._load()
            found = self._made[(size, styles)] = _font(size, styles)
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
        """What `make` made for this key before: labels stay the same from keystroke to keystroke.

        Holds a small number of things and forgets them all when there are more.
        """
        found: Made | None = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT_MOST:
                self._kept.clear()
            found = self._kept[key] = make()
        return found

    def _load(self) -> None:
        quiet()
        files = self._files or [assets.path(f"fonts/{name}") for name in FILES]
        for file in files:
            QFontDatabase.addApplicationFont(str(file))
        self._loaded = True


def _font(size: int, styles: frozenset[str]) -> QFont:
    font = QFont()
    families = _MONO if "mono" in styles else _EMOJI if "emoji" in styles else _TEXT
    font.setFamilies(families)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold("bold" in styles)
    font.setItalic("italic" in styles)
    font.setStrikeOut("strike" in styles)
    return font
