"""Reads what came back: every envelope of the API document, and whatever else the world sends.

`read_envelope` never raises, for any bytes; everything it hands out is bounded plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

WORDS_MAX = 600
CODE_MAX = 40
KEY_LENGTH_MAX = 512
BODY_BYTES_MAX = 1_000_000
HTML_READ_MAX = 20_000
PARTS_MAX = 20

REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id")
RAY_HEADER = "cf-ray"


@dataclass(frozen=True, slots=True)
class Envelope:
    """An answer's body and headers, reduced to what can be said about it.

    `keys` is None where the body holds no list of keys. `code` is the most specific error code
    as text. `words` are the server's own, at most WORDS_MAX characters, without the key.
    """

    keys: tuple[str, ...] | None = None
    code: str = ""
    words: str = ""
    html: bool = False
    empty: bool = False
    cloudflare: bool = False
    ray_id: str = ""
    request_id: str = ""


def read_envelope(body: bytes, headers: Mapping[str, str], *, hide: str = "") -> Envelope:
    """Read an answer; `hide` is the key, taken out wherever the server repeats it."""
    text = _without(hide, body[:BODY_BYTES_MAX].decode("utf-8-sig", "replace").strip())
    value = _json(text)
    html = value is _NOT_JSON and text[:1] == "<"
    code, said = ("", _page_words(text, html)) if value is _NOT_JSON else _json_words(value)
    ray = headers.get(RAY_HEADER, "")
    server = headers.get("server", "").lower()
    return Envelope(
        keys=None if value is _NOT_JSON else _keys(value),
        code=plain(code, CODE_MAX, hide),
        words=plain(said, WORDS_MAX, hide),
        html=html,
        empty=not text,
        cloudflare=bool(ray) or server == "cloudflare" or (html and "cloudflare" in text.lower()),
        ray_id=plain(ray, CODE_MAX, hide) or (_ray_in_page(text, hide) if html else ""),
        request_id=plain(_request_id(headers), 80, hide),
    )


def plain(text: str, most: int, hide: str = "") -> str:
    """`text` on one line, printable, without `hide`, at most `most` characters."""
    text = _without(hide, text)
    shown = "".join(c if c.isprintable() else " " for c in text[: most * 4])
    shown = " ".join(shown.split())
    return shown if len(shown) <= most else shown[: most - 1] + "…"


_NOT_JSON: Any = object()


def _without(hide: str, text: str) -> str:
    # A key of fewer signs is a jest; cutting it out would only garble the sentence.
    return text.replace(hide, "…") if len(hide) >= 4 else text


def _json(text: str) -> Any:
    if text[:1] not in '{["' or not text:
        return _NOT_JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _NOT_JSON


def _keys(value: Any) -> tuple[str, ...] | None:
    keys = value.get("keys") if isinstance(value, dict) else None
    if not isinstance(keys, list):
        return None
    # A key that is no text counts as an empty one: it stands for a message, but names none.
    return tuple(k.strip() if _is_key(k) else "" for k in keys)


def _is_key(key: Any) -> bool:
    return isinstance(key, str) and key.isprintable() and len(key) <= KEY_LENGTH_MAX


def _json_words(value: Any) -> tuple[str, str]:
    """The most specific code and all different sentences of an error body, in reading order."""
    codes: list[str] = []
    sentences: list[str] = []
    for kind, text in _parts(value):
        (codes if kind == "code" else sentences).append(text)
    # "0" and the HTTP status repeated as a code say less than any other code that stands there.
    code = next((c for c in codes if c not in ("0", "200")), "")
    said = _joined(sentences)
    if not code and (found := re.search(r"\(#(\d{1,7})\)", said)):
        code = found[1]  # Meta's own way of writing it: "(#130429) Rate limit hit"
    return code, said


def _parts(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield "words", value
        return
    if not isinstance(value, dict):
        return
    error = value.get("error")
    if isinstance(error, dict):
        yield from _error_parts(error)
    elif isinstance(error, str):
        yield "words", error
    for name in ("errorCode", "code"):
        yield from _code(value.get(name))
    for name in ("message", "detail", "title"):
        if isinstance(value.get(name), str):
            yield "words", value[name]
    yield from _errors_parts(value.get("errors"))


def _error_parts(error: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _code(error.get("code"))
    for name in ("message", "error_user_msg"):
        if isinstance(error.get(name), str):
            yield "words", error[name]
    data = error.get("error_data")
    details = data.get("details") if isinstance(data, dict) else data
    if isinstance(details, str):
        yield "words", details


def _errors_parts(errors: Any) -> Iterator[tuple[str, str]]:
    if isinstance(errors, str):
        yield "words", errors
    items = errors if isinstance(errors, list) else [errors]
    for item in items[:PARTS_MAX]:
        if isinstance(item, str) and isinstance(errors, list):
            yield "words", item
        elif isinstance(item, dict):
            yield from _one_error(item)


def _one_error(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _code(item.get("code"))
    field, message = item.get("field"), item.get("message") or item.get("title")
    if isinstance(message, str):
        yield "words", f"{field}: {message}" if isinstance(field, str) and field else message


def _code(code: Any) -> Iterator[tuple[str, str]]:
    if isinstance(code, bool):
        return
    if isinstance(code, int) and abs(code) < 10**CODE_MAX:
        yield "code", str(code)
    elif isinstance(code, str) and code.strip():
        yield "code", code.strip()


def _joined(sentences: list[str]) -> str:
    """The sentences, each once; one that stands inside a longer one is left out."""
    kept: list[str] = []
    for sentence in (" ".join(s.split()) for s in sentences[:PARTS_MAX]):
        if not sentence or any(sentence in other for other in kept):
            continue
        kept = [other for other in kept if other not in sentence] + [sentence]
    return " · ".join(kept)


def _page_words(text: str, html: bool) -> str:
    """A page's title, or the text of its first part; broken JSON as it is."""
    start = text[:HTML_READ_MAX]
    if not html:
        return start
    lower = start.lower()
    opened = lower.find("<title")
    inside = lower.find(">", opened) + 1 if opened >= 0 else 0
    closed = lower.find("</title", inside) if inside else -1
    title = start[inside:closed].strip() if closed > 0 else ""
    return title or re.sub(r"<[^<>]*>", " ", start)


def _ray_in_page(text: str, hide: str) -> str:
    found = re.search(r"Ray ID:?\s{0,9}(?:<[^<>]{0,80}>\s{0,9})?([0-9a-f]{12,20})", text[:200_000])
    return plain(found[1], CODE_MAX, hide) if found else ""


def _request_id(headers: Mapping[str, str]) -> str:
    return next((headers[name] for name in REQUEST_ID_HEADERS if headers.get(name)), "")
