"""The one error of reading files and pasted text."""

from __future__ import annotations

from wa_composer.message.words import Words


class UnreadableFile(ValueError):
    """Nothing could be made of a file or a pasted text; ``words`` says why and what to do."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.english())
        self.words = reason
