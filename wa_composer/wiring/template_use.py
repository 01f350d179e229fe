"""A template of the library into the message on the screen, which knows what the library holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wa_composer.ui.forms import TemplateForm

if TYPE_CHECKING:
    from wa_composer.session.wording import Wording
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing


class TemplateUse(QObject):
    """Lets the form know of a changed library when it comes in sight again.

    `text_requested` asks to write or edit the text of the template that the form names.
    """

    text_requested = Signal(str, str)

    def __init__(
        self, window: MainWindow, pane: ComposerPane, composing: Composing, wording: Wording
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._wording = wording
        self._stale = False
        form = pane.form_of("template")
        assert isinstance(form, TemplateForm)
        self._form = form
        form.text_requested.connect(self.text_requested)
        wording.listen(self._changed)
        window.page_changed.connect(self._page_changed)

    def use(self, name: str, language: str) -> None:
        """Name this template in the message on the screen; its values stay where they fit."""
        self._refresh()
        self._window.show_page("compose")
        if self._pane.kind != "template":
            self._pane.choose_kind("template")
        self._form.choose(name, language)

    def _changed(self) -> None:
        self._stale = True

    def _page_changed(self, page: str) -> None:
        if page == "compose" and self._stale:
            self._refresh()
            self._composing.show_draft(self._composing.composer.draft)

    def _refresh(self) -> None:
        if self._stale:
            self._stale = False
            self._form.set_templates(self._wording.offered())
