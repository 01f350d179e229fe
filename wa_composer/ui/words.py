"""Sentences of the Qt-free rooms in the user's language: the edge where they are translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wa_composer.message.words import Words

CONTEXT = "words"


def say(words: Words) -> str:
    """The sentence in the user's language, its fields filled in."""
    return words.translated(lambda source: QCoreApplication.translate(CONTEXT, source))
