"""The sheet for sign-off: the message on the screen in the looks and languages that were ticked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wa_composer import __version__
from wa_composer.message.template import Template
from wa_composer.preview import scene, sights
from wa_composer.preview.nodes import Scene, View
from wa_composer.ui.words import say
from wa_composer.wiring.provenance import provenance

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition
    from wa_composer.message.words import Words
    from wa_composer.preview.sheet import Cell, Sheet
    from wa_composer.session.wording import Wording
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.sheet_dialog import SheetChoice
    from wa_composer.wiring.composing import Composing

NAMES = {"android": "Android", "ios": "iOS", "web": "Web"}
LANGUAGES_MOST = 6


class SigningOff:
    """Lays out sheets of what is on the screen."""

    def __init__(self, window: MainWindow, composing: Composing, wording: Wording) -> None:
        self._window = window
        self._composing = composing
        self._wording = wording

    def sheet(self, choice: SheetChoice) -> Sheet:
        """What is to stand on the sheet by what was ticked, as the message is now."""
        from wa_composer.preview.sheet import Row, Sheet

        rows = []
        for language in choice.languages:
            for theme in choice.themes:
                cells = [self._cell(look, theme, language, choice) for look in choice.looks]
                shown = tuple(cell for cell in cells if cell is not None)
                rows.append(Row(shown, self._origin(language)))
        legend = [line for one in choice.languages for line in self._addresses(one, choice)]
        now = QLocale().toString(QDateTime.currentDateTime(), "d MMMM yyyy, HH:mm")
        foot = _tr("Drawn by WA Composer {version}. It is a guide: phones may differ in details.")
        return Sheet(
            self.title(),
            now,
            foot.format(version=__version__),
            tuple(row for row in rows if row.cells),
            tuple(legend),
        )

    def title(self) -> str:
        """What the message is called, also as a file."""
        message = self._composing.drawn[0].message if self._composing.drawn else None
        if isinstance(message, Template):
            return message.name or _tr("Template")
        return _tr("Message")

    def languages(self) -> list[str]:
        """The message's own language first, then those in which its template is known too."""
        message = self._composing.drawn[0].message if self._composing.drawn else None
        if not isinstance(message, Template):
            return [""]
        others = self._wording.languages(message.name)
        found = dict.fromkeys([message.language_code, *others])
        return list(found)[:LANGUAGES_MOST]

    # Private

    def _cell(self, look: Any, theme: Any, language: str, choice: SheetChoice) -> Cell | None:
        from wa_composer.message.sampled import with_samples
        from wa_composer.message.signoff import blanks
        from wa_composer.preview.sheet import Cell, unfilled

        if self._composing.drawn is None:
            return None
        outgoing, _ = self._composing.drawn
        message, known, stamps = outgoing.message, self._known(language), []
        if choice.samples and isinstance(message, Template) and known is not None:
            sampled = with_samples(message, known)
            if sampled is not message:
                message = sampled
                stamps.append(_tr("Sample values"))
        shown = self._shown()
        view = View(shown.side, look, shown.time, self._window.preview.chosen.folded)
        drawn = scene.build(message, known, view, say)
        medium = sights.medium(shown)
        if medium is not None and medium.sight is not None:
            drawn = sights.with_sight(drawn, replace(medium.sight, room=False))
        if sights.is_stand_in(drawn):
            stamps.append(_tr("Picture not loaded"))
        template = message if isinstance(message, Template) else None
        missing = blanks(template, known) if template and known else unfilled(drawn)
        if missing:
            stamps.append(_tr("{count} not filled in").format(count=missing))
        names = [NAMES[look], _tr("dark") if theme == "dark" else _tr("light"), language]
        return Cell(drawn, theme, " · ".join(filter(None, names)), tuple(stamps))

    def _known(self, language: str) -> Definition | None:
        """The wording of the template on the screen in a language."""
        if self._composing.drawn is None:
            return None
        outgoing, known = self._composing.drawn
        message = outgoing.message
        if isinstance(message, Template) and language != message.language_code:
            return self._wording.definition(message.name, language)
        return known

    def _addresses(self, language: str, choice: SheetChoice) -> list[str]:
        """A line for each button that leads somewhere or is not drawn: no picture shows that."""
        from wa_composer.message.signoff import leads

        message = self._composing.drawn[0].message if self._composing.drawn else None
        known = self._known(language)
        if not isinstance(message, Template) or known is None:
            return []
        before = f"{language} · " if len(choice.languages) > 1 else ""
        many = len(known.buttons) > scene.BUTTONS_SHOWN
        behind = scene.BUTTONS_SHOWN - 1 if many else len(known.buttons)
        return [
            before + _apart(_said(on_it), _said(where) or _tr("not filled in"))
            for on_it, where in leads(message, known, behind)
        ]

    def _origin(self, language: str) -> str:
        """Whose copy stands in the cells of a language, and of which day: a sheet is kept."""
        message = self._composing.drawn[0].message if self._composing.drawn else None
        if isinstance(message, Template):
            entry = self._wording.entry(message.name, language)
            if entry is not None:
                return provenance(entry, None)
        return self._window.preview.caption()

    def _shown(self) -> Scene:
        return self._window.preview.phone.canvas.scenes[0]


def _said(text: str | Words) -> str:
    return text if isinstance(text, str) else say(text)


def _apart(label: str, address: str) -> str:
    """Beside a label written from right to left, an address still reads from left to right."""
    if label.isascii():
        return f"{label}: {address}"
    return f"\u2068{label}\u2069: \u2066{address}\u2069"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SigningOff", text)
