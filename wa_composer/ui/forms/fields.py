"""The handful of field kinds that all forms are built from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from wa_composer.message.limits import LANGUAGES
from wa_composer.ui.widgets.combo import ComboBox, EditableCombo
from wa_composer.ui.widgets.labelled import LabelledField
from wa_composer.ui.widgets.line_edit import LineEdit
from wa_composer.ui.widgets.spin import IndexSpin
from wa_composer.ui.widgets.text_edit import GrowingEdit

_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Field(LabelledField):
    """One value of a message. Faults show once the field was left, from then on while typing.

    `edited` carries the text before and after a change by the user; `show_text` never emits.
    `key` names the field within its form, for undo and for finding it again.
    """

    edited = Signal(str, str)
    left = Signal()

    def __init__(self, key: str, name: str, editor: QWidget, **options: Any) -> None:
        self.key = key
        self.touched = False
        self._shown = ""
        self._waiting = ("", "")
        super().__init__(name, editor, **options)
        editor.installEventFilter(self)

    def text(self) -> str:
        """The value as it goes into the message."""
        return self._shown

    def show_text(self, text: str) -> None:
        """Put a value there without a signal."""
        self._put(text)
        self._shown = text
        self.count(len(text))

    def set_problem(self, level: str, text: str) -> None:
        """Say what is wrong, at once or when the field has been left; level "" for nothing."""
        self._waiting = (level, text)
        self._judge()

    def touch(self, touched: bool = True) -> None:
        """Show faults from now on (or not before the field is left once more)."""
        if touched != self.touched:
            self.touched = touched
            self._judge()

    def focus(self) -> None:
        """Put the cursor here."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.editor, LineEdit):
            self.editor.end(False)
        elif isinstance(self.editor, GrowingEdit):
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the field is left; opening its own list is not leaving."""
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _PASSING
        ):
            self.touch()
            self.left.emit()
        return False

    def _judge(self) -> None:
        self.show_fault(*(self._waiting if self.touched else ("", "")))

    def _put(self, text: str) -> None:
        """Let the editor show a value; each kind knows how."""
        raise NotImplementedError

    def _take(self, text: str) -> None:
        """The user changed the value to `text`."""
        before, self._shown = self._shown, text
        self.count(len(text))
        if before != text:
            self.edited.emit(before, text)


class LineField(Field):
    """One line. `trimmed`: blanks at either end, as pasting brings them, are not part of it."""

    def __init__(
        self, key: str, name: str, *, trimmed: bool = False, placeholder: str = "", **options: Any
    ) -> None:
        self._line = LineEdit()
        self._trimmed = trimmed
        super().__init__(key, name, self._line, **options)
        self._line.setPlaceholderText(placeholder)
        self._line.textChanged.connect(self._typed)

    def show_example(self, text: str) -> None:
        """Show in an empty field what could stand there; it is never part of the message."""
        self._line.setPlaceholderText(text)

    def _put(self, text: str) -> None:
        if self._shown != text or self._line.text() != text:
            self._line.show_text(text)

    def _typed(self, text: str) -> None:
        self._take(text.strip() if self._trimmed else text)


class TextField(Field):
    """Several lines in a box that grows."""

    def __init__(
        self, key: str, name: str, *, least: int = 2, placeholder: str = "", **options: Any
    ) -> None:
        self._box = GrowingEdit(least)
        super().__init__(key, name, self._box, **options)
        self._box.setPlaceholderText(placeholder)
        self._box.textChanged.connect(lambda: self._take(self._box.text()))

    def _put(self, text: str) -> None:
        self._box.show_text(text)


class ChoiceField(Field):
    """A choice among fixed words; a value that is not among them is shown as it is."""

    def __init__(
        self, key: str, name: str, choices: Sequence[tuple[str, str]], **options: Any
    ) -> None:
        self._box = ComboBox()
        for value, text in choices:
            self._box.addItem(text, value)
        self._fixed = len(choices)
        super().__init__(key, name, self._box, **options)
        self._box.currentIndexChanged.connect(self._chosen)

    def _put(self, text: str) -> None:
        blocked = self._box.blockSignals(True)
        while self._box.count() > self._fixed:
            self._box.removeItem(self._fixed)
        index = self._box.findData(text)
        if index < 0:
            self._box.addItem(text, text)
            index = self._fixed
        self._box.setCurrentIndex(index)
        self._box.blockSignals(blocked)

    def _chosen(self, index: int) -> None:
        if index >= 0:
            self._take(str(self._box.itemData(index)))


class ComboField(Field):
    """Free text with a list to choose from; `picked` tells a choice from the list."""

    picked = Signal(str)

    def __init__(self, key: str, name: str, **options: Any) -> None:
        self._box = EditableCombo()
        super().__init__(key, name, self._box, **options)
        self._box.editTextChanged.connect(lambda text: self._take(self.value_of(text)))
        self._box.activated.connect(lambda _index: self.picked.emit(self.text()))

    def offer(self, texts: Sequence[str]) -> None:
        """Set what the list offers."""
        self._box.offer(texts)

    def value_of(self, text: str) -> str:
        """The value that a shown text stands for."""
        return text.strip()

    def text_of(self, value: str) -> str:
        """The text that a value is shown as."""
        return value

    def _put(self, text: str) -> None:
        if self._shown != text or self.value_of(self._box.currentText()) != text:
            self._box.show_text(self.text_of(text))


class LanguageField(ComboField):
    """A language by name and code, shown as "English (en)"; either alone is taken as well."""

    def __init__(self, key: str, name: str, **options: Any) -> None:
        self._first: tuple[str, ...] = ()
        self._shown_as = {code: f"{language} ({code})" for code, language in LANGUAGES}
        self._codes = {language.lower(): code for code, language in LANGUAGES}
        self._codes |= {shown.lower(): code for code, shown in self._shown_as.items()}
        super().__init__(key, name, **options)
        self.offer(list(self._shown_as.values()))

    def put_first(self, codes: Sequence[str]) -> None:
        """Let the list begin with these codes, apart from all others; none for one list."""
        if self._first != (first := tuple(sorted(codes, key=self.text_of))):
            self._first = first
            others = [shown for code, shown in self._shown_as.items() if code not in first]
            self._box.offer([*map(self.text_of, first), *others], apart=len(first))

    def value_of(self, text: str) -> str:
        """The code of a listed language by its name, or the bare text."""
        return self._codes.get(text.strip().lower(), text.strip())

    def text_of(self, value: str) -> str:
        """The name and code of a listed language, or the bare code."""
        return self._shown_as.get(value, value)


class IndexField(Field):
    """A button's place, 0 to 9."""

    def __init__(self, key: str, name: str, most: int, **options: Any) -> None:
        self._spin = IndexSpin(most)
        super().__init__(key, name, self._spin, **options)
        self._spin.valueChanged.connect(self._chosen)

    def _put(self, text: str) -> None:
        self._spin.show_text(text)

    def _chosen(self, value: int) -> None:
        if value >= 0:
            self._take(str(value))
