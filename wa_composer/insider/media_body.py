"""Reads the body of a link's answer within bounds, and what its head tells of the size."""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator
from contextlib import aclosing

import httpx

from wa_composer.insider import media_facts as facts
from wa_composer.insider.media_facts import Look
from wa_composer.insider.media_faults import Refused
from wa_composer.insider.media_kinds import SNIFF_BYTES, found_type
from wa_composer.message.limits import MEDIA
from wa_composer.message.words import words

_PACKED = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def told_size(response: httpx.Response) -> int | None:
    """The file's size by Content-Range, else by Content-Length; None when neither tells it."""
    whole = response.headers.get("content-range", "").rpartition("/")[2].strip()
    if response.status_code in (206, 416):
        return int(whole) if whole.isascii() and whole.isdigit() else None
    if response.headers.get("content-encoding", "identity") != "identity":
        return None  # it is the packed size
    length = response.headers.get("content-length", "").strip()
    return int(length[:15]) if length.isascii() and length.isdigit() else None


async def read_picture(response: httpx.Response) -> Look:
    """The facts of an open answer's picture, reading no more of it than decides them.

    Raises httpx.HTTPError when the connection breaks off, Refused for a packing nobody asked for.
    """
    status = response.status_code
    told = facts.media_type(response.headers.get("content-type", ""))
    if (fault := facts.status_fault(status)) is not None:
        return Look("image", status, told, fault=fault)
    size = told_size(response)
    data = bytearray()
    most = MEDIA["image"].most_bytes
    checked = False
    async with aclosing(_unpacked(response, most + 1)) as chunks:
        async for chunk in chunks:
            data += chunk
            if not checked and len(data) >= SNIFF_BYTES:
                checked = True
                found = found_type(bytes(data[:SNIFF_BYTES]))
                wrong = facts.type_fault("image", found) if found else None
                wrong = wrong or facts.size_fault("image", size)
                if wrong is not None:
                    return Look("image", status, told, found, size, fault=wrong)
            if len(data) > most:
                fault = facts.size_fault("image", size) or facts.too_big("image")
                return Look("image", status, told, found_type(bytes(data)), size, fault=fault)
    return facts.picture_of(bytes(data), status=status, told_type=told)


async def _unpacked(response: httpx.Response, most: int) -> AsyncGenerator[bytes, None]:
    """The body, unpacked at most to `most` bytes: a few kilobytes may hold gigabytes."""
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing in ("", "identity"):
        async for chunk in response.aiter_raw():
            yield chunk
        return
    if packing not in _PACKED:
        raise Refused(words("The server packs the file in a way that was not asked for."))
    unpack = zlib.decompressobj(_PACKED[packing])
    left = most
    try:
        async for chunk in response.aiter_raw():
            got = unpack.decompress(chunk, left)
            left -= len(got)
            yield got
            if left <= 0:
                return
    except zlib.error:
        raise Refused(words("The file is damaged: it cannot be unpacked.")) from None
