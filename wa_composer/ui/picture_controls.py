"""How the picture is drawn: the small controls above it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wa_composer.ui.picture_choice import FIT, THEMES, ZOOMS, PictureChoice
from wa_composer.ui.widgets import IconButton, Segmented


class PictureControls(QFrame):
    """Two quiet rows over one choice, which other controls elsewhere may share.

    They hold what to do with the picture: `wanted` names "copy", "save" or, beside the composing
    view, "sheet". There they also switch between picture and request, which `page_chosen` tells.
    """

    page_chosen = Signal(str)
    wanted = Signal(str)

    def __init__(
        self, chosen: PictureChoice, parent: QWidget | None = None, *, composing: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pictureHead")
        self.chosen = chosen
        self._composing = composing
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
        self._arrange()
        self._follow()
        chosen.changed.connect(self._follow)
        chosen.dressed.connect(self._follow)
        self.pages.chosen.connect(self.page_chosen)
        self.theme.chosen.connect(chosen.choose_theme)
        self.look.chosen.connect(lambda look: chosen.choose(look=look))
        self.side.chosen.connect(lambda side: chosen.choose(side=side))
        self.more.clicked.connect(self._open_menu)

    def menu(self) -> QMenu:
        """What else there is for the picture, made anew with its present state."""
        menu = QMenu(self)
        ways = [
            ("copy", self.tr("Copy picture")),
            ("save", self.tr("Save picture…")),
            ("sheet", self.tr("Save sheet for sign-off…")),
        ]
        for name, text in ways if self._composing else ways[:2]:
            menu.addAction(text).triggered.connect(partial(self.wanted.emit, name))
        menu.addSeparator()
        fold = menu.addAction(self.tr("Fold long bodies behind “Read more”"))
        fold.setCheckable(True)
        fold.setChecked(self.chosen.folded)
        fold.toggled.connect(lambda on: self.chosen.choose(folded=on))
        zooms = menu.addMenu(self.tr("Zoom"))
        group = QActionGroup(zooms)
        for zoom in (FIT, *ZOOMS):
            text = (
                self.tr("Fit")
                if zoom == FIT
                else self.tr("{percent} %").format(percent=round(zoom * 100))
            )
            action = QAction(text, zooms, checkable=True, checked=zoom == self.chosen.zoom)
            action.triggered.connect(partial(self.chosen.choose, zoom=zoom))
            group.addAction(action)
            zooms.addAction(action)
        return menu

    def _follow(self) -> None:
        for control, value in (
            (self.theme, THEMES[self.chosen.dark]),
            (self.look, self.chosen.look),
            (self.side, self.chosen.side),
        ):
            if control.current() != value:
                control.select(value)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.pages, self.theme),
            (self.look, self.more, self.side),
        )
        if not self._composing:
            self.pages.hide()
            rows = ((self.look, self.more), (self.side, self.theme))
        for first, *others in rows:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(first)
            row.addStretch(1)
            for control in others:
                row.addWidget(control)
            column.addLayout(row)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 2))
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))
