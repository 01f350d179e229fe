"""Form to message to picture: what happens on each keystroke."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wa_composer.insider.payload import as_text, to_payload
from wa_composer.message.definition import Definition
from wa_composer.message.draft import Draft
from wa_composer.message.fitting import misfits
from wa_composer.message.phone import pretty
from wa_composer.message.template import Template
from wa_composer.preview import scene
from wa_composer.session.composer import Composer
from wa_composer.session.wording import Wording
from wa_composer.ui.composer_pane import KINDS, ComposerPane
from wa_composer.ui.forms import TemplateForm
from wa_composer.wiring import faults
from wa_composer.wiring.catching_up import catch_up
from wa_composer.wiring.faults import Fault
from wa_composer.wiring.provenance import told

if TYPE_CHECKING:
    from wa_composer.message.request import Outgoing
    from wa_composer.storage.accounts import Account
    from wa_composer.ui.bridge import Bridge
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.media import Media


class Composing(QObject):
    """Carries edits to the composer and its drafts to form, picture, request and Send.

    `shown` follows when another message, and so maybe another sender, is on the screen; `removed`
    when one that was filled in has been taken away.
    """

    shown = Signal()
    removed = Signal()

    def __init__(
        self,
        window: MainWindow,
        pane: ComposerPane,
        composer: Composer,
        bridge: Bridge,
        wording: Wording,
        media: Media,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self.composer = composer
        self._wording = wording
        self._media = media
        self.busy = False
        self.drawn: tuple[Outgoing, Definition | None] | None = None
        self.faults: tuple[Fault, ...] = ()
        form = pane.form_of("template")
        assert isinstance(form, TemplateForm)
        self._template_form = form
        self._connect(bridge)

    # Showing

    def show_composer(self) -> None:
        """Put what the composer holds on the screen: after opening, restoring, stepping."""
        catch_up(self.composer, self._wording, shown=False)
        entry = self.composer.entry
        self._media.came_in()
        self._pane.show_recipients(entry.recipients)
        self._pane.show_message(entry.kind, {**entry.bodies, entry.kind: entry.message})
        self._template_form.bring_aside(entry.aside)
        entry.aside = self._template_form.aside()  # with what its values stand for from now on
        self._pane.show_entry(self.composer.current, len(self.composer.entries))
        self.show_draft(self.composer.draft)
        self.shown.emit()

    def catch_up(self) -> bool:
        """Let all messages take the shape of changed wordings; whether anything of them moved."""
        before = self.composer.raw()
        catch_up(self.composer, self._wording, shown=True)
        self._template_form.catch_up()
        return self.composer.raw() != before

    def take_over(self) -> None:
        """Let the composer have what is on the screen, and the template behind another type."""
        pane, form, bodies = self._pane, self._template_form, self.composer.entry.bodies
        if form.kind in bodies:
            bodies[form.kind] = form.raw()
        self.composer.edit(pane.recipients(), pane.message(), form.aside())

    def show_account(self, account: Account) -> None:
        """Show the account in use, its numbers, and the one to send from."""
        numbers = list(account.senders)
        chosen = self.composer.sender
        if chosen is not None and chosen not in numbers:
            numbers.append(chosen)
        self._pane.sender_row.show_senders([(n, pretty(n)) for n in numbers], chosen)
        self._window.show_account(account.name, account.colour, account.practice)

    def show_busy(self, busy: bool) -> None:
        """Say on the button whether a send is under way."""
        self.busy = busy
        self.show_action_bar()

    def show_draft(self, draft: Draft) -> None:
        """Bring a checked draft to the three ends that never answer back."""
        self._show_picture(draft)
        unfit = misfits(draft.request, self._wording)
        found = faults.sort((*unfit, *draft.problems), self.composer.placed)
        self.faults = found + self._seen_faults(draft)
        here = [f for f in self.faults if f.entry == self.composer.current]
        self._pane.show_problems(
            [(f.recipient, f.level, f.sentence) for f in here if f.recipient is not None],
            [(f.path, f.level, f.sentence) for f in here if f.recipient is None],
        )
        self.show_action_bar()
        self._window.preview.follow_request(lambda: as_text(to_payload(draft.request)))

    def show_action_bar(self) -> None:
        """Say what is left to fix; calmly, while it is only what was not reached yet."""
        said = [(f.level, faults.sentence_for(f, self.composer.current)) for f in self.faults]
        errors = [sentence for level, sentence in said if level == "error"]
        warnings = [sentence for level, sentence in said if level == "warning"]
        count = sum(1 for m in self.composer.draft.request.messages if m.phone_number)
        here = {f.entry for f in self.faults if f.level == "error"} <= {self.composer.current}
        calm = here and not self._pane.says_errors()
        self._window.action_bar.show_state(count, errors, self.busy, warnings, calm=calm)

    def follow_focus(self) -> None:
        """A field was left: its fault is in sight now, and the bar's calm over."""
        self.show_action_bar()

    def go_to_first_fault(self) -> None:
        """Put the cursor where the first error is, on whichever message that is."""
        first = next((f for f in self.faults if f.level == "error"), None)
        if first is None:
            return
        self._window.show_page("compose")
        if first.entry is not None and first.entry != self.composer.current:
            self.step_to(first.entry)
        if first.recipient is not None or first.entry is None:
            self._pane.reveal_recipients()
            self._pane.recipients_field.reveal(first.recipient)
        else:
            self._pane.reveal(first.path)
        self.show_draft(self.composer.draft)

    def begin(self) -> None:
        """Show an empty message, and the cursor where a person begins."""
        self.composer.begin()
        self._pane.reveal_recipients()  # first, or a field of the new message would be left
        self.show_composer()

    def step_to(self, index: int) -> None:
        """Show another message of the request."""
        self._window.notice.leave()
        self.composer.show_entry(index)
        self.show_composer()

    # Private

    def _connect(self, bridge: Bridge) -> None:
        pane = self._pane
        bridge.changed.connect(self.show_draft)
        self._media.changed.connect(lambda: self.show_draft(self.composer.draft))
        pane.edited.connect(self.take_over)
        pane.kinds.chosen.connect(lambda _: self._window.notice.leave())
        pane.add_requested.connect(self._add)
        pane.remove_requested.connect(self._remove)
        pane.entry_requested.connect(self.step_to)
        self._template_form.follow(self._wording.slots)
        self._template_form.set_templates(self._wording.offered())
        self._window.fix_requested.connect(self.go_to_first_fault)
        self._window.type_requested.connect(self._choose_type)
        window = self._window
        window.undo_requested.connect(lambda: window.page() == "compose" and pane.undo())
        window.redo_requested.connect(lambda: window.page() == "compose" and pane.redo())
        self._window.preview.view_changed.connect(lambda: self._show_picture(self.composer.draft))

    def _choose_type(self, index: int) -> None:
        self._window.show_page("compose")
        self._window.notice.leave()
        self._pane.choose_kind(KINDS[index])

    def _add(self) -> None:
        self._window.notice.leave()
        self.composer.add_entry()
        self._pane.reveal_recipients()  # first, or a field of the new message would be left
        self.show_composer()

    def _remove(self) -> None:
        filled = self.composer.entry.filled
        self.composer.remove_entry()
        self.show_composer()
        if filled:
            self.removed.emit()

    def _outgoing(self, draft: Draft) -> Outgoing | None:
        """The first message of the entry that is on the screen."""
        current = self.composer.current
        place = next((n for n, p in enumerate(self.composer.placed) if p.entry == current), 0)
        messages = draft.request.messages
        return messages[place] if place < len(messages) else None

    def _seen_faults(self, draft: Draft) -> tuple[Fault, ...]:
        """What was found wrong with the file behind a link."""
        outgoing = self._outgoing(draft)
        if outgoing is None:
            return ()
        self._pane.form.show_media_facts(self._media.facts(outgoing.message))
        return self._media.faults(outgoing.message, self.composer.current)

    def _show_picture(self, draft: Draft) -> None:
        outgoing = self._outgoing(draft)
        if outgoing is None:
            return
        message = outgoing.message
        known = None
        if isinstance(message, Template):
            known = self._wording.definition(message.name, message.language_code)
        self.drawn = (outgoing, known)
        if not self._window.preview.updatesEnabled():
            return  # nobody sees it: it is made when that is over, see `still`
        view = self._window.preview.view(datetime.now().strftime("%H:%M"))
        built = scene.build(outgoing, known, view)
        self._window.preview.show_scene(self._media.shown_in(built, message))
        self._window.preview.show_caption(self._provenance(message))

    def _provenance(self, message: object) -> str:
        """Whose copy of the wording the picture shows; the form says where that comes from."""
        if not isinstance(message, Template):
            return ""
        entry = self._wording.entry(message.name, message.language_code)
        caption, where = told(entry, message.name, datetime.now(UTC))
        self._template_form.show_origin(where, entry is not None)
        return caption
