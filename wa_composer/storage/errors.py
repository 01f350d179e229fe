"""The one error that storage raises for what the world did: full disks, locked files, keyrings."""

from __future__ import annotations

from wa_composer.message.words import Words


class StorageProblem(Exception):
    """Something could not be kept or read; `words` is the sentence a person reads."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.english())
        self.words = words
