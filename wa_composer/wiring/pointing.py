"""Between picture and form: which part shows which field, and the way from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wa_composer.ui.forms.fields import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow

_WORDING = "wording"


class Pointing(QObject):
    """A part that is chosen gets the cursor into its field; a field's part is lit."""

    def __init__(self, app: QApplication, window: MainWindow, pane: ComposerPane) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._parts = window.preview.phone.canvas.parts
        self._parts.chosen.connect(self.go_to)
        self._app = app
        app.focusChanged.connect(self._follow)

    def stop(self) -> None:
        """Follow the focus no longer; once, before the window is taken apart."""
        self._app.focusChanged.disconnect(self._follow)

    def go_to(self, part: str) -> None:
        """Put the cursor into the field of a part of the picture."""
        keys = fields_of(self._pane.kind, part)
        found = [field for key in keys if (field := self._pane.form.field(key)) is not None]
        by_id = [one.key for one in found if one.key.endswith(".id") and one.text()]
        by_link = [one for one in found if one.key.endswith(".link") and one.text()]
        self._pane.go_to(by_id if by_id and not by_link else keys)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._parts:
            return  # another window is in front; or the picture itself is walked through
        field: QWidget | None = now
        while field is not None and not isinstance(field, Field):
            field = field.parentWidget()
        inside = field is not None and self._pane.form.isAncestorOf(field)
        self._parts.light(parts_of(self._pane.kind, field.key) if field and inside else ())


def fields_of(kind: str, part: str) -> tuple[str, ...]:
    """The keys of the fields that a part of a picture may belong to, the likeliest first.

    Wording that no value stands in leads to where the template's text is edited.
    """
    name, _, number = part.rpartition(":")
    match kind, name or part:
        case "template", "header":
            return "header.text", "header.link", "header.id", _WORDING
        case "template", "body" if number:
            return f"body.{number}", _WORDING
        case "template", "button":
            return (f"button.{number}.value",)
        case "template", "see_all":
            return "button.2.value", _WORDING
        case "template", _:
            return (_WORDING,)
        case "interactive", "header":
            return "header.text", "header.link", "header.id"
        case "interactive", "button":
            return (f"reply.{number}.title",)
        case "interactive", "see_all":
            return ("reply.2.title",)
        case "interactive", _:
            return (part,)
        case "image", _:
            return ("image.caption",) if part == "body" else ("image.link", "image.id")
    return ()


def parts_of(kind: str, key: str) -> tuple[str, ...]:
    """The ids of the parts that a field may be drawn as, the most exact first."""
    name, _, rest = key.partition(".")
    match kind, name:
        case "image", _:
            return ("body",) if rest == "caption" else ("header",)
        case _, "header":
            return ("header.caption", "header") if rest == "caption" else ("header",)
        case "template", "body" if rest:
            return (f"body:{rest}",)
        case _, "button" | "reply":
            return f"button:{rest.partition('.')[0]}", "see_all"
        case "interactive", "body" | "footer":
            return (name,)
    return ()
