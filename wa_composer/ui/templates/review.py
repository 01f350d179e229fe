"""What an import would change, shown before anything is overwritten."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wa_composer.message.definition_rules import check_definition
from wa_composer.message.definition_shape import editable
from wa_composer.message.import_words import break_sentence, sentence
from wa_composer.message.importing import Item, Plan
from wa_composer.message.library import Key
from wa_composer.ui.shell_parts import note, row_of
from wa_composer.ui.templates.review_cards import parts_of
from wa_composer.ui.templates.review_model import ReviewModel, ReviewPainter
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.check_box import CheckBox
from wa_composer.ui.widgets.labels import text_label
from wa_composer.ui.words import say

STRANGE_SHOWN = 5


class Review(QWidget):
    """Shows a plan; `accepted` carries the keys of what is to be replaced."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self._different: set[Key] = {item.key for item in plan.of("different")}
        self.model = ReviewModel(plan, self)
        self.list = QListView(self)
        self.list.setObjectName("reviewList")
        self.list.setAccessibleName(self.tr("Templates in the import"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReviewPainter(self.list))
        self.all = CheckBox(self.tr("Replace all that differ"), self)
        self.all.setVisible(len(self._different) > 1)
        self.one = CheckBox(self.tr("Replace the one in the library"), self)
        self.accept = self._button("primary")
        self.cancel = self._button("plain")
        self.cancel.setText(self.tr("Cancel import"))
        self.cancel.setAccessibleName(self.cancel.text())
        self._detail = QVBoxLayout()
        self._arrange()
        self._connect()
        self._count()
        if self.model.items:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, role: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", role)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(SPACE.xs)
        title = text_label(self.tr("Import templates"), "heading", self)
        head.addWidget(title)
        head.addWidget(note(self._summary(), "muted"))
        for text in self._strange():
            head.addWidget(note(text, "warning"))
        left = QFrame(self)
        left.setProperty("role", "card")
        side = QVBoxLayout(left)
        side.setContentsMargins(6, 6, 6, 6)
        side.addWidget(self.list, 1)
        inner = QWidget()
        inner.setObjectName("formInner")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, SPACE.s, 0)
        box.setSpacing(SPACE.m)
        box.addLayout(self._detail)
        box.addStretch(1)
        self._detail.setSpacing(SPACE.m)
        area = QScrollArea(self)
        area.setObjectName("formArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("What changes"))
        area.setWidget(inner)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE.l)
        middle.addWidget(left, 4)
        right = QVBoxLayout()
        right.setSpacing(SPACE.m)
        right.addWidget(self.one)  # above what scrolls: the choice is never out of sight
        right.addWidget(area, 1)
        middle.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.l)
        column.setSpacing(SPACE.l)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addLayout(row_of(self.all, None, self.cancel, self.accept))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda new, _old: self._show(new.row()))
        self.one.toggled.connect(self._choose_one)
        self.model.ticked.connect(self._tick)
        self.all.clicked.connect(self._choose_all)
        self.accept.clicked.connect(lambda: self.accepted.emit(set(self.model.replacing)))
        self.cancel.clicked.connect(self.cancelled)

    def _summary(self) -> str:
        count = {kind: len(self.plan.of(kind)) for kind in ("new", "draft", "different", "equal")}
        count["twice"] = len(self.plan.of("twice"))
        count["again"] = sum(1 for item in self.plan.of("equal") if item.again is not None)
        count["equal"] -= count["again"]
        said = {
            "new": self.tr("{count} new"),
            "different": self.tr("{count} different from the library"),
            "draft": self.tr("{count} without a proper name, kept as drafts"),
            "equal": self.tr("{count} there already"),
            "again": self.tr("{count} the same as another one of the import"),
            "twice": self.tr("{count} left out, since the name comes twice"),
        }
        parts = [text.format(count=count[kind]) for kind, text in said.items() if count[kind]]
        return ", ".join(parts) + "."

    def _strange(self) -> list[str]:
        text = self.tr("{file}: {path} is no template definition.")
        strange = self.plan.strange
        made = [text.format(file=f, path=p or "–") for f, p in strange[:STRANGE_SHOWN]]
        if len(strange) > STRANGE_SHOWN:
            more = self.tr("{count} more things in it are no template definitions.")
            made.append(more.format(count=len(strange) - STRANGE_SHOWN))
        return made

    def _count(self) -> None:
        added = len(self.plan.of("new", "draft"))
        replaced = len(self.model.replacing)
        if added and replaced:
            text = self.tr("Import {added}, replace {replaced}")
        elif replaced:
            text = self.tr("Replace {replaced}")
        elif added:
            text = self.tr("Import {added}")
        elif self._different:
            text = self.tr("Nothing chosen to replace")
        else:
            text = self.tr("Nothing to import")
        self.accept.setText(text.format(added=added, replaced=replaced))
        self.accept.setAccessibleName(self.accept.text())
        self.accept.setEnabled(bool(added or replaced))

    def _current(self) -> Item | None:
        row = self.list.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def _show(self, row: int) -> None:
        while (old := self._detail.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        item = self._current()
        self.one.setVisible(item is not None and item.kind == "different")
        if item is None:
            return
        self._detail.addWidget(note(say(sentence(item))))
        if item.kind in ("new", "draft", "different") and (count := _faults(item)):
            text = self.tr("Meta would not approve it: {count} faults, which the editor names.")
            if count == 1:
                text = self.tr("Meta would not approve it: one fault, which the editor names.")
            self._detail.addWidget(note(text.format(count=count), "note"))
        for broken in item.breaks:
            self._detail.addWidget(note(say(break_sentence(item, broken)), "note"))
        for part in parts_of(item):
            self._detail.addWidget(part)
        self._show_choice()

    def _show_choice(self) -> None:
        item = self._current()
        blocked = self.one.blockSignals(True)
        self.one.setChecked(item is not None and item.key in self.model.replacing)
        self.one.blockSignals(blocked)

    def _choose_one(self, on: bool) -> None:
        item = self._current()
        if item is not None:
            self._tick(item.key, on)

    def _tick(self, key: Key, on: bool) -> None:
        self._choose(self.model.replacing | {key} if on else self.model.replacing - {key})
        self._show_choice()

    def _choose_all(self, on: bool) -> None:
        self._choose(set(self._different) if on else set())
        self._show_choice()

    def _choose(self, keys: set[Key]) -> None:
        self.model.replace(keys)
        self.all.setChecked(keys == self._different)
        self._count()


def _faults(item: Item) -> int:
    flaws = check_definition(editable(item.definition))
    return sum(1 for flaw in flaws if flaw.level == "error")
