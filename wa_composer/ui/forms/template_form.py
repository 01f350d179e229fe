"""The form of a template message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.header import HeaderPiece
from wa_composer.ui.forms.piece import Edit, Message
from wa_composer.ui.forms.template_body import BodyValues
from wa_composer.ui.forms.template_buttons import TemplateButtons
from wa_composer.ui.forms.template_head import TemplateHead
from wa_composer.ui.forms.wordings import Wordings, excerpts


class TemplateForm(MessageForm):
    """Name, language, header, body values and buttons; and the wording, for the preview only.

    The wording is kept per name and language by whoever listens to `template_text_edited`
    (name, language code, text) and comes back through `set_templates`.
    """

    template_text_edited = Signal(str, str, str)
    kind = "template"

    @classmethod
    def blank(cls) -> Message:
        """An empty template."""
        return {"type": cls.kind, cls.kind: raw.blank()}

    def set_templates(self, templates: Sequence[tuple[str, str, str]]) -> None:
        """Offer known templates: (name, language code, text of the body)."""
        self._wordings.replace(templates)
        self._head.name.offer(self._wordings.names())
        if not self._head.wording.editor.hasFocus():
            self._follow()

    def show_template_text(self, text: str) -> None:
        """Show the wording of the template that the form names, unless it is being typed."""
        if not self._head.wording.editor.hasFocus():
            self._show_wording(text)

    def template_text(self) -> str:
        """The wording that stands in the form."""
        return self._wording

    # MessageForm

    def _build(self) -> None:
        self._wording = ""
        self._wordings = Wordings()
        self._loose = False
        self._head = TemplateHead(self)
        header = HeaderPiece(raw.TemplateHeader(), captions=False, parent=self)
        self._body = BodyValues(self)
        for piece in (self._head, header, self._body, TemplateButtons(self)):
            self._add(piece)
        self._head.wording_typed.connect(self._type_wording)
        self._head.name_picked.connect(self._pick)
        self._head.left.connect(self._settle)

    def _state(self) -> Any:
        return self._message, self._wording

    def _restore(self, state: Any) -> None:
        self._message, wording = state
        if wording != self._wording:
            self._show_wording(wording)
            self._tell()

    def _show(self) -> None:
        super()._show()
        if self._wordings.text(*self._template()) is not None:
            self._follow()

    def _after(self, edit: Edit) -> None:
        if edit.key in ("name", "language"):
            self._follow(offer=True)

    # Private

    def _template(self) -> tuple[str, str]:
        """Name and language code as they stand in the message."""
        code = wire.text_at(self._message, "template", "language", "code")
        return wire.text_at(self._message, "template", "name"), code

    def _follow(self, offer: bool = False) -> None:
        """Show the wording of the template that is named now; `offer` rows for its values.

        An unknown template has none. Only what was typed before the template had both its
        name and its language stays, since it was meant for the template to be named.
        """
        known = self._wordings.text(*self._template())
        if known is None:
            if not self._loose:
                self._show_wording("")
            return
        self._show_wording(known)
        if offer:
            self._offer_rows(known, trim=True)

    def _offer_rows(self, wording: str, trim: bool = False) -> None:
        """Have a body value for each placeholder; the step of undo is that of the edit."""
        message = self.raw()
        raw.offer_values(message, len(excerpts(wording)), trim)
        if message != self._message:
            self._message = message
            self._body.show_message(message)

    def _show_wording(self, text: str) -> None:
        self._loose = False
        self._wording = text
        self._head.wording.show_text(text)
        self._body.show_placeholders(excerpts(text) if text else None)

    def _type_wording(self, before: str, text: str) -> None:
        self._history.record(self._state(), "wording", (before, text))
        self._wording = text
        self._loose = not all(self._template())
        found = excerpts(text)
        self._offer_rows(text)
        self._body.show_placeholders(found if text else None)
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        """Hand the wording out, once it is clear whose it is."""
        name, language = self._template()
        if name and language:
            self._wordings.keep(name, language, self._wording)
            self.template_text_edited.emit(name, language, self._wording)

    def _settle(self) -> None:
        """Name or language was left: wording that waited for them has found its template."""
        if self._loose and all(self._template()):
            self._loose = False
            self._tell()
            self.edited.emit()

    def _pick(self, name: str) -> None:
        """A template was chosen from the list: in a language that it exists in."""
        languages = self._wordings.languages(name)
        if languages and self._template()[1] not in languages:
            code = languages[0]
            self._apply(Edit("language", lambda message: raw.set_language(message, code)))
