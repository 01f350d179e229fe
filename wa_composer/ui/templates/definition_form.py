"""The form that a template is written in."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from wa_composer.message.definition_shape import blank_definition
from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.piece import Edit, Message
from wa_composer.ui.templates.definition_buttons import ButtonsPart
from wa_composer.ui.templates.definition_parts import BodyPart, FooterPart, HeaderPart, HeadPart
from wa_composer.ui.templates.definition_wire import without_aside


class DefinitionForm(MessageForm):
    """Edits one raw definition in the plain shape of `definition_shape.editable`."""

    kind = "definition"

    @classmethod
    def blank(cls) -> Message:
        """A template nobody has written yet."""
        return blank_definition()

    def load(self, message: Mapping[str, Any]) -> None:
        """Show a definition, with nothing aside."""
        super().load(without_aside(deepcopy(dict(message))))

    def raw(self) -> Message:
        """The definition as it stands in the form."""
        return without_aside(super().raw())

    def whole(self) -> Message:
        """The definition with what waits aside, for `come_back`."""
        return super().raw()

    def come_back(self, whole: Message) -> None:
        """Show what `whole` gave."""
        super().load(whole)

    def _build(self) -> None:
        self.head = HeadPart(self)
        self._header = HeaderPart(self)
        self.body = BodyPart(self)
        self._buttons = ButtonsPart(self)
        for piece in (self.head, self._header, self.body, FooterPart(self), self._buttons):
            self._add(piece)

    def _after(self, edit: Edit) -> None:
        """Rows for examples come and go as placeholders are typed."""
        if edit.typed is not None:
            for piece in (self._header, self.body, self._buttons):
                piece.show_examples(self._message)
