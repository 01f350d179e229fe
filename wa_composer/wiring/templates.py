"""The page of templates and what a person does on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from wa_composer.message.library import Key
    from wa_composer.services import Services
    from wa_composer.session.library import Library
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.templates.page import TemplatesPage
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.template_editing import TemplateEditing
    from wa_composer.wiring.template_exporting import TemplateExporting
    from wa_composer.wiring.template_importing import TemplateImporting
    from wa_composer.wiring.template_list import TemplateList
    from wa_composer.wiring.template_use import TemplateUse


class TemplatesWiring(QObject):
    """Connects the page, when it is made, with its list, editor, import and export.

    Each of these is imported and made when it is first asked for: no start waits for them.
    """

    def __init__(
        self,
        window: MainWindow,
        composing: Composing,
        use: TemplateUse,
        library: Library,
        services: Services,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self.library = library
        self.use = use.put
        self._window = window
        self._composing = composing
        self._use = use
        self._services = services
        self._tasks = tasks
        window.page_made.connect(self._made)
        use.text_requested.connect(self.write)

    @cached_property
    def list(self) -> TemplateList:
        """The list on the page."""
        from wa_composer.wiring.template_list import TemplateList

        return TemplateList(self._window, self.library, self._services, self._tasks)

    @cached_property
    def editing(self) -> TemplateEditing:
        """The editor."""
        from wa_composer.wiring.template_editing import TemplateEditing
        from wa_composer.wiring.template_renaming import TemplateRenaming

        renaming = TemplateRenaming(self._window, self._composing, self._use, self.library)
        return TemplateEditing(self.list, self._window, self._use, renaming, self.library)

    @cached_property
    def importing(self) -> TemplateImporting:
        """Import and its review."""
        from wa_composer.wiring.template_importing import TemplateImporting

        about = self._composing, self.library, self._services, self._tasks
        return TemplateImporting(self.list, self._window, *about)

    @cached_property
    def exporting(self) -> TemplateExporting:
        """Export."""
        from wa_composer.wiring.template_exporting import TemplateExporting

        about = self.library, self._services, self._tasks
        return TemplateExporting(self.list, self._window, *about)

    def write(self, name: str, language: str) -> None:
        """Open the template that a message names in the editor."""
        self.editing.write(name, language)

    def review(self, found: Sequence[tuple[str, object]]) -> None:
        """Review definitions that were found where a message might have been."""
        self.importing.review(found)

    def _made(self, name: str, page: TemplatesPage) -> None:
        if name != "templates":
            return
        self.list.follow(page)
        page.use_requested.connect(self.use)
        page.edit_requested.connect(self.editing.edit)
        page.new_requested.connect(self.editing.begin)
        page.duplicate_requested.connect(self.editing.duplicate)
        page.editor_made.connect(self.editing.connect_editor)
        page.editor_left.connect(self.editing.leave)
        page.export_requested.connect(self.exporting.choose_place)
        page.export_all_requested.connect(self.exporting.choose_place_for_all)
        page.remove_requested.connect(self._remove)
        page.favourite_changed.connect(self._favour)
        page.import_requested.connect(self.importing.choose_files)
        page.paste_requested.connect(self.importing.paste)
        page.import_accepted.connect(self.importing.carry_out)
        page.review_shown.connect(self.importing.shown)
        page.notice.action.connect(self.importing.act)
        if self._window.page() == name:  # it was asked for before anyone listened
            self.list.refresh()

    def _favour(self, key: Key, on: bool) -> None:
        entry = self.library.entry(*key)
        if entry is not None:
            self.library.change([replace(entry, favourite=on)])

    def _remove(self, key: Key) -> None:
        entry = self.library.entry(*key)
        if entry is None:
            return
        undo = self.library.change(drop=[key])
        told = {"name": entry.name or _tr("The draft"), "language": entry.language}
        self.list.refresh()
        self.list.say("info", _tr("{name} ({language}) was removed.").format(**told), undo)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
