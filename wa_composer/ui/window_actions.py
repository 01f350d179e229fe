"""What can be done from the keyboard and the menu, in one list."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

# The keys that browsers have for it; on macOS the arrows move by words in a text.
BACK_KEY, FORWARD_KEY = (
    ("Ctrl+[", "Ctrl+]") if sys.platform == "darwin" else ("Alt+Left", "Alt+Right")
)

# A menu shows the first: the key bears Enter nearly everywhere, and Return on a Mac.
SEND_KEYS = ("Ctrl+Enter", "Ctrl+Return")
if sys.platform == "darwin":
    SEND_KEYS = SEND_KEYS[::-1]


class WindowActions(QObject):
    """The window's actions with their keys; none of them repeats while a key is held down."""

    type_requested = Signal(int)
    appearance_requested = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._all: list[QAction] = []
        self.new = self._action(self.tr("New message"), "Ctrl+N")
        self.open = self._action(self.tr("Open…"), "Ctrl+O")
        self.save = self._action(self.tr("Save…"), "Ctrl+S")
        self.paste = self._action(self.tr("Paste message"), "Ctrl+Shift+V")
        self.copy_json = self._action(self.tr("Copy JSON"), "Ctrl+Shift+C")
        self.undo = self._action(self.tr("Undo"), "Ctrl+Z")
        self.redo = self._action(self.tr("Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self.back = self._action(self.tr("Message before"), BACK_KEY)
        self.forward = self._action(self.tr("Message after"), FORWARD_KEY)
        self.types = (
            self._action(self.tr("Template"), "Ctrl+1"),
            self._action(self.tr("Reply buttons"), "Ctrl+2"),
            self._action(self.tr("Image"), "Ctrl+3"),
        )
        for index, kind in enumerate(self.types):
            kind.triggered.connect(lambda _=False, index=index: self.type_requested.emit(index))
        self.send = self._action(self.tr("Send"), *SEND_KEYS)
        self.log = self._action(self.tr("Log"), "Ctrl+L")
        self.find = self._action(self.tr("Search log"), "Ctrl+F")
        self.templates = self._action(self.tr("Templates"), "Ctrl+T")
        self.help = self._action(self.tr("Help"), "F1")
        self.quit = self._action(self.tr("Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._looks = self._appearance()
        self.look = QAction(self.tr("Look at the links of pictures and files"), self)
        self.look.setCheckable(True)
        self.look.setChecked(True)
        self.look.setMenuRole(QAction.MenuRole.NoRole)

    def menu(self) -> QMenu:
        """One menu with everything, for the button on the rail."""
        menu = QMenu(self._window)
        self.fill(menu)
        return menu

    def show_appearance(self, chosen: str) -> None:
        """Tick the window colours in use: "light", "dark", or else those of the system."""
        self._looks.get(chosen, self._looks["system"]).setChecked(True)

    def undoes(self, key: QKeySequence) -> bool:
        """Whether `key` undoes or redoes."""
        sequences = (*self.undo.shortcuts(), *self.redo.shortcuts())
        return any(key.matches(each) is QKeySequence.SequenceMatch.ExactMatch for each in sequences)

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(False)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        self._window.addAction(action)
        self._all.append(action)
        return action

    def _appearance(self) -> dict[str, QAction]:
        looks = {}
        group = QActionGroup(self)
        for name, label in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            action = QAction(label, group)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, n=name: self.appearance_requested.emit(n))
            looks[name] = action
        looks["system"].setChecked(True)
        return looks

    def fill(self, menu: QMenu) -> None:
        """Put everything into `menu`."""
        menu.addActions([self.new, self.open, self.save, self.paste, self.copy_json])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo, self.back, self.forward])
        menu.addSeparator()
        menu.addActions(self.types)
        menu.addSeparator()
        menu.addActions([self.send, self.log, self.find, self.templates])
        menu.addSeparator()
        looks = menu.addMenu(self.tr("Window colours"))
        looks.addActions(list(self._looks.values()))
        menu.addAction(self.look)
        menu.addActions([self.help, self.quit])


def has_system_menu_bar() -> bool:
    """Whether the system shows a menu bar outside of the window."""
    return sys.platform == "darwin"
