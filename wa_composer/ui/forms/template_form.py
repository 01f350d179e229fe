"""The form of a template message."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal

from wa_composer.message.slots import VALUES_MOST, Slots
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.header import HeaderPiece
from wa_composer.ui.forms.piece import Edit, Message
from wa_composer.ui.forms.template_body import BodyValues
from wa_composer.ui.forms.template_buttons import TemplateButtons
from wa_composer.ui.forms.template_follow import Kept, Known, adopt, kept_of
from wa_composer.ui.forms.template_head import TemplateHead
from wa_composer.ui.forms.template_origin import Origin, origin_of
from wa_composer.ui.forms.template_places import is_other, known_at, noted
from wa_composer.ui.forms.wordings import Wordings, excerpts, hints

WORDING = "wording"
"""Where the parts of a picture lead that no value stands in."""
Find = Callable[[str, str], Slots | None]


class TemplateForm(MessageForm):
    """Name, language, header, body values and buttons.

    Of a template that `follow` tells about there are exactly the fields that it takes, and beside
    them what a message has more than that. Of any other fields are added by hand.

    The template's own text is written elsewhere: `text_requested` asks for that with its name and
    language code, and it comes back through `set_templates`.
    """

    text_requested = Signal(str, str)
    _head: TemplateHead
    _find: Find
    _last: Known | None  # whose values stand in the message

    kind = "template"

    @classmethod
    def blank(cls) -> Message:
        """An empty template."""
        return {"type": cls.kind, cls.kind: raw.blank()}

    def set_templates(self, templates: Sequence[tuple[str, str, str]]) -> None:
        """Offer known templates: (name, language code, text of the body)."""
        self._wordings.replace(templates)
        self._head.offer_known()
        self.catch_up()

    def change_templates(self, texts: Mapping[tuple[str, str], str | None]) -> None:
        """Know the body of some templates, by name and language, otherwise; None: it is gone."""
        self._head.offer_known(names=self._wordings.change(texts))
        if self._template() in texts:
            self.catch_up()

    def follow(self, find: Find) -> None:
        """Ask `find` (name, language code) from now on what a template takes; None if unknown."""
        self._find = find
        self.catch_up()

    def catch_up(self) -> None:
        """The library says something else now: the fields show that, with the values in place."""
        before = self._message, self.aside()
        self._adopt_wording()
        self._show()
        if (self._message, self.aside()) != before:
            self._history.pause()
            self.edited.emit()

    def show_origin(self, text: str, known: bool) -> None:
        """Say where the template's text comes from; whether there is one."""
        self._head.show_origin(text, known)

    def go_to(self, keys: Sequence[str]) -> bool:
        """Put the cursor into the first field of these; "wording" is the way to the text."""
        if super().go_to(keys):
            return True
        if WORDING in keys:
            self._head.write.setFocus(Qt.FocusReason.OtherFocusReason)
        return WORDING in keys

    def choose(self, name: str, language: str) -> None:
        """Name this template as the user would; a step of undo."""

        def apply(message: Message) -> None:
            raw.set_name(message, name)
            raw.set_language(message, language)

        self._apply(Edit("name", apply))

    def aside(self) -> dict[str, Any]:
        """What is no part of the message: values of other templates, and what its own are for.

        JSON values, for `bring_aside`; empty when there is nothing.
        """
        beside = noted(self._last, self._template())
        return self._origin.state() | self._kept.state() | beside

    def bring_aside(self, aside: Mapping[str, Any]) -> None:
        """Take up what `aside` gave for the message that is loaded."""
        self._kept, self._origin = kept_of(aside), origin_of(aside)
        self._follow()
        then = known_at(aside, self._template())
        if then is not None:
            self._last = then
            self.catch_up()

    # MessageForm

    def _build(self) -> None:
        self._wordings = Wordings()
        self._find = lambda _name, _language: None
        self._slots: Slots | None = None
        self._last = None
        self._kept, self._origin = Kept(), Origin()
        self._just_named = QTimer(self, singleShot=True, interval=0)
        self._head = TemplateHead(self._wordings, self)
        self._header = HeaderPiece(raw.TemplateHeader(), captions=False, parent=self)
        self._body = BodyValues(self)
        self._buttons = TemplateButtons(self)
        for piece in (self._head, self._header, self._body, self._buttons):
            self._add(piece)
        self._head.name_picked.connect(self._pick)
        self._head.text_requested.connect(lambda: self.text_requested.emit(*self._template()))

    def load(self, message: Mapping[str, Any]) -> None:
        """Show a message; values kept of the one before are dropped."""
        self._kept, self._origin = Kept(), Origin()
        super().load(message)
        self._last = self._named()

    def clear_values(self) -> None:
        """Empty the values, also those kept aside for other templates."""
        super().clear_values()
        self._kept, self._origin = Kept(), Origin()
        self._follow()

    def _state(self) -> Any:
        return self._message, self._last, self._kept, self._origin

    def _restore(self, state: Any) -> None:
        self._message, self._last, self._kept, self._origin = state
        self._adopt_wording()  # the wording may be another one since then

    def _show(self) -> None:
        self._expect()
        super()._show()
        self._follow()

    def _after(self, edit: Edit) -> None:
        if edit.key == "name":
            self._just_named.start()  # a choice from the list tells of its name, then of itself
        if edit.key in ("name", "language"):
            self._take_shape()
            self._follow(offer=True)
            return
        self._origin = self._origin.edited(edit)
        self._head.show_typed_for("")
        if self._slots is None and not (edit.typed and self._is_of(self._last)):
            self._last = None  # by hand from here on

    # Private

    def _template(self) -> tuple[str, str]:
        """Name and language code as they stand in the message."""
        return raw.named(self._message)

    def _is_of(self, known: Known | None) -> bool:
        """Whether that is the template in the message, though maybe with another wording."""
        return known is not None and (known.name, known.language) == self._template()

    def _named(self) -> Known | None:
        """The template that is named now, if all that it takes is known."""
        return self._known(*self._template())

    def _known(self, name: str, language: str) -> Known | None:
        found = self._find(name, language)
        return Known(name, found, language) if found is not None and found.whole else None

    def _expect(self) -> None:
        """Let the pieces show the fields of the template that is named now."""
        known = self._named()
        whole = self._slots = known.slots if known is not None else None
        self._body.expect(whole.body if whole else None)
        self._buttons.expect(whole)
        if whole is None:
            self._header.expect(None)
        else:
            example = whole.header_slot.example
            said = self.tr("for example {0}").format(example) if example else ""
            self._header.expect(whole.header, said, whole.header_text)

    def _take_shape(self) -> None:
        """Another template may be named now: carry the values over into its places."""
        new, shown = self._named(), self._slots
        if new is not None:
            self._carry_over(new)
        self._expect()
        if new is not None or self._slots is not shown:
            super()._show()

    def _carry_over(self, new: Known) -> None:
        message, kept = self.raw(), deepcopy(self._kept)
        adopt(message, self._last, new, kept)
        message = deepcopy(message)  # what is kept aside is not to change with it
        self._origin = self._origin.carried(message, self._last, new)
        self._message, self._last, self._kept = message, new, kept

    def _adopt_wording(self) -> None:
        """Bring values from the places of another wording into those of the one named."""
        new = self._named()
        if new is not None and self._last is not None and is_other(self._last, new):
            self._carry_over(new)
        self._last = new or self._last

    def _follow(self, offer: bool = False) -> None:
        """Show the words around each value; `offer` rows for the values of the template."""
        known = self._wordings.text(*self._template())
        count = None if self._slots is None else len(self._slots.body)
        self._body.show_placeholders(hints(known or "", count))
        self._head.show_typed_for(self._origin.told(self._message))
        if known is not None and offer and self._slots is None:
            self._offer_rows(known)

    def _offer_rows(self, wording: str) -> None:
        """Have a body value for each placeholder, unless fields for so many are never made."""
        count = len(excerpts(wording))
        if count > VALUES_MOST:
            return
        message = self.raw()
        raw.offer_values(message, count, trim=True)
        if message != self._message:
            self._message = message
            self._body.show_message(message)

    def _pick(self, name: str) -> None:
        """A template was chosen from the list: in a language that it exists in."""
        languages = self._wordings.languages(name)
        if languages and self._template()[1] not in languages:
            code = languages[0]
            edit = Edit("language", lambda message: raw.set_language(message, code))
            self._apply(edit, joined=self._just_named.isActive())
