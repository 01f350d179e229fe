"""How the picture is drawn: the small controls above it, and what the user chose with them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wa_composer.ui.widgets import IconButton, Segmented

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
FIT = 0.0


class PictureControls(QFrame):
    """Two quiet rows: what is shown, and as on which device, from whose side.

    `changed` tells that look, side, folding or zoom were chosen; `theme_chosen` and `page_chosen`
    tell theirs; `wanted` names what to do with the picture: "copy", "save" or "sheet".
    """

    changed = Signal()
    theme_chosen = Signal(bool)
    page_chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureHead")
        self.pages = Segmented(
            [("preview", self.tr("Preview")), ("request", self.tr("Request"))],
            self.tr("View"),
            self,
        )
        self.theme = Segmented(
            [("light", self.tr("Light")), ("dark", self.tr("Dark"))], self.tr("Theme"), self
        )
        self.theme.show_icons({"light": "sun", "dark": "moon"})
        self.look = Segmented(
            [("android", "Android"), ("ios", "iOS"), ("web", self.tr("Web"))],
            self.tr("Look"),
            self,
        )
        self.more = IconButton(self.tr("More for the picture"), "more", 30, self)
        self.side = Segmented(
            [("customer", self.tr("Customer's side")), ("business", self.tr("Business's side"))],
            self.tr("Side"),
            self,
        )
        self.side.show_icons({"customer": "person", "business": "shop"})
        for control in (self.pages, self.look):
            control.tighten()
        self.folded = False
        self.zoom = FIT
        self._theme_is_own = False
        self._arrange()
        self.pages.chosen.connect(self.page_chosen)
        self.theme.chosen.connect(self._choose_theme)
        self.look.chosen.connect(self.changed)
        self.side.chosen.connect(self.changed)
        self.more.clicked.connect(self._open_menu)

    def show_dark(self, dark: bool) -> bool:
        """Turn light or dark as the program does, unless the user chose; whether it is dark now."""
        if not self._theme_is_own:
            self.theme.select("dark" if dark else "light")
        return self.theme.current() == "dark"

    def choice(self) -> dict[str, object]:
        """What the user chose, as JSON values to keep."""
        return {
            "theme": self.theme.current() if self._theme_is_own else "",
            "look": self.look.current(),
            "side": self.side.current(),
            "folded": self.folded,
            "zoom": self.zoom,
        }

    def restore(self, kept: object) -> None:
        """Take up a choice that was kept; what makes no sense in it is left out."""
        given: dict[str, Any] = kept if isinstance(kept, dict) else {}
        for name, control in (("theme", self.theme), ("look", self.look), ("side", self.side)):
            if given.get(name) in control.options():
                control.select(given[name])
                self._theme_is_own = self._theme_is_own or control is self.theme
        self.folded = given.get("folded") is True
        self.zoom = given["zoom"] if given.get("zoom") in ZOOMS else FIT
        self.changed.emit()

    def menu(self) -> QMenu:
        """What else there is for the picture, made anew with its present state."""
        menu = QMenu(self)
        for name, text in (
            ("copy", self.tr("Copy picture")),
            ("save", self.tr("Save picture…")),
            ("sheet", self.tr("Save sheet for sign-off…")),
        ):
            menu.addAction(text).triggered.connect(partial(self.wanted.emit, name))
        menu.addSeparator()
        fold = menu.addAction(self.tr("Fold long bodies behind “Read more”"))
        fold.setCheckable(True)
        fold.setChecked(self.folded)
        fold.toggled.connect(self._fold)
        zooms = menu.addMenu(self.tr("Zoom"))
        group = QActionGroup(zooms)
        for zoom in (FIT, *ZOOMS):
            text = (
                self.tr("Fit")
                if zoom == FIT
                else self.tr("{percent} %").format(percent=round(zoom * 100))
            )
            action = QAction(text, zooms, checkable=True, checked=zoom == self.zoom)
            action.triggered.connect(partial(self.set_zoom, zoom))
            group.addAction(action)
            zooms.addAction(action)
        return menu

    def set_zoom(self, zoom: float) -> None:
        """Draw larger or smaller from now on."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.changed.emit()

    def step_zoom(self, up: bool) -> None:
        """The next larger or smaller zoom; from "Fit" as from 100 %."""
        now = self.zoom or 1.0
        steps = [one for one in ZOOMS if (one > now if up else one < now)]
        if steps:
            self.set_zoom(steps[0] if up else steps[-1])

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.pages, self.theme),
            (self.look, self.more, self.side),
        )
        for first, *others in rows:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(first)
            row.addStretch(1)
            for control in others:
                row.addWidget(control)
            column.addLayout(row)

    def _choose_theme(self, theme: str) -> None:
        self._theme_is_own = True
        self.theme_chosen.emit(theme == "dark")

    def _fold(self, on: bool) -> None:
        self.folded = on
        self.changed.emit()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 2))
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))
