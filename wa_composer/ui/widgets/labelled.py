"""A field with its name above, a counter or rule beside the name, a hint or fault beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from wa_composer.ui.style import set_state
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.labels import text_label

NEAR = 0.9
"""The counter turns at this part of the limit."""

_LEAN = 2
"""Room for letters that lean out of their place, such as a J at the beginning."""

_ROLES = {"": "hint", "warning": "warning", "error": "fault"}


class FootLine(QLabel):
    """The line beneath one field or a row of them.

    Its room is kept when it is empty, unless it `collapses`.

    Faults come before warnings, warnings before the hint; several faults stand one after
    the other.
    """

    def __init__(
        self, hint: str = "", collapses: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._collapses = collapses
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setContentsMargins(_LEAN, 0, _LEAN, 0)
        self._hint = hint
        self._posts: dict[QWidget, tuple[str, str]] = {}
        self.setProperty("role", "hint")
        self.setMinimumHeight(self.fontMetrics().height())
        self._refresh()

    def hint(self) -> str:
        """What stands here while nothing is wrong."""
        return self._hint

    def show_hint(self, text: str) -> None:
        """Change the hint."""
        self._hint = text
        self._refresh()

    def level(self) -> str:
        """The level of what is said; "" while it is the hint."""
        return self._level

    def post(self, source: QWidget, level: str, text: str) -> None:
        """Say what is wrong with `source`; an empty text takes it back."""
        if self._posts.get(source, ("", "")) != (level, text):
            self._posts[source] = (level, text)
            self._refresh()

    def _refresh(self) -> None:
        for level in ("error", "warning"):
            said = [text for each, text in self._posts.values() if text and each == level]
            if said:
                self._say(level, " ".join(dict.fromkeys(said)))
                return
        self._say("", self._hint)

    def _say(self, level: str, text: str) -> None:
        self._level = level
        set_state(self, "role", _ROLES[level])
        if self.text() != text:
            self.setText(text)
        if self._collapses:
            self.setVisible(bool(text))


class LabelledField(QWidget):
    """Label, editor and foot as one; the editor bears the label as its accessible name.

    A `bare` one is the editor alone, where its name stands elsewhere.
    """

    def __init__(
        self,
        name: str,
        editor: QWidget,
        *,
        limit: int = 0,
        rule: str = "",
        hint: str = "",
        foot: FootLine | None = None,
        beside: QWidget | None = None,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.limit = limit
        self.label = text_label(name, "label", self)
        self.label.setBuddy(editor)
        self.aside = text_label(rule, "counter", self)
        own_foot = foot is None
        self.foot = FootLine(hint, parent=self) if foot is None else foot
        self._rule = rule
        self._fault = ("", "")
        self._note = ""
        self._beside = None if beside is None else _with_room(beside)
        self.label.setVisible(not bare)
        self.aside.setVisible(not bare)
        self._lay_out(self.foot if own_foot else None, self._beside)
        self.rename(name)
        self.count(0)

    def rename(self, name: str) -> None:
        """Change the label and with it the editor's accessible name."""
        self.label.setText(name)
        for part in self._spoken():
            part.setAccessibleName(name)

    def name(self) -> str:
        """The label, which is the accessible name too."""
        return self.label.text()

    def count(self, length: int) -> None:
        """Show `length` characters against the limit; nothing where there is no limit."""
        if not self.limit:
            return
        self.aside.setText(f"{length} / {self.limit}")
        near = "warning" if length >= self.limit * NEAR else ""
        set_state(self.aside, "state", "danger" if length > self.limit else near)

    def set_limit(self, limit: int, length: int) -> None:
        """Count against another limit from now on; 0 for none."""
        self.limit = limit
        self.aside.setText("")
        set_state(self.aside, "state", "")
        self.count(length)

    def show_rule(self, text: str) -> None:
        """Change the rule at the end of the label's line."""
        self._rule = text
        self.aside.setText(text)

    def show_fault(self, level: str, text: str) -> None:
        """Tint the editor and say what is wrong; level "" takes it back."""
        if self._fault == (level, text):
            return
        self._fault = (level, text)
        self.foot.post(self, level, text)
        set_state(self.editor, "fault", level if text else "")
        self._describe()

    def fault_shown(self) -> str:
        """The level of the fault in sight; "" for none."""
        return self._fault[0]

    def show_beside(self, shown: bool) -> None:
        """Show or hide what stands beside the editor; without it the editor has its room."""
        if self._beside is not None:
            self._beside.setVisible(shown)

    def show_note(self, text: str) -> None:
        """What assistive tools read of the field while nothing is wrong with it."""
        if self._note != text:
            self._note = text
            self._describe()

    def _describe(self) -> None:
        for part in self._spoken():
            part.setAccessibleDescription(self._fault[1] or self._note)

    def _spoken(self) -> list[QWidget]:
        """The editor and the line inside it, which assistive tools reach one by one."""
        inner = None
        if isinstance(self.editor, QComboBox | QAbstractSpinBox):
            inner = self.editor.lineEdit()
        return [self.editor] if inner is None else [self.editor, inner]

    def _lay_out(self, foot: FootLine | None, beside: QWidget | None) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)  # a column keeps its spacing even when all in it is hidden
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(0, 1)
        self.label.setContentsMargins(0, 0, SPACE.s, 0)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self.aside, 0, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(self.editor, 1, 0, 1, 2)
        if beside is not None:
            grid.addWidget(beside, 1, 2, Qt.AlignmentFlag.AlignTop)
        if foot is not None:
            grid.addWidget(foot, 2, 0, 1, 2 if beside is None else 3)


def _with_room(beside: QWidget) -> QWidget:
    """A widget with its distance to what stands before it."""
    room = QWidget()
    row = QHBoxLayout(room)
    row.setContentsMargins(SPACE.s, 0, 0, 0)
    row.addWidget(beside)
    return room
