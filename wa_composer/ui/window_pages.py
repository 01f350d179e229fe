"""The window's pages beside the composing view, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from wa_composer.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from wa_composer.ui.accounts_page import AccountsPage
    from wa_composer.ui.help_page import HelpPage
    from wa_composer.ui.preview_pane import PreviewPane
    from wa_composer.ui.templates.page import TemplatesPage
    from wa_composer.ui.window_frame import WindowFrame

P = TypeVar("P", bound=QWidget)


class PagedWindow(QMainWindow):
    """Nothing of a page is imported before it is needed: the first paint does without them."""

    page_made = Signal(str, object)

    preview: PreviewPane
    _frame: WindowFrame
    _palette: Palette = LIGHT
    _facts = ("", "")

    @cached_property
    def templates(self) -> TemplatesPage:
        """The page of templates."""
        from wa_composer.ui.templates.page import TemplatesPage

        return self._made("templates", TemplatesPage(self._palette, self.preview.chosen))

    @cached_property
    def accounts(self) -> AccountsPage:
        """The page of accounts."""
        from wa_composer.ui.accounts_page import AccountsPage

        return self._made("accounts", AccountsPage(self._palette))

    @cached_property
    def help(self) -> HelpPage:
        """The page of help."""
        from wa_composer.ui.help_page import HelpPage

        page = HelpPage()
        page.show_facts(*self._facts)
        return self._made("help", page)

    def keep_facts(self, version: str, folder: str) -> None:
        """What the help page says of this program: its version, and where its data lies."""
        self._facts = (version, folder)

    def show_page(self, page: str) -> None:
        """Show "compose", "templates", "accounts" or "help"."""
        if page != "compose":
            getattr(self, page)
        self._frame.show_page(page)

    def pages_made(self) -> tuple[str, ...]:
        """The pages that are there already, and need somebody behind them."""
        return tuple(name for name in ("templates", "accounts") if name in vars(self))

    def tell_pages(self, names: tuple[str, ...]) -> None:
        """Tell of pages once more, for who was not there to hear of them."""
        for name in names:
            self.page_made.emit(name, getattr(self, name))

    def page(self) -> str:
        """The page in sight."""
        return self._frame.page()

    def dress_pages(self, palette: Palette) -> None:
        """Dress those that are there already."""
        for name in self.pages_made():
            getattr(self, name).show_palette(palette)

    def _made(self, name: str, page: P) -> P:
        self._frame.add_page(name, page)
        # The page must be found under its name by whoever is told of it.
        vars(self)[name] = page
        self.page_made.emit(name, page)
        return page
