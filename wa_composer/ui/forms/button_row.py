"""The row of one button of a template."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wa_composer.message.button_links import resolved
from wa_composer.message.limits import BUTTON_INDEX_MAX, PAYLOAD_MAX
from wa_composer.message.slots import ButtonSlot
from wa_composer.ui.forms import button_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import ChoiceField, IndexField, LineField
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.elided import ElidedLine
from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labelled import FootLine

_LABEL_MOST = 40


class ButtonRow(QWidget):
    """One button: its kind, its place, its value, and a line beneath for all three.

    Of a button that the template asks for only the value is to be given; of a link the address
    that it opens stands beneath.
    """

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Button {0}").format(number + 1)
        key = f"button.{number}"
        self._hints = {
            "quick_reply": self.tr("Comes back to you when the customer taps the button."),
            "url": self.tr("Goes to the end of the link that the template has."),
            "phone_number": self.tr("Takes no value when sending: leave it empty."),
        }
        kinds = [
            ("quick_reply", self.tr("Quick reply")),
            ("url", self.tr("Link")),
            ("phone_number", self.tr("Phone number")),
        ]
        self.foot = FootLine(parent=self)
        self.kind = ChoiceField(
            f"{key}.kind", self.tr("{0} kind").format(name), kinds, foot=self.foot, parent=self
        )
        self.index = IndexField(
            f"{key}.index",
            self.tr("{0} index").format(name),
            BUTTON_INDEX_MAX,
            foot=self.foot,
            parent=self,
        )
        self.remove = IconButton(self.tr("Remove button {0}").format(number + 1), "close")
        self.value = LineField(
            f"{key}.value",
            self.tr("{0} value").format(name),
            foot=self.foot,
            beside=self.remove,
            parent=self,
        )
        self.address = ElidedLine(parent=self)
        self._url = ""
        self.value.edited.connect(lambda _before, text: self._show_address(text))
        self._lay_out()

    def show_button(self, component: Any, slot: ButtonSlot | None = None) -> None:
        """Show a button component, or the place for one that the template asks for."""
        kind = wire.text_at(component, "sub_type")
        kind = kind.lower() if kind.lower() in self._hints else kind
        kind = slot.kind if slot is not None else kind
        self.kind.show_text(kind)
        self.index.show_text(str(slot.place) if slot else wire.text_at(component, "index"))
        self.value.show_text(raw.button_value(component))
        counted = kind == "quick_reply" and slot is None
        self.value.set_limit(PAYLOAD_MAX if counted else 0, len(self.value.text()))
        self.kind.setVisible(slot is None)
        self.index.setVisible(slot is None)
        self.value.show_beside(slot is None)
        self._show_slot(slot, self._hints.get(kind, ""))

    def _show_slot(self, slot: ButtonSlot | None, hint: str) -> None:
        example = slot.example if slot is not None else ""
        said = self.tr("for example {0}").format(example) if example else ""
        label = slot.label if slot is not None else ""
        self.value.show_example(said)
        if slot is not None:
            self.value.show_rule(label if len(label) <= _LABEL_MOST else label[:_LABEL_MOST] + "…")
        self.value.show_note(". ".join(part for part in (label, said, hint) if part))
        self._url = slot.url if slot is not None else ""
        self.address.setVisible(bool(self._url))
        self._show_address(self.value.text())
        self.foot.show_hint("" if self._url else hint)

    def _show_address(self, value: str) -> None:
        if self._url:
            self.address.show_text(self.tr("Opens {0}").format(resolved(self._url, value)))

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.s)
        fields.addWidget(self.kind)
        fields.addWidget(self.index)
        fields.addWidget(self.value, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(fields)
        column.addWidget(self.address)
        column.addWidget(self.foot)
