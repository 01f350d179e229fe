"""The editor of templates: what is typed is in the library at once, under a name of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from wa_composer.message.definition import read_definition
from wa_composer.message.definition_rules import check_definition
from wa_composer.message.definition_shape import blank_definition, editable
from wa_composer.message.library import Entry, Key, key_of, key_problem
from wa_composer.message.standing import rewritten, unjudged
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.session.library import Library
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.templates.editor import TemplateEditor
    from wa_composer.wiring.template_list import TemplateList
    from wa_composer.wiring.template_renaming import TemplateRenaming
    from wa_composer.wiring.template_use import TemplateUse


class TemplateEditing(QObject):
    """One template in the editor. It keeps its place in the library while its name is typed."""

    def __init__(
        self,
        page_list: TemplateList,
        window: MainWindow,
        use: TemplateUse,
        renaming: TemplateRenaming,
        library: Library,
    ) -> None:
        super().__init__(window)
        self._list = page_list
        self._window = window
        self._put_to_use = use.put
        self._renaming = renaming
        self._library = library
        self._entry: Entry | None = None
        self._sample: Entry | None = None
        self._kept = False
        self._refused: list[str] = []  # paths of what Meta would not approve
        self._opened: Key | None = None  # as it was called before, None if it is a new one
        self._message: Key | None = None  # the template that a message names, if it asked
        self._left: dict[Key, tuple[Mapping[str, Any], dict[str, Any]]] = {}
        window.page_changed.connect(self._page_changed)

    def edit(self, key: Key) -> None:
        """Open a template of the library."""
        entry = self._library.entry(*key)
        if entry is not None:
            self._open(entry, editable(entry.definition), kept=True)
            self._editor.form.body.text.focus()

    def begin(self) -> None:
        """Open a new template; it is kept from the first letter on."""
        raw = blank_definition()
        self._open(Entry("", raw["language"], raw), raw, kept=False)
        self._editor.form.head.name.focus()

    def write(self, name: str, language: str) -> None:
        """Open the template that a message names, a new one where the library has none.

        When the editor is left, the message is in sight again.
        """
        if self._library.entry(name, language) is not None:
            self.edit((name, language))
        else:
            raw = blank_definition(name, language or "en")
            self._open(Entry(name, raw["language"], raw), raw, kept=False)
        self._message = (name, language)
        form = self._editor.form
        (form.body.text if name else form.head.name).focus()

    def duplicate(self, key: Key) -> None:
        """Open a copy under a name of its own."""
        entry = self._library.entry(*key)
        if entry is None:
            return
        raw = unjudged(editable(entry.definition))
        number, name = 2, f"{key[0]}_copy" if key[0] else ""
        while self._library.entry(name, key[1]) is not None:
            name = f"{key[0]}_copy{number}"
            number += 1
        raw["name"] = name
        moment = self._library.now()
        copy = Entry(name, key[1], raw, edited=moment)
        self._library.change([copy])
        self._open(copy, raw, kept=True)
        self._editor.form.head.name.focus()

    def connect_editor(self, editor: TemplateEditor) -> None:
        """The editor was made."""
        editor.form.edited.connect(self._take)
        editor.use_requested.connect(self._use)
        editor.fault_requested.connect(self._go_to_fault)

    def leave(self) -> None:
        """The editor was left: show the list with what was edited, or the message."""
        key = self._entry.key if self._entry is not None and self._kept else None
        if key is not None and self._entry is not None:
            self._left[key] = self._entry.definition, self._editor.form.whole()
        message, self._message = self._message, None
        opened, self._opened = self._opened, None
        self._entry = self._sample = None
        self._list.refresh(key)
        if message is None:
            if opened is not None and key is not None:
                self._renaming.tell(opened, key)
            return
        self._window.show_page("compose")
        if key is not None and key != message:
            self._put_to_use(key)

    # Private

    @property
    def _editor(self) -> TemplateEditor:
        return self._list.page.editor

    def _open(self, entry: Entry, raw: dict[str, Any], *, kept: bool) -> None:
        self._window.show_page("templates")
        self._list.pass_on()
        editor = self._editor
        self._entry, self._kept, self._message = entry, kept, None
        self._opened = entry.key if kept else None
        self._sample = entry if entry.sample else None
        definition, whole = self._left.get(entry.key, (None, {}))
        if kept and definition == entry.definition:
            editor.form.come_back(whole)  # with what was typed under other kinds
        else:
            editor.form.load(raw)
        self._show(editor.form.raw())
        self._list.page.show_editor()

    def _take(self) -> None:
        """Keep what stands in the form now, in place of what stood there before."""
        entry = self._entry
        if entry is None:
            return
        raw = self._editor.form.raw()
        key = self._free(key_of(raw), entry.key if self._kept else None)
        moment = self._library.now()
        moved = replace(entry, name=key[0], language=key[1], edited=moment, sample=False)
        made = rewritten(moved, raw)
        put, drop = [made], []
        if self._kept and key != entry.key:
            drop.append(entry.key)
            if self._sample is not None and self._sample.key == entry.key:
                put.insert(0, self._sample)  # renaming makes a copy of it
        self._entry, self._kept = made, True
        self._library.change(put, drop)
        self._show(raw)

    def _free(self, key: Key, own: Key | None) -> Key:
        """The key, or a numbered one while the name is another template's."""
        wanted, number = key, 1
        while key != own and self._library.entry(*key) is not None:
            number += 1
            key = (f"{wanted[0]} ({number})", wanted[1])
        return key

    def _show(self, raw: dict[str, Any]) -> None:
        assert self._entry is not None
        editor = self._editor
        made = read_definition(raw)
        editor.show_title(made.name or _tr("New template"))
        editor.show_picture(made)
        flaws = [(flaw.path, flaw.level, say(flaw.words)) for flaw in check_definition(raw)]
        self._refused = [path for path, level, _text in flaws if level == "error"]
        editor.show_faults(len(self._refused) if self._kept else 0)
        if self._entry.key != key_of(raw):
            text = _tr("There is another template of this name in this language.")
            flaws.insert(0, ("name", "error", text))
        editor.form.show_problems(flaws)
        usable = self._kept and key_problem(*self._entry.key) is None
        state = _tr("Kept on this computer as you type")
        if self._kept and not usable:
            state = _tr("Kept as a draft as you type")
        editor.show_state(state, usable)

    def _go_to_fault(self) -> None:
        """Put the cursor where Meta would refuse something first; a body that is missing, too."""
        form = self._editor.form
        if self._refused and not form.reveal(self._refused[0]):
            form.body.text.focus()

    def _page_changed(self, page: str) -> None:
        """Another page came in sight while the editor stays open: the message is told at once."""
        if page != "compose" or self._entry is None or not self._kept:
            return
        key, asked = self._entry.key, self._message
        if asked is not None and asked != key and not self._entry.draft:
            self._message = self._opened = key
            self._put_to_use(key)
        elif asked is None and self._opened is not None:
            self._renaming.tell(self._opened, key)

    def _use(self) -> None:
        if self._entry is not None:
            key = self._entry.key
            self._list.page.show_list()
            self._put_to_use(key)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateEditing", text)
