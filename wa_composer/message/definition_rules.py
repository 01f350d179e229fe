"""What Meta would not approve in a template that is written here, all of it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wa_composer.message.button_flaws import button_flaws
from wa_composer.message.definition_parts import (
    as_text,
    body_examples,
    header_examples,
    keyed,
    mappings,
)
from wa_composer.message.flaws import Flaw, Flaws
from wa_composer.message.library import language_problem, name_problem
from wa_composer.message.limits import (
    BODY_MAX,
    FOOTER_MAX,
    HEADER_TEXT_MAX,
    TEMPLATE_CATEGORIES,
)
from wa_composer.message.placeholders import emptied, odd_marks, placeholders
from wa_composer.message.slots import VALUES_MOST
from wa_composer.message.words import Words, words

__all__ = ["Flaw", "check_definition"]

HEADER, BODY, FOOTER = words("The header"), words("The body"), words("The footer")


def check_definition(raw: Mapping[str, Any]) -> tuple[Flaw, ...]:
    """Return everything that is wrong with a definition in the editor's shape; never raises."""
    check = _Check(raw, Flaws())
    check.run()
    return tuple(check.flaws.found)


@dataclass
class _Check:
    raw: Mapping[str, Any]
    flaws: Flaws
    seen: set[str] = field(default_factory=set)

    def run(self) -> None:
        given = keyed(self.raw)
        for path, problem in (
            ("name", name_problem(as_text(given.get("name")))),
            ("language", language_problem(as_text(given.get("language")))),
        ):
            if problem is not None:
                self.flaws.error(path, problem)
        category = as_text(given.get("category")).upper()
        if not category:
            self.flaws.error("category", words("Choose a category."))
        elif category not in TEMPLATE_CATEGORIES:
            told = {"category": category[:40]}
            self.flaws.warning("category", words("{category} is no category of Meta's.", **told))
        for place, part in enumerate(mappings(given.get("components"))):
            self._part(part, f"components[{place}]")
        if "body" not in self.seen:
            self.flaws.error("components", words("The template has no body."))

    def _part(self, part: dict[str, Any], path: str) -> None:
        kind = as_text(part.get("type")).strip().lower()
        if kind in self.seen and kind in ("header", "body", "footer", "buttons"):
            self.flaws.error(path, words("This part comes twice: {kind}.", kind=kind))
        self.seen.add(kind)
        if kind == "header":
            self._header(part, path)
        elif kind == "body":
            self._body(part, path)
        elif kind == "footer":
            self._footer(part, path)
        elif kind == "buttons":
            button_flaws(mappings(part.get("buttons")), f"{path}.buttons", self.flaws)

    def _header(self, part: dict[str, Any], path: str) -> None:
        form = as_text(part.get("format")).strip().lower() or "text"
        if form != "text":
            return
        text, at = as_text(part.get("text")), f"{path}.text"
        self._text(text, at, HEADER, HEADER_TEXT_MAX)
        if "\n" in text:
            self.flaws.error(at, words("The header is one line."))
        names = placeholders(text)
        if len(names) > 1:
            self.flaws.error(at, words("The header has at most one placeholder."))
        if any(mark in emptied(text) for mark in "*_~`"):
            self.flaws.warning(at, words("The header is shown without bold, italics and the like."))
        given = header_examples(part, names)
        missing = [name for name in names if not given.get(f"header:{name}", "").strip()]
        self._missing(missing, f"{path}.example")

    def _body(self, part: dict[str, Any], path: str) -> None:
        supplied = "add_security_recommendation" in part
        text, at = as_text(part.get("text")), f"{path}.text"
        if supplied and not text:
            return
        self._text(text, at, BODY, BODY_MAX)
        names = placeholders(text)
        numbers = [name for name in names if name.isdigit()]
        if numbers and len(numbers) < len(names):
            mixed = words("Placeholders are either numbers or names, not both.")
            self.flaws.error(at, mixed)
        elif numbers and numbers != [str(place + 1) for place in range(len(numbers))]:
            gap = words("Placeholders are numbered {{1}}, {{2}} and so on, without gaps.")
            self.flaws.error(at, gap)
        elif any(name != name.lower() for name in names):
            small = words("The name of a placeholder has small letters, digits and underscores.")
            self.flaws.error(at, small)
        self._ends(text, at)
        given = body_examples(part, names)
        missing = [name for name in names if not given.get(name, "").strip()]
        self._missing(missing, f"{path}.example")

    def _ends(self, text: str, at: str) -> None:
        bare = text.strip()
        if bare.startswith("{{") or bare.endswith("}}"):
            sentence = words("Meta declines a body that begins or ends with a placeholder.")
            self.flaws.warning(at, sentence)
        if text.count("{{") != text.count("}}"):
            self.flaws.warning(at, words("A double bracket is not closed, or not opened."))

    def _footer(self, part: dict[str, Any], path: str) -> None:
        text, at = as_text(part.get("text")), f"{path}.text"
        if "code_expiration_minutes" in part and not text:
            return
        self._text(text, at, FOOTER, FOOTER_MAX)
        if "\n" in text:
            self.flaws.error(at, words("The footer is one line."))
        if placeholders(text):
            self.flaws.error(at, words("The footer has no placeholders."))

    def _text(self, text: str, path: str, part: Words, most: int) -> None:
        if not text.strip():
            self.flaws.error(path, words("{part} needs a text.", part=part))
        elif len(text) > most:
            told = {"count": len(text), "most": most}
            sentence = words(
                "{part} has {count} characters; {most} are allowed.", part=part, **told
            )
            self.flaws.error(path, sentence)
        odd = next(odd_marks(text), "")
        if odd:
            sentence = words(
                "{mark} is no placeholder and stays as it is: a name has letters, digits and "
                "underscores only.",
                mark=odd,
            )
            self.flaws.error(path, sentence)

    def _missing(self, names: list[str], path: str) -> None:
        for name in names[:VALUES_MOST]:
            sentence = words("Meta asks for an example of this value.")
            self.flaws.warning(f"{path}.{name}", sentence)
