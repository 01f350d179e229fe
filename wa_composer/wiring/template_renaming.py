"""A template with a new name, and the message being written that still names the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from wa_composer.session.drafted import drafted

if TYPE_CHECKING:
    from wa_composer.message.library import Key
    from wa_composer.session.library import Library
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.notice_bar import NoticeBar
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.template_use import TemplateUse

FOLLOW = "use_new_name"
TOPIC = "renamed"


class TemplateRenaming(QObject):
    """Says on the page in sight which message lost its wording, and lets it follow."""

    def __init__(
        self, window: MainWindow, composing: Composing, use: TemplateUse, library: Library
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composing = composing
        self._use = use
        self._library = library
        self._renamed: tuple[Key, Key] | None = None
        self._bar: NoticeBar | None = None
        self._heard: set[int] = set()

    def tell(self, old: Key, new: Key) -> None:
        """A template has another name or language than before; says so where that matters."""
        self._quiet()
        if old == new or self._library.entry(*old) is not None or not self._naming(old):
            return
        self._renamed = old, new
        here = self._window.page() == "templates"
        self._bar = self._window.templates.notice if here else self._window.notice
        if id(self._bar) not in self._heard:
            self._heard.add(id(self._bar))
            self._bar.action.connect(self._act)
        text = _tr("The message being written still names {old}, which is {new} now.")
        said = text.format(old=_named(old, new), new=_named(new, old))
        button = _tr("Use {new} in the message").format(new=_named(new, old))
        self._bar.show_notice("warn", said, actions=[(button, FOLLOW)], topic=TOPIC)

    def follow(self, old: Key, new: Key) -> None:
        """Let each message that names the old one name the new one."""
        self._quiet()
        current = self._composing.composer.current
        for index in self._naming(old):
            self._step_to(index)
            self._use.use(*new)
        self._step_to(current)

    # Private

    def _act(self, action: str) -> None:
        if action == FOLLOW and self._renamed is not None:
            self.follow(*self._renamed)

    def _naming(self, key: Key) -> list[int]:
        found = drafted(self._composing.composer)
        return [
            each.number - 1
            for each in found
            if (each.message.name, each.message.language_code) == key
        ]

    def _step_to(self, index: int) -> None:
        if index != self._composing.composer.current:
            self._composing.step_to(index)

    def _quiet(self) -> None:
        bar, self._bar = self._bar, None
        if self._renamed is not None and bar is not None:
            bar.withdraw(TOPIC)
        self._renamed = None


def _named(key: Key, other: Key) -> str:
    """The name; where only the language is another one, that too."""
    return key[0] if key[0] != other[0] else f"{key[0]} ({key[1]})"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateRenaming", text)
