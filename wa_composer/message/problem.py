"""One thing that is wrong, or doubtful, with a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wa_composer.message.words import Words

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at a place of the request.

    ``path`` is written as in ``messages[0].message.image.link``, empty for the whole file;
    ``code`` names the rule and never changes; ``words`` is the sentence for the person.
    """

    level: Level
    path: str
    code: str
    words: Words
