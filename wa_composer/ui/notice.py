"""What a notice says, and how long it is worth its place."""

from __future__ import annotations

from dataclasses import dataclass

BREAK = "\u200b"
LONGEST = 480
LONGEST_WORD = 48
LEAST_MS, LEAST_WITH_ACTIONS_MS, LETTER_MS = 5_000, 20_000, 70


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; `actions` are (label, id).

    One that `passes` says that something was done: it goes by itself, and with the next thing
    that is done. An `outcome` of a send comes back after one that passed over it.
    """

    level: str
    text: str
    details: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    passes: bool = False
    outcome: bool = False

    def milliseconds(self) -> int:
        """How long it takes to read it, and to use what it offers."""
        least = LEAST_WITH_ACTIONS_MS if self.actions else LEAST_MS
        return max(least, LETTER_MS * len(self.text))

    def shortened(self) -> tuple[str, str]:
        """Its text and details; a very long text goes to the details."""
        text, details = self.text, self.details
        if len(text) > LONGEST:
            details = text if not details else f"{text}\n\n{details}"
            text = text[: LONGEST - 1].rstrip() + "…"
        return text, details


def breakable(text: str) -> str:
    """`text` with places to wrap within words no line could hold, such as long addresses."""
    return " ".join(
        word
        if len(word) <= LONGEST_WORD
        else BREAK.join(word[at : at + 16] for at in range(0, len(word), 16))
        for word in text.split(" ")
    )
