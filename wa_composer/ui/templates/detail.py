"""One template in detail: what can be done with it, where it comes from, its picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wa_composer.message.definition import Definition
from wa_composer.message.library import Entry, Key, key_problem
from wa_composer.message.limits import LANGUAGES
from wa_composer.message.standing import CHANGED, standing
from wa_composer.ui.picture_choice import PictureChoice
from wa_composer.ui.shell_parts import ElidedLabel
from wa_composer.ui.templates.picture import TemplatePicture
from wa_composer.ui.templates.star import StarButton
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets import Segmented
from wa_composer.ui.widgets.breaking_label import BreakingLabel
from wa_composer.ui.widgets.combo import ComboBox
from wa_composer.ui.widgets.labels import text_label
from wa_composer.ui.widgets.once_button import OnceButton
from wa_composer.ui.widgets.wrap_row import WrapRow
from wa_composer.ui.words import say

LANGUAGES_BESIDE = 4
EXAMPLES_SHOWN = 30
PICTURE = (280, 408)
WORD = 20
"""Letters that a line beside a fact's name surely holds in the smallest window."""


class TemplateDetail(QWidget):
    """Shows one entry; each wish leaves as a signal."""

    use_requested = Signal()
    edit_requested = Signal()
    duplicate_requested = Signal()
    export_requested = Signal()
    remove_requested = Signal()
    favourite_changed = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, chosen: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Key = ("", "")
        self._offered: tuple[str, ...] = ()
        self.name = ElidedLabel(self)
        self.name.setProperty("role", "heading")
        self.star = StarButton(self)
        self.star.clicked.connect(self.favourite_changed)
        self.use = self._button(self.tr("Use template"), "primary", self.use_requested)
        self.edit = self._button(self.tr("Edit template"), "plain", self.edit_requested)
        more = (
            (self.tr("Duplicate"), self.duplicate_requested),
            (self.tr("Export…"), self.export_requested),
            (self.tr("Remove template"), self.remove_requested),
        )
        self.more = [self._button(text, "quiet", signal) for text, signal in more]
        self.picture = TemplatePicture(chosen, self)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(SPACE.m)
        self._languages: Segmented | ComboBox | None = None
        self._arrange()

    def show_entry(
        self, entry: Entry, made: Definition, languages: Sequence[str], origin: str
    ) -> None:
        """Show an entry as it was read; `origin` says where it comes from."""
        self._key = entry.key
        self.name.show_text(entry.name or self.tr("No name yet"))
        self.star.setChecked(entry.favourite)
        self._show_languages(tuple(languages), entry.language)
        why = key_problem(entry.name, entry.language)
        self.use.setEnabled(why is None)
        self.use.setToolTip("" if why is None else say(why))
        self._show_facts(made, origin, standing(entry), None if why is None else say(why))
        self.picture.show_definition(made)

    def key(self) -> Key:
        """Name and language of the template that is shown."""
        return self._key

    # Private

    def _button(self, text: str, role: str, signal: object) -> QPushButton:
        button = OnceButton(text, self)
        button.setProperty("role", role)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(self.name, 1)
        head.addWidget(self.star)
        self._language_room = QHBoxLayout()
        self._language_room.setContentsMargins(0, 0, 0, 0)
        actions = WrapRow(SPACE.s, self.use, self.edit)
        others = WrapRow(SPACE.xs, *self.more, hang=10)
        inner = QWidget()
        inner.setObjectName("formInner")
        left = QVBoxLayout(inner)
        left.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)
        left.setSpacing(SPACE.m)
        left.addLayout(head)
        left.addLayout(self._language_room)
        left.addLayout(actions)
        left.addLayout(others)
        left.addLayout(self._facts)
        left.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("formArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Template"))
        area.setWidget(inner)
        self.picture.setMinimumWidth(PICTURE[0])
        self.picture.setMaximumWidth(PICTURE[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(area, 5)
        row.addWidget(self.picture, 4)

    def _show_languages(self, languages: tuple[str, ...], chosen: str) -> None:
        if languages != self._offered:
            self._offered = languages
            while (item := self._language_room.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            self._languages = self._choice(languages) if len(languages) > 1 else None
            if self._languages is not None:
                self._language_room.addWidget(self._languages)
                self._language_room.addStretch(1)
        if isinstance(self._languages, Segmented):
            self._languages.select(chosen)
        elif isinstance(self._languages, ComboBox):
            blocked = self._languages.blockSignals(True)
            self._languages.setCurrentIndex(self._languages.findData(chosen))
            self._languages.blockSignals(blocked)

    def _choice(self, languages: tuple[str, ...]) -> Segmented | ComboBox:
        names = [(code, code or "–") for code in languages]
        if len(languages) <= LANGUAGES_BESIDE:
            segments = Segmented(names, self.tr("Template language"), self)
            segments.chosen.connect(self.language_chosen)
            return segments
        box = ComboBox(self)
        box.setAccessibleName(self.tr("Template language"))
        for code, text in names:
            box.addItem(text, code)
        box.currentIndexChanged.connect(
            lambda index: self.language_chosen.emit(str(box.itemData(index)))
        )
        return box

    def _show_facts(self, made: Definition, origin: str, status: str, why: str | None) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if why is not None:
            text = self.tr("This is a draft, no message can use it yet. {why}").format(why=why)
            said = BreakingLabel(text, selectable=False)
            said.setProperty("role", "note")
            self._facts.addWidget(said)
        self._facts.addWidget(self._card(self._known(made, origin, status)))
        examples = list(made.examples.items())[:EXAMPLES_SHOWN]
        if examples:
            rows = [(_placeholder(name), text) for name, text in examples]
            self._facts.addWidget(self._card(rows, self.tr("Example values")))

    def _known(self, made: Definition, origin: str, status: str) -> list[tuple[str, str]]:
        language = dict(LANGUAGES).get(self._key[1], "")
        code = self._key[1] or "–"
        spelled = f"{language} ({code})" if language else code
        rows = [(self.tr("Comes from"), origin), (self.tr("Language"), spelled)]
        if made.category:
            rows.append((self.tr("Category"), made.category.capitalize()))
        if status == CHANGED:
            rows.append((self.tr("Status"), self.tr("Changed since it was approved")))
        elif status:
            rows.append((self.tr("Status"), status.replace("_", " ").capitalize()))
        return rows

    def _card(self, rows: list[tuple[str, str]], title: str = "") -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        form = QFormLayout(card)
        form.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        form.setHorizontalSpacing(SPACE.l)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        if title:
            form.addRow(text_label(title, "title"))
        for name, text in rows:
            said = text_label(name, "muted")
            said.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            said.setContentsMargins(0, 1, 0, 0)  # its letters are smaller than those beside it
            form.addRow(said, BreakingLabel(text[:400], longest=WORD))
        return card


def _placeholder(name: str) -> str:
    """The name of an example as people read it: ``{{1}}``, Header, Button 2."""
    from PySide6.QtCore import QCoreApplication

    part, _, rest = name.partition(":")
    if part == "header":
        word = QCoreApplication.translate("TemplateDetail", "Header")
        return f"{word} {{{{{rest}}}}}" if rest else word
    if part == "button" and rest.isdigit():
        word = QCoreApplication.translate("TemplateDetail", "Button {number}")
        return word.format(number=int(rest) + 1)
    return f"{{{{{name}}}}}"
