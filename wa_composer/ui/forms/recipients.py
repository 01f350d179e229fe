"""To whom a message goes: numbers typed or pasted in any of the usual ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wa_composer.message import phone
from wa_composer.ui.forms.fields import Field
from wa_composer.ui.forms.history import History, Step
from wa_composer.ui.widgets.chips import Chip, ChipEdit

_BREAK = re.compile(r"[,;\n\r\u2028\u2029\u060c\uff0c]|\s+(?=\+)")
_SIGNS = ",;\u060c\uff0c"
_COUNTRIES_SHOWN = 4
_LOOKED_AT = 50
"""Numbers whose countries are named on each letter."""


class RecipientsField(QWidget):
    """One or more phone numbers; equal messages go to each of them.

    `text` is what stands there, `numbers` what it means. Numbers loaded as a list come back
    as they were until something is typed, however odd they are.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: tuple[str, list[str]] = ("", [])
        self._history = History()
        self._box = _Box(self.tr("Recipients"), self.tr("separate with a comma, space or line"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.setFocusProxy(self._box.editor)
        self._box.edited.connect(self._typed)
        self._box.left.connect(self.show_countries)

    def text(self) -> str:
        """The numbers as they were typed."""
        return self._box.text()

    def numbers(self) -> list[str]:
        """The numbers, each without blanks and brackets."""
        text, numbers = self._loaded
        return list(numbers) if text == self.text() else phone.split_recipients(self.text())

    def load(self, recipients: str | Sequence[str]) -> None:
        """Show a text as it was typed, or a list of numbers."""
        if isinstance(recipients, str):
            text, numbers = recipients, phone.split_recipients(recipients)
        else:
            text, numbers = ", ".join(map(phone.pretty, recipients)), list(recipients)
        self._loaded = (text, numbers)
        self._history.clear()
        self._box.show_text(text)
        self._box.set_problem("", "")
        self._box.touch(bool(text))
        self._box.show_count(len(numbers), repeated=self._repeated(numbers))
        self._box.foot.show_hint("")
        if phone.is_ready() and len(numbers) <= _LOOKED_AT:
            self.show_countries()

    def add(self, typed: str) -> None:
        """Put `typed` at the end as the user would; a new number is parted from those there."""
        there = self.text()
        apart = not there or there[-1].isspace() or there[-1] in _SIGNS
        new = typed.lstrip().startswith("+")
        self._box.type_at_end(typed if apart or not new else f", {typed}")

    def show_problems(self, problems: Sequence[tuple[int, str, str]]) -> None:
        """Put a fault beneath: (which number, level, sentence); the first error comes first."""
        ordered = sorted(problems, key=lambda problem: problem[1] != "error")
        if not ordered:
            self._box.set_problem("", "")
            return
        index, level, sentence = ordered[0]
        numbers = self.numbers()
        if len(numbers) > 1 and 0 <= index < len(numbers):
            sentence = f"{phone.pretty(numbers[index])}: {sentence}"
        self._box.set_problem(level, sentence)

    def says_errors(self) -> bool:
        """Whether an error is in sight here."""
        return self._box.fault_shown() == "error"

    def focus_field(self) -> None:
        """Put the cursor here and show faults from now on, if there are numbers."""
        self._box.touch(self._box.touched or bool(self.text()))
        self._box.focus()

    def reveal(self, index: int | None = None) -> None:
        """Put the cursor here, into the number of that index if there is one; show what is wrong.

        `index` counts in `numbers`.
        """
        self._box.touch()
        self._box.focus()
        numbers = self.numbers()
        if index is not None and index < len(numbers):
            self._box.go_to(numbers[index])

    def show_countries(self) -> None:
        """Name the countries of all numbers, or what one looks odd for, now nobody is typing."""
        numbers = [number for number in self.numbers() if phone.problem_of(number) is None]
        doubted = ((number, phone.doubt(number)) for number in numbers)
        number, doubt = next((pair for pair in doubted if pair[1] is not None), ("", None))
        if doubt is None:
            self._name(numbers)
        else:
            sentence = doubt.translated(lambda text: QCoreApplication.translate("words", text))
            self._box.foot.show_hint(f"{phone.pretty(number)}: {sentence}")

    def tell_countries(self) -> None:
        """They can be told now: of all numbers, or of the whole ones while more is typed."""
        if self.has_focus and self.text() != self._loaded[0]:
            self._count()
        else:
            self.show_countries()

    def undo(self) -> bool:
        """Take back the last change; False if there is none."""
        return self._go_to(self._history.undo(self.text()))

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        return self._go_to(self._history.redo(self.text()))

    @property
    def has_focus(self) -> bool:
        """Whether the cursor is here."""
        return self._box.editor.hasFocus()

    def _go_to(self, step: Step | None) -> bool:
        if step is None:
            return False
        self._box.show_text(step.state)
        self._box.focus()
        self._count()
        self.edited.emit()
        return True

    def _typed(self, before: str, after: str) -> None:
        self._history.record(before, "recipients", (before, after))
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        """Say how many there are, and where those are that are typed to their end."""
        numbers = self.numbers()
        self._box.show_count(len(numbers), repeated=self._repeated(numbers))
        few = numbers if len(numbers) <= _LOOKED_AT else []  # of more when the field is left
        self._name([number for number in few if phone.is_complete(number)])

    def _repeated(self, numbers: Sequence[str]) -> bool:
        """Whether one of them is written there more than once."""
        return len(phone.written_recipients(self.text())) > len(numbers)

    def _name(self, numbers: Sequence[str]) -> None:
        """Name the countries of these numbers, as a check against slips."""
        names: list[str] = []
        for code in map(phone.country, numbers):
            name = QLocale.territoryToString(QLocale.codeToTerritory(code)) if code else ""
            names += [name] if name and name not in names else []
        more = len(names) > _COUNTRIES_SHOWN
        shown = " · ".join(names[:_COUNTRIES_SHOWN])
        self._box.foot.show_hint(f"{shown} …" if more else shown)


class _Box(Field):
    """The field itself."""

    def __init__(self, name: str, rule: str) -> None:
        self._edit = ChipEdit(chips_of)
        self._empty_rule = rule
        super().__init__("recipients", name, self._edit, rule=rule)
        self._edit.textChanged.connect(lambda: self._take(self._edit.text()))

    def show_count(self, count: int, *, repeated: bool = False) -> None:
        """Say how many numbers there are, or how to part them."""
        if repeated:
            left = QCoreApplication.translate("RecipientsField", "{0} without repeats")
            self.show_rule(left.format(count))
            return
        several = QCoreApplication.translate("RecipientsField", "{0} numbers")
        self.show_rule(self._empty_rule if count < 2 else several.format(count))

    def type_at_end(self, text: str) -> None:
        """Type `text` after what is there."""
        self._edit.moveCursor(QTextCursor.MoveOperation.End)
        self._edit.insertPlainText(text)

    def go_to(self, number: str) -> None:
        """Put the cursor after `number`, or the first wrong one, and scroll it into sight."""
        start, ends = 0, dict[str, int]()
        for line in self._edit.text().split("\n"):
            for chip in chips_of(line):
                ends.setdefault(_plain(line[chip.start : chip.end]), start + chip.end)
                if chip.wrong:
                    ends.setdefault("", start + chip.end)
            start += len(line) + 1
        cursor = self._edit.textCursor()
        cursor.setPosition(ends.get(_plain(number), ends.get("", start - 1)))
        self._edit.setTextCursor(cursor)

    def _put(self, text: str) -> None:
        self._edit.show_text(text)
        # Here the program begins, with the cursor where the next number goes.
        self._edit.moveCursor(QTextCursor.MoveOperation.End)


@lru_cache(maxsize=512)
def chips_of(line: str) -> tuple[Chip, ...]:
    """The numbers in one line of text, with whether something is wrong with each."""
    chips = []
    start = 0
    for match in (*_BREAK.finditer(line), None):
        end = len(line) if match is None else match.start()
        piece = line[start:end]
        wrong = _is_wrong(piece)
        if wrong is not None:
            lead = len(piece) - len(piece.lstrip())
            chips.append(Chip(start + lead, start + len(piece.rstrip()), wrong))
        start = end if match is None else match.end()
    return tuple(chips)


@lru_cache(maxsize=4096)
def _is_wrong(piece: str) -> bool | None:
    """Whether something is wrong with the number in a piece of text; None where there is none."""
    number = _plain(piece)
    return phone.fault(number) is not None if number else None


def _plain(piece: str) -> str:
    """A number as it is compared and checked: without blanks and brackets."""
    return "".join(phone.split_recipients(piece))
