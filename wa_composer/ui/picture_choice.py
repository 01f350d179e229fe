"""How pictures of messages are drawn: one choice, which every place that draws them follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from wa_composer.preview.nodes import View

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
FIT = 0.0
LOOKS = ("android", "ios", "web")
SIDES = ("customer", "business")
THEMES = ("light", "dark")


class PictureChoice(QObject):
    """Look, side, theme, folding and zoom, as the user chose them.

    `changed` tells that look, side, folding or zoom are others now; `dressed` that the picture is
    to be light or dark, whoever wants it so.
    """

    changed = Signal()
    dressed = Signal()

    def __init__(self, parent: QObject | None = None, *, dark: bool = False) -> None:
        super().__init__(parent)
        self.look, self.side = LOOKS[0], SIDES[0]
        self.dark = dark
        self.folded = False
        self.zoom = FIT
        self._theme_is_own = False

    def view(self, time: str) -> View:
        """As what a message is to be drawn, by a clock that says `time`."""
        from wa_composer.preview.nodes import View

        side: Any = self.side
        look: Any = self.look
        return View(side, look, time, self.folded)

    def choose(self, **values: Any) -> None:
        """Set `look`, `side`, `folded` or `zoom`; nothing happens where they are so already."""
        before = self._state()
        for name, value in values.items():
            setattr(self, name, value)
        if self._state() != before:
            self.changed.emit()

    def choose_theme(self, theme: str) -> None:
        """Turn "light" or "dark" whatever the program does."""
        self._theme_is_own = True
        self.dark = theme == "dark"
        self.dressed.emit()

    def show_dark(self, dark: bool) -> None:
        """Turn light or dark as the program does, unless the user chose."""
        if not self._theme_is_own:
            self.dark = dark
        self.dressed.emit()

    def step_zoom(self, up: bool) -> None:
        """The next larger or smaller zoom; from "Fit" as from 100 %."""
        now = self.zoom or 1.0
        steps = [one for one in ZOOMS if (one > now if up else one < now)]
        if steps:
            self.choose(zoom=steps[0] if up else steps[-1])

    def kept(self) -> dict[str, object]:
        """What the user chose, as JSON values to keep."""
        return {
            "theme": THEMES[self.dark] if self._theme_is_own else "",
            "look": self.look,
            "side": self.side,
            "folded": self.folded,
            "zoom": self.zoom,
        }

    def restore(self, kept: object) -> None:
        """Take up a choice that was kept; what makes no sense in it is left out."""
        given: dict[str, Any] = kept if isinstance(kept, dict) else {}
        if given.get("theme") in THEMES:
            self.choose_theme(given["theme"])
        if given.get("look") in LOOKS:
            self.look = given["look"]
        if given.get("side") in SIDES:
            self.side = given["side"]
        self.folded = given.get("folded") is True
        self.zoom = given["zoom"] if given.get("zoom") in ZOOMS else FIT
        self.changed.emit()

    def _state(self) -> tuple[object, ...]:
        return self.look, self.side, self.folded, self.zoom
