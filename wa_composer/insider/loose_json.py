"""Mends the faults that published JSON samples have: comments, trailing commas, open brackets.

Each walk looks at every character once, so time grows with the length of the text.
"""

from __future__ import annotations

import json
import re

from wa_composer.message.words import Words, words

_TOKEN = re.compile(
    r"""
    (?P<string>"(?:[^"\\]|\\.?)*+(?:"|\Z))
    |(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z)|\#[^\n]*)
    |(?P<open>[\[{])
    |(?P<close>[\]}])
    |(?P<comma>,)
    |(?P<space>[\s\u200b\ufeff]+)
    |(?P<other>[^\s\u200b\ufeff"\[\]{},/\#]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACKET = re.compile(r'"(?:[^"\\]|\\.?)*+(?:"|\Z)|[\[{\]}]', re.DOTALL)
_CLOSERS = {"{": "}", "[": "]"}
# As word processors and chat programs write quotes; mended only outside of real quotes.
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "\u00a0": " "})


def depth(text: str) -> int:
    """Return how deep brackets are nested in a text, those in strings left out."""
    level = deepest = 0
    for match in _BRACKET.finditer(text):
        sign = match.group()
        if sign in _CLOSERS:
            level += 1
            deepest = max(deepest, level)
        elif sign in ("]", "}"):
            level -= 1
    return deepest


def repaired(text: str) -> tuple[str, list[Words]]:
    """Return a text with the usual faults of JSON mended, and a sentence for each kind found."""
    mender = _Mender()
    if '"' not in text and text != text.translate(_CURLY):
        text = text.translate(_CURLY)
        mender.found["quotes"] = words("Curly quotes were made straight.")
    for match in _TOKEN.finditer(text):
        mender.take(str(match.lastgroup), match.group())
    return mender.finish(), list(mender.found.values())


class _Mender:
    """Writes tokens down again, leaving out what JSON does not have and adding what it misses."""

    def __init__(self) -> None:
        self.found: dict[str, Words] = {}
        self._written: list[str] = []
        self._open: list[str] = []
        self._comma = -1

    def take(self, kind: str, token: str) -> None:
        if kind == "comment":
            self.found["comment"] = words("A comment was taken out.")
            return
        if kind == "space":
            self._written.append(self._plain(token))
            return
        if kind == "close":
            self._close(token)
            return
        if kind == "open":
            self._open.append(_CLOSERS[token])
        self._comma = len(self._written) if kind == "comma" else -1
        self._written.append(_one_line(token, self) if kind == "string" else token)

    def _plain(self, space: str) -> str:
        if space.strip(" \t\r\n"):
            self.found["space"] = words("Spaces that JSON does not have were made plain ones.")
            return re.sub(r"[^ \t\r\n]", " ", space)
        return space

    def finish(self) -> str:
        self._drop_comma()
        while self._open:
            self._note_bracket()
            self._written.append(self._open.pop())
        return "".join(self._written)

    def _close(self, token: str) -> None:
        self._drop_comma()
        if token not in self._open:
            self.found["surplus"] = words("A closing bracket too many was taken out.")
            return
        while self._open[-1] != token:
            self._note_bracket()
            self._written.append(self._open.pop())
        self._written.append(self._open.pop())

    def _drop_comma(self) -> None:
        if self._comma >= 0:
            self.found["comma"] = words("A comma before a closing bracket was taken out.")
            self._written[self._comma] = ""
            self._comma = -1

    def _note_bracket(self) -> None:
        self.found["bracket"] = words("A missing closing bracket was added.")


def _one_line(token: str, mender: _Mender) -> str:
    """Write line breaks and tabs inside a string as JSON wants them."""
    if not any(sign < " " for sign in token):
        return token
    mender.found["breaks"] = words("Line breaks inside a text were kept as \\n.")
    return re.sub(r"[\x00-\x1f]", lambda sign: json.dumps(sign.group())[1:-1], token)
