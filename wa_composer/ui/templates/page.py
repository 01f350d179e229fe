"""The page of templates: the list with one of them beside it, an import's review, the editor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wa_composer.message.definition import Definition
from wa_composer.message.importing import Plan
from wa_composer.message.library import Entry, Key
from wa_composer.ui.notice_bar import NoticeBar
from wa_composer.ui.picture_choice import PictureChoice
from wa_composer.ui.templates.browser import Browser
from wa_composer.ui.templates.detail import TemplateDetail
from wa_composer.ui.templates.editor import TemplateEditor
from wa_composer.ui.templates.empty import EmptyLibrary, NothingFound
from wa_composer.ui.templates.grouping import Grouping
from wa_composer.ui.templates.import_menu import offer_ways
from wa_composer.ui.templates.review import Review
from wa_composer.ui.templates.rows import Shown
from wa_composer.ui.theme import LIGHT, Palette

SIDE = (272, 340)


class TemplatesPage(QWidget):
    """Keeps nothing itself: each wish leaves as a signal with the template's name and language."""

    wanted = Signal(object)
    use_requested = Signal(object)
    edit_requested = Signal(object)
    duplicate_requested = Signal(object)
    export_requested = Signal(object)
    remove_requested = Signal(object)
    favourite_changed = Signal(object, bool)
    new_requested = Signal()
    import_requested = Signal()
    paste_requested = Signal()
    export_all_requested = Signal()
    import_accepted = Signal(object, object)
    editor_made = Signal(object)
    editor_left = Signal()
    review_shown = Signal()

    def __init__(
        self,
        palette: Palette = LIGHT,
        chosen: PictureChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("templatesPage")
        self._chosen = chosen or PictureChoice(self, dark=palette.dark)
        self._key: Key = ("", "")
        self.review: Review | None = None
        self._waiting: Plan | None = None
        self._editor: TemplateEditor | None = None
        self.browser = Browser(palette, self)
        self.detail = TemplateDetail(self._chosen, self)
        self.notice = NoticeBar(palette, self)
        self._empty = EmptyLibrary(self)
        self._nothing = NothingFound(self)
        self.beside, self.stack = QStackedWidget(self), QStackedWidget(self)
        self._arrange()
        self._connect()

    # Showing

    def show_all(self, grouping: Grouping, chosen: Key | None = None) -> None:
        """Show these templates; `chosen`, else the one in sight, else the one in its place."""
        row = self.browser.row()
        self.browser.show_all(grouping, (chosen or self._key)[0])
        if chosen is not None:
            self.browser.make_found(chosen[0])
        self._settle(chosen or self._key, row)

    def change(self, rows: Mapping[Key, Shown | None], chosen: Key | None = None) -> None:
        """Show single templates anew, None for one that is gone, and `chosen` as `show_all`."""
        row = self.browser.row()
        self.browser.change(rows, (chosen or self._key)[0])
        if chosen is not None:
            self.browser.make_found(chosen[0])
        self._settle(chosen or self._key, row)

    def show_entry(self, entry: Entry, made: Definition, origin: str) -> None:
        """Show the template that was `wanted`."""
        group = self.browser.all.group(entry.name)
        self.detail.show_entry(entry, made, group.languages if group else (entry.language,), origin)
        self.beside.setCurrentWidget(self.detail)

    def show_review(self, plan: Plan) -> bool:
        """Show what an import would do; False while somebody writes in the editor: then it waits.

        It is shown when the editor is left.
        """
        if self._is_writing():
            self._waiting = plan
            return False
        self._waiting = None
        if self.is_editing():
            self.show_list()
        self._drop_review()
        review = Review(plan, self)
        review.accepted.connect(lambda keys: self.import_accepted.emit(plan, keys))
        review.cancelled.connect(self.show_list)
        self.review = review
        self.stack.addWidget(review)
        self.stack.setCurrentWidget(review)
        review.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.review_shown.emit()
        return True

    def show_waiting(self) -> None:
        """Leave the editor for the review that waits for that, if there is one."""
        if self._waiting is not None:
            self.show_list()

    @property
    def editor(self) -> TemplateEditor:
        """The editor, made when it is first asked for."""
        if self._editor is None:
            self._editor = TemplateEditor(self._chosen, self)
            self._editor.done.connect(self.show_list)
            self.stack.addWidget(self._editor)
            self.editor_made.emit(self._editor)
        return self._editor

    def show_editor(self) -> None:
        """Show the editor with what was loaded into it."""
        self._drop_review()
        self.stack.setCurrentWidget(self.editor)

    def is_editing(self) -> bool:
        """Whether the editor is in sight."""
        return self._editor is not None and self.stack.currentWidget() is self._editor

    def show_list(self) -> None:
        """Back to the list, where the cursor goes with it."""
        editing, inside = self.is_editing(), self.isAncestorOf(self.window().focusWidget() or self)
        self._drop_review()
        self.stack.setCurrentIndex(0)
        if inside:
            self.browser.focus_list()
        if editing:
            self.editor_left.emit()
        if self._waiting is not None:
            self.show_review(self._waiting)

    def key(self) -> Key:
        """Name and language of the template in sight."""
        return self._key

    def focus_first(self) -> None:
        """Begin where a person begins: in the search, unless something else is being done."""
        if self.stack.currentIndex() == 0:
            self.browser.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the cursor into the search of the list."""
        self.show_list()
        self.browser.focus_search()

    def show_palette(self, palette: Palette) -> None:
        """Dress anew in light or dark."""
        for part in (self.browser, self.notice):
            part.show_palette(palette)

    # Private

    def _is_writing(self) -> bool:
        """Whether the cursor is in the editor, or will be when the page is in sight again."""
        if self._editor is None or not self.is_editing():
            return False
        focus = self.window().focusWidget()
        return not self.isVisible() or (focus is not None and self._editor.isAncestorOf(focus))

    def _arrange(self) -> None:
        self.browser.setMinimumWidth(SIDE[0])
        self.browser.setMaximumWidth(SIDE[1])
        for part in (self._empty, self.detail, self._nothing):
            self.beside.addWidget(part)
        browse = QWidget(self)
        row = QHBoxLayout(browse)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.browser, 2)
        row.addWidget(self.beside, 5)
        self.stack.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice)  # in sight of whoever edits or reviews as well

    def _connect(self) -> None:
        browser, detail = self.browser, self.detail
        browser.picked.connect(lambda name: self._go(name, self._key[1]))
        browser.looked.connect(self._looked)
        browser.opened.connect(lambda: self.use_requested.emit(self._key))
        browser.list.delete_pressed.connect(lambda: self.remove_requested.emit(self._key))
        browser.new_requested.connect(self.new_requested)
        browser.import_requested.connect(self._offer_ways)
        browser.paste_requested.connect(self.paste_requested)
        browser.export_requested.connect(self.export_all_requested)
        self._empty.import_requested.connect(self._offer_ways)
        self._empty.new_requested.connect(self.new_requested)
        self._nothing.all_requested.connect(browser.look_for_all)
        detail.language_chosen.connect(lambda code: self._go(self._key[0], code))
        detail.favourite_changed.connect(lambda on: self.favourite_changed.emit(self._key, on))
        for wish in ("use", "edit", "duplicate", "export", "remove"):
            asked, told = (getattr(each, f"{wish}_requested") for each in (detail, self))
            asked.connect(lambda told=told: told.emit(self._key))

    def _looked(self) -> None:
        """What is found is in sight, so that nothing is done to a template that is not."""
        if self.browser.row() < 0 or self.beside.currentWidget() is not self.detail:
            self._settle(self._key)

    def _settle(self, key: Key, row: int = 0) -> None:
        """Show a template, or what stands in `row` now if it is not found."""
        if self.browser.all.place(key[0]) < 0:
            found, some = self.browser.found(), bool(self.browser.all.rows)
            if not found:
                self._key = self._key if some else ("", "")
                self.beside.setCurrentWidget(self._nothing if some else self._empty)
                return
            key = found[max(0, min(row, len(found) - 1))].members[0].key
        self.browser.choose(key[0])
        self._go(*key)

    def _go(self, name: str, language: str) -> None:
        group = self.browser.all.group(name)
        if group is None:
            return
        code = language if language in group.languages else group.languages[0]
        self._key = (name, code)
        self.wanted.emit(self._key)

    def _offer_ways(self) -> None:
        first = self.beside.currentWidget() is self._empty
        button = self._empty.take_in if first else self.browser.take_in
        offer_ways(button, self.import_requested.emit, self.paste_requested.emit, below=first)

    def _drop_review(self) -> None:
        if self.review is not None:
            self.stack.removeWidget(self.review)
            self.review.deleteLater()
            self.review = None
