"""Small widgets without knowledge of messages: cards, fields, segmented control, icons."""

from __future__ import annotations

from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.combo import ComboBox, EditableCombo
from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labelled import FootLine, LabelledField
from wa_composer.ui.widgets.labels import text_label
from wa_composer.ui.widgets.line_edit import LineEdit
from wa_composer.ui.widgets.segmented import Segmented
from wa_composer.ui.widgets.spin import IndexSpin
from wa_composer.ui.widgets.text_edit import GrowingEdit

__all__ = [
    "AddButton",
    "Card",
    "ComboBox",
    "EditableCombo",
    "FootLine",
    "GrowingEdit",
    "IconButton",
    "IndexSpin",
    "LabelledField",
    "LineEdit",
    "Segmented",
    "text_label",
]
