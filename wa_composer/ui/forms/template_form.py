"""The form of a template message."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal

from wa_composer.message.slots import Slots
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.header import HeaderPiece
from wa_composer.ui.forms.piece import Edit, Message
from wa_composer.ui.forms.template_body import BodyValues
from wa_composer.ui.forms.template_buttons import TemplateButtons
from wa_composer.ui.forms.template_follow import Kept, Known, adopt
from wa_composer.ui.forms.template_head import TemplateHead
from wa_composer.ui.forms.wordings import Wordings, excerpts, surroundings

Find = Callable[[str, str], Slots | None]


class TemplateForm(MessageForm):
    """Name, language, header, body values and buttons; and the wording, for the preview only.

    Of a template that `follow` tells about there are exactly the fields that it takes, and beside
    them what a message has more than that. Of any other fields are added by hand.

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
        self._show()
        if not self._head.wording.editor.hasFocus():
            self._follow()

    def follow(self, find: Find) -> None:
        """Ask `find` (name, language code) from now on what a template takes; None if unknown."""
        self._find = find
        self._show()

    def show_template_text(self, text: str) -> None:
        """Show the wording of the template that the form names, unless it is being typed."""
        if not self._head.wording.editor.hasFocus():
            self._show_wording(text)

    def choose(self, name: str, language: str) -> None:
        """Name this template as the user would; a step of undo."""

        def apply(message: Message) -> None:
            raw.set_name(message, name)
            raw.set_language(message, language)

        self._apply(Edit("name", apply))

    def template_text(self) -> str:
        """The wording that stands in the form."""
        return self._wording

    # MessageForm

    def _build(self) -> None:
        self._wording = ""
        self._wordings = Wordings()
        self._loose = False
        self._find = _unknown
        self._slots: Slots | None = None
        self._last: Known | None = None  # whose values stand in the message
        self._kept = Kept()
        self._head = TemplateHead(self)
        self._header = HeaderPiece(raw.TemplateHeader(), captions=False, parent=self)
        self._body = BodyValues(self)
        self._buttons = TemplateButtons(self)
        for piece in (self._head, self._header, self._body, self._buttons):
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

    def load(self, message: Mapping[str, Any]) -> None:
        """Show a message; values kept of the one before are dropped."""
        self._last, self._kept = None, Kept()
        super().load(message)

    def clear_values(self) -> None:
        """Empty the values, also those kept aside for other templates."""
        self._kept = Kept()
        super().clear_values()

    def _show(self) -> None:
        self._expect()
        super()._show()
        if self._wordings.text(*self._template()) is not None:
            self._follow()

    def _after(self, edit: Edit) -> None:
        if edit.key in ("name", "language"):
            self._take_shape()
            self._follow(offer=True)
        elif self._slots is None:
            self._last = None  # by hand from here on

    # Private

    def _template(self) -> tuple[str, str]:
        """Name and language code as they stand in the message."""
        code = wire.text_at(self._message, "template", "language", "code")
        return wire.text_at(self._message, "template", "name"), code

    def _expect(self) -> None:
        """Let the pieces show the fields of the template that is named now."""
        name, language = self._template()
        found = self._find(name, language)
        whole = found if found is not None and found.whole else None
        self._slots = whole
        if whole is not None:
            self._last = Known(name, whole)
        self._body.expect(whole.body if whole else None)
        self._buttons.expect(whole)
        if whole is None:
            self._header.expect(None)
        else:
            example = self._for_example(whole.header_slot.example)
            self._header.expect(whole.header, example, whole.header_text)

    def _take_shape(self) -> None:
        """Another template may be named now: carry the values over into its places."""
        old, shown = self._last, self._slots
        self._expect()
        if self._slots is not None and self._last is not None:
            message = self.raw()
            adopt(message, old, self._last, self._kept)
            self._message = message
        if self._slots is not shown:
            super()._show()

    def _for_example(self, example: str) -> str:
        return self.tr("for example {0}").format(example) if example else ""

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
        if offer and self._slots is None:
            self._offer_rows(known, trim=True)

    def _offer_rows(self, wording: str, trim: bool = False) -> None:
        """Have a body value for each placeholder; the step of undo is that of the edit."""
        message = self.raw()
        count = len(excerpts(wording)) if self._slots is None else len(self._slots.body)
        raw.offer_values(message, count, trim)
        if message != self._message:
            self._message = message
            self._body.show_message(message)

    def _show_wording(self, text: str) -> None:
        self._loose = False
        self._wording = text
        self._head.wording.show_text(text)
        self._body.show_placeholders(self._around(text))

    def _around(self, text: str) -> Sequence[str] | None:
        """For each body value the words around it; None where no wording is known."""
        if self._slots is None:
            return excerpts(text) if text else None
        found = surroundings(text)
        return [found.get(slot.name, "") for slot in self._slots.body]

    def _type_wording(self, before: str, text: str) -> None:
        self._history.record(self._state(), "wording", (before, text))
        self._wording = text
        self._loose = not all(self._template())
        self._tell()
        self._expect()
        self._offer_rows(text, trim=self._slots is not None)
        self._show()
        self._body.show_placeholders(self._around(text))
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


def _unknown(_name: str, _language: str) -> Slots | None:
    return None
