"""Takes the body out of a cURL command, as bash, Windows cmd or PowerShell quote it."""

from __future__ import annotations

import re

from wa_composer.insider.unreadable import UnreadableFile
from wa_composer.message.words import Words, words

_START = re.compile(r"(?:[$>]\s+|PS [^>\n]*>\s*)?curl(?:\.exe)?\s", re.IGNORECASE)
_BODY = ("-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json")
_JOINED = re.compile(r"(--data(?:-raw|-binary|-ascii)?|--json)=(.*)|(-d)(.+)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "?": "?"}
_LINE_END = re.compile(r"[ \t\u00a0]{0,40}(?:\r?\n|\Z)")
_ANSI = re.compile(r"\\(u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|x[0-9A-Fa-f]{1,2}|.)", re.DOTALL)


def is_curl(text: str) -> bool:
    """Return whether a text is a cURL command."""
    return _START.match(text) is not None


def read_curl(text: str, notes: list[Words]) -> str:
    """Return the body of a cURL command; its key and its address are not taken over.

    Raises `UnreadableFile` when there is no body, or when the body is in another file.
    """
    if re.search(r"\^\s*$", text, re.MULTILINE):
        text = _without_carets(text)
    bodies = _bodies(_tokens(text))
    if not bodies:
        raise UnreadableFile(
            words("There is no body in this cURL command. Copy all of it, with --data.")
        )
    if bodies[0].startswith("@"):
        raise UnreadableFile(
            words(
                "The body of this cURL command is in the file {name}. Open that.",
                name=bodies[0][1:],
            )
        )
    notes.append(words("The body was taken out of a cURL command; its key was left behind."))
    return "&".join(bodies).removeprefix("\ufeff").strip()


def _bodies(tokens: list[str]) -> list[str]:
    bodies: list[str] = []
    wanted = False
    for token in tokens:
        if wanted:
            bodies.append(token)
            wanted = False
        elif token in _BODY:
            wanted = True
        elif joined := _JOINED.fullmatch(token):
            bodies.append(joined.group(2) or joined.group(4) or "")
    return bodies


def _without_carets(text: str) -> str:
    r"""Undo Windows cmd: ``^`` takes the next sign as it is, ``^`` at the end joins lines."""
    text = re.sub(r"\^[ \t]*\r?\n", " ", text)
    return re.sub(r"\^(.)", r"\1", text, flags=re.DOTALL)


def _tokens(text: str) -> list[str]:
    """Return the words of a command line; a quote left open runs to the end."""
    found: list[str] = []
    word: list[str] | None = None
    at = 0
    while at < len(text):
        sign = text[at]
        if sign.isspace():
            if word is not None:
                found.append("".join(word))
            word, at = None, at + 1
            continue
        if sign in "\\`" and _LINE_END.match(text, at + 1):
            at += 1
            continue
        word = [] if word is None else word
        piece, at = _piece(text, at)
        word.append(piece)
    if word is not None:
        found.append("".join(word))
    return found


def _piece(text: str, at: int) -> tuple[str, int]:
    """Return the next stretch of a word with its quoting undone, and where it ends."""
    if text.startswith("$'", at):
        end = _closing(text, at + 2, "'", escapes=True)
        return _ANSI.sub(_unescaped, text[at + 2 : end]), end + 1
    if text[at] == "'":
        end = _closing(text, at + 1, "'", escapes=False)
        return text[at + 1 : end], end + 1
    if text[at] == '"':
        end = _closing(text, at + 1, '"', escapes=True)
        return re.sub(r'\\(["\\$`\n])', r"\1", text[at + 1 : end]), end + 1
    if text[at] == "\\" and at + 1 < len(text):
        return text[at + 1], at + 2
    stop = re.compile(r"[\s'\"\\]").search(text, at + 1)
    end = stop.start() if stop else len(text)
    return text[at:end], end


def _closing(text: str, at: int, quote: str, *, escapes: bool) -> int:
    while at < len(text):
        if escapes and text[at] == "\\":
            at += 2
            continue
        if text[at] == quote:
            return at
        at += 1
    return len(text)


def _unescaped(match: re.Match[str]) -> str:
    code = match.group(1)
    if code[0] in "uUx" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 else "\ufffd"
    return _ESCAPES.get(code, match.group())
