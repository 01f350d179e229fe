"""What is wrong with a template's definition, and where in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from wa_composer.message.problem import Level
from wa_composer.message.words import Words


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault; ``path`` is written as in ``components[1].buttons[0].text``."""

    level: Level
    path: str
    words: Words


@dataclass
class Flaws:
    """Collects flaws while a definition is looked through."""

    found: list[Flaw] = field(default_factory=list)

    def error(self, path: str, sentence: Words) -> None:
        """Note what Meta would refuse."""
        self.found.append(Flaw("error", path, sentence))

    def warning(self, path: str, sentence: Words) -> None:
        """Note what Meta may decline, or what may surprise."""
        self.found.append(Flaw("warning", path, sentence))
