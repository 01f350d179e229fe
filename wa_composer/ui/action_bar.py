"""The bar under the form: what is left to fix, and the one primary button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from wa_composer.ui.send_button import SendButton
from wa_composer.ui.shell_parts import COLUMN, ElidedButton, ElidedLabel
from wa_composer.ui.style import repolish, set_state

SIDE = 28


class ActionBar(QFrame):
    """Says what pressing Send will do, and sends the user to the first fault instead."""

    send_requested = Signal()
    fix_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._busy = False
        self._faults = False
        self._held = False
        self.fix = ElidedButton(self)
        self.fix.setProperty("role", "link")
        self.hint = ElidedLabel(self)
        self.hint.setProperty("role", "hint")
        self.send = SendButton(self)
        self._arrange()
        self.fix.clicked.connect(self.fix_requested)
        self.send.pressed_once.connect(self.press)
        self._state: object = None
        self._count, self._errors = 0, tuple[str, ...]()
        self.show_state(0, [], busy=False)

    @property
    def held(self) -> bool:
        """Whether nothing can be pressed yet."""
        return self._held

    def hold(self) -> None:
        """Have a press do nothing, and the button say so, until `release`."""
        self._held = True
        self._show_button()

    def release(self) -> None:
        """Have a press do again what the button says."""
        self._held = False
        self._show_button()

    def show_state(
        self,
        count: int,
        errors: Sequence[str],
        busy: bool,
        warnings: Sequence[str] = (),
        *,
        calm: bool = False,
    ) -> None:
        """Show how many messages Send would send, and every fault and doubt as a sentence.

        `calm`: the faults are fields that are still to be filled in, and no reason for red.
        """
        state = (count, tuple(errors), busy, tuple(warnings), calm)
        if state == self._state:
            return  # as after most letters: nothing to dress and paint anew
        self._state = state
        self._busy = busy
        self._faults = bool(errors)
        self.fix.setVisible(self._faults)
        self.hint.setVisible(not self._faults)
        self._show_faults(errors)
        self._show_warnings(warnings, busy)
        set_state(self.fix, "state", "muted" if calm else "danger")
        self._count, self._errors = count, tuple(errors)
        self._show_button()

    def leave_room(self, pixels: int) -> None:
        """Keep this much free at the end, so that Send stands under the form's edge."""
        self._outer.setContentsMargins(SIDE, 0, SIDE + pixels, 0)

    def press(self) -> None:
        """What pressing Send does: send, go to the first fault, or nothing while busy or held."""
        if self._busy or self._held:
            return
        if self._faults:
            self.fix_requested.emit()
        else:
            self.send_requested.emit()

    def _arrange(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(COLUMN)
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(self.fix, 1)
        row.addWidget(self.hint, 1)
        row.addWidget(self.send)
        self._outer = QHBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addStretch(1)
        self._outer.addWidget(inner, 1000)
        self._outer.addStretch(1)
        self.leave_room(0)

    def _label(self, count: int) -> str:
        if count == 0:
            return self.tr("Send")
        if count == 1:
            return self.tr("Send 1 message")
        return self.tr("Send {count} messages").format(count=count)

    def _show_button(self) -> None:
        label = self._label(self._count)
        self.send.show_state(label, busy=self._busy, unavailable=self._why_not())
        repolish(self.send)

    def _why_not(self) -> str:
        if self._held:
            return self.tr("Unavailable until the message is shown")
        if not self._errors:
            return ""
        return self.tr("Unavailable: {what}").format(what=self._sentence(self._errors))

    def _sentence(self, errors: Sequence[str]) -> str:
        return f"{self._heading(errors)}: {errors[0]}"

    def _heading(self, errors: Sequence[str]) -> str:
        if len(errors) == 1:
            return self.tr("1 thing to fix")
        return self.tr("{count} things to fix").format(count=len(errors))

    def _show_faults(self, errors: Sequence[str]) -> None:
        if not errors:
            return
        self.fix.show_text(self._sentence(errors))
        self.fix.setToolTip("\n".join(errors[:12]))
        self.fix.setAccessibleName(self._heading(errors))
        self.fix.setAccessibleDescription(errors[0])

    def _show_warnings(self, warnings: Sequence[str], busy: bool) -> None:
        text = ""
        if warnings and not busy:
            more = len(warnings) - 1
            text = warnings[0]
            if more:
                text = self.tr("{first} (and {more} more)").format(first=text, more=more)
        self.hint.show_text(text)
        self.hint.setToolTip("\n".join(warnings[:12]))
