"""The rail at the side: the pages of the window, each with icon and word."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCursor, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.theme import LIGHT, Palette

WIDTH = 64
ICON = 20


class Rail(QFrame):
    """One button a page; the page in sight is marked, also for assistive tools."""

    page_selected = Signal(str)

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self._pages: dict[str, QToolButton] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._arrange()
        self._group.buttonClicked.connect(self._clicked)
        self.show_palette(palette)
        self.show_page("compose")

    def show_page(self, page: str) -> None:
        """Mark "compose", "templates", "accounts" or "help" as the page in sight."""
        self._pages[page].setChecked(True)
        self._tint()

    def set_menu(self, menu: QMenu) -> None:
        """Offer `menu` under a button at the foot of the rail."""
        self._menu.setMenu(menu)
        menu.aboutToHide.connect(self._look_for_mouse)
        self._menu.show()

    def show_palette(self, palette: Palette) -> None:
        """Tint the icons anew."""
        self._colours = palette
        self._tint()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 12)
        layout.setSpacing(8)
        for page, word in (
            ("compose", self.tr("Compose")),
            ("templates", self.tr("Templates")),
            ("accounts", self.tr("Accounts")),
        ):
            self._pages[page] = self._button(word, checkable=True)
            layout.addWidget(self._pages[page])
        layout.addStretch(1)
        self._pages["help"] = self._button(self.tr("Help"), checkable=True)
        layout.addWidget(self._pages["help"])
        self._menu = self._button(self.tr("Menu"), checkable=False)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.hide()
        layout.addWidget(self._menu)

    def _button(self, word: str, *, checkable: bool) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("railButton")
        button.setText(word)
        button.setAccessibleName(word)
        button.setCheckable(checkable)
        button.setIconSize(QSize(ICON, ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if checkable:
            self._group.addButton(button)
        return button

    def _look_for_mouse(self) -> None:
        """The button was not told when the mouse left it for its menu."""
        inside = self._menu.rect().contains(self._menu.mapFromGlobal(QCursor.pos()))
        self._menu.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
        self._menu.update()

    def _clicked(self, button: QToolButton) -> None:
        self._tint()
        for page, known in self._pages.items():
            if known is button:
                self.page_selected.emit(page)

    def _tint(self) -> None:
        colours = self._colours
        names = {
            "compose": "compose",
            "templates": "templates",
            "accounts": "person",
            "help": "help",
        }
        for page, button in self._pages.items():
            colour = colours.accent if button.isChecked() else colours.muted
            button.setIcon(self._icon(names[page], colour))
        self._menu.setIcon(self._icon("menu", colours.muted))

    def _icon(self, name: str, colour: str) -> QIcon:
        # Drawn once: what Qt makes of an icon stays in its cache, under each new one anew.
        if (name, colour) not in self._icons:
            self._icons[name, colour] = shell_icon(name, colour, ICON)
        return self._icons[name, colour]
