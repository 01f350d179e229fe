"""A link or the ID of uploaded media, side by side: exactly one of them is sent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.message.limits import MEDIA
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.labelled import FootLine


class MediaRow(QWidget):
    """Two fields and one line beneath them, which says what kind of file WhatsApp takes."""

    def __init__(self, key: str, link: str, media_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = self._facts = ""
        self.foot = FootLine(parent=self)
        self.link = LineField(
            f"{key}.link", link, trimmed=True, placeholder="https://", foot=self.foot, parent=self
        )
        self.media_id = LineField(
            f"{key}.id",
            media_id,
            trimmed=True,
            placeholder=self.tr("instead of a link"),
            foot=self.foot,
            parent=self,
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(0, 9)
        grid.setColumnStretch(1, 5)
        grid.addWidget(self.link, 0, 0)
        grid.addWidget(self.media_id, 0, 1)
        grid.addWidget(self.foot, 1, 0, 1, 2)

    def show_rule(self, kind: str) -> None:
        """Say what WhatsApp takes of this kind of media."""
        rule = MEDIA.get(kind)
        self._rule = "" if rule is None else QCoreApplication.translate("limits", rule.hint)
        self.foot.show_hint(self._facts or self._rule)

    def show_facts(self, text: str) -> None:
        """Say what the link's file is, "" for what WhatsApp takes."""
        self._facts = text
        self.foot.show_hint(text or self._rule)
