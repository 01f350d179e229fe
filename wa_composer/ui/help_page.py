"""The help page: how to send a first message, the keys, where things lie, licences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer import assets
from wa_composer.ui.shell_parts import Column, note
from wa_composer.ui.window_actions import BACK_KEY, FORWARD_KEY

LIBRARIES = (
    ("httpx", "BSD-3-Clause"),
    ("h11, keyring, platformdirs, pydantic, truststore", "MIT"),
    ("qasync", "BSD-2-Clause"),
    ("phonenumberslite", "Apache-2.0"),
)
"""What the program is built on beside Qt, and under which licence."""


class HelpPage(Column):
    """Words only; opens nothing but the folder with the user's own data.

    It is filled when it is first shown, so that it costs the start of the program nothing.
    """

    def __init__(
        self,
        version: str = "",
        data_folder: str = "",
        libraries: Sequence[tuple[str, str]] = LIBRARIES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Help"), parent)
        self._filled = False
        self.show_facts(version, data_folder, libraries)

    def show_facts(
        self, version: str, data_folder: str, libraries: Sequence[tuple[str, str]] = LIBRARIES
    ) -> None:
        """Say which version this is, where data lies, and (name, licence) of what it uses."""
        self._version, self._folder, self._libraries = version, data_folder, libraries
        if self._filled:
            self._fill()

    def _fill(self) -> None:
        self.clear()
        self._add_steps()
        self._add_practice()
        self._add_keys()
        if self._folder:
            self._add_folder(self._folder)
        self._add_about(self._version, self._libraries)
        self.finish()
        self._filled = True

    def _add_steps(self) -> None:
        box = self._card(self.tr("Your first message"))
        for number, step in enumerate(
            (
                self.tr("Keep the account on Practice: no message leaves this computer."),
                self.tr("Type a recipient, for example +44 7700 900123."),
                self.tr("Choose Template, Reply buttons or Image and fill in the fields."),
                self.tr("The phone beside the form shows what the customer will see."),
                self.tr("Press Send. The log keeps the outcome and the key of every message."),
                self.tr("For real messages add your account and its key under Accounts."),
            ),
            1,
        ):
            box.addWidget(note(f"{number}.  {step}"))

    def _add_practice(self) -> None:
        box = self._card(self.tr("Trying what can go wrong"))
        box.addWidget(
            note(
                self.tr(
                    "Practice accepts every number but these, which answer as Insider One does "
                    "on a bad day:"
                )
            )
        )
        box.addLayout(self._rows(self._bad_days()))

    def _bad_days(self) -> tuple[tuple[str, str], ...]:
        return (
            ("+1 202 555 0101", self.tr("The key is wrong")),
            ("+1 202 555 0102", self.tr("This computer's address is not allowed (1088)")),
            ("+1 202 555 0103", self.tr("A firewall before the server refuses")),
            ("+1 202 555 0104", self.tr("Too many requests; the second time it is accepted")),
            ("+1 202 555 0105", self.tr("The content is refused (2002)")),
            ("+1 202 555 0106", self.tr("A server on the way gives up (504)")),
            ("+1 202 555 0107", self.tr("No answer comes")),
            ("+1 202 555 0108", self.tr("The connection is cut after the request was read")),
            ("+1 202 555 0109", self.tr("An answer that cannot be read")),
            ("+1 202 555 0110", self.tr("Another number of keys than messages")),
        )

    def _add_keys(self) -> None:
        shown = []
        for keys, what in self._keys():
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            shown.append((native.replace("Return", self.tr("Enter")), what))
        self._card(self.tr("Keys")).addLayout(self._rows(shown))

    def _rows(self, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (name, what) in enumerate(rows):
            label = note(name)
            label.setProperty("role", "mono")
            grid.addWidget(label, line, 0)
            grid.addWidget(note(what), line, 1)
        return grid

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Return", self.tr("Send, or go to the first thing to fix")),
            ("Ctrl+N", self.tr("New message")),
            ("Ctrl+O", self.tr("Open a message file")),
            ("Ctrl+S", self.tr("Save the message to a file")),
            ("Ctrl+Shift+V", self.tr("Paste a message")),
            ("Ctrl+Z", self.tr("Undo, across the whole form")),
            ("Ctrl+Shift+Z", self.tr("Redo")),
            (BACK_KEY, self.tr("The message that was here before, step by step")),
            (FORWARD_KEY, self.tr("Forward again")),
            ("Ctrl+1", self.tr("Template")),
            ("Ctrl+2", self.tr("Reply buttons")),
            ("Ctrl+3", self.tr("Image")),
            ("Ctrl+L", self.tr("Go to the log")),
            ("Ctrl+F", self.tr("Search the log, or the templates on their page")),
            ("Ctrl+T", self.tr("Templates")),
            ("F1", self.tr("This page")),
            ("Ctrl+Q", self.tr("Quit")),
        )

    def _add_folder(self, folder: str) -> None:
        box = self._card(self.tr("Where your data lies"))
        box.addWidget(
            note(
                self.tr(
                    "Log, drafts and settings are in the folder below. Keys are never there: "
                    "they are in the keyring of your system only."
                )
            )
        )
        path = note(folder)
        path.setProperty("role", "mono")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addLayout(self._beside(path, self.tr("Open folder"), folder))

    def _add_about(self, version: str, libraries: Sequence[tuple[str, str]]) -> None:
        box = self._card(self.tr("About"))
        box.addWidget(note(self.tr("WA Composer {version}").format(version=version).strip()))
        box.addWidget(
            note(
                self.tr(
                    "The window is drawn by Qt through PySide6, used under the LGPL, version 3: "
                    "you may replace both with your own builds. The bundled fonts (Noto, Roboto, "
                    "Inter) are under the SIL Open Font License. The preview is a guide, not "
                    "WhatsApp's own drawing; WhatsApp is a trademark of its owner."
                )
            )
        )
        for name, licence in libraries:
            line = note(f"{name}: {licence}")
            line.setProperty("role", "hint")
            box.addWidget(line)
        licences = assets.licences()
        if licences is not None:
            said = note(self.tr("The full licences of all that is inside lie beside the program."))
            box.addLayout(self._beside(said, self.tr("Open licences"), str(licences)))

    def _beside(self, said: QLabel, label: str, folder: str) -> QHBoxLayout:
        """A row: what is said, and the button that opens its folder."""
        row = QHBoxLayout()
        row.addWidget(said, 1)
        button = QPushButton(label, self)
        button.setAccessibleName(label)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        row.addWidget(button)
        return row

    def _card(self, title: str) -> QVBoxLayout:
        card = QFrame(self)
        card.setProperty("role", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 14, 16, 16)
        box.setSpacing(8)
        label = QLabel(title, card)
        label.setProperty("role", "title")
        box.addWidget(label)
        self.add(card)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        if not self._filled:
            self._fill()
        super().showEvent(event)
