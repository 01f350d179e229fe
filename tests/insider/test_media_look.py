"""Looking at links on real sockets: what is said of each, and how little of it is read."""

from __future__ import annotations

import asyncio
import gzip
import logging

import httpx
import pytest
from link_server import PAGE, SVG, bomb, jpeg_head, on_loopback, png, png_head

from wa_composer.insider.media import USER_AGENT, Looker
from wa_composer.insider.media_body import _unpacked
from wa_composer.insider.media_facts import Look

MIB = 1024 * 1024


def said(look: Look) -> str:
    assert look.fault is not None
    return look.fault.english()


async def test_a_good_picture_comes_whole_with_its_facts(server, looker):
    look = await looker.look("image", server.url("/a.png"))
    assert look.fault is None
    assert (look.status, look.told_type, look.found_type) == (200, "image/png", "image/png")
    assert (look.width, look.height, look.size) == (8, 4, len(png()))
    assert look.data == png()
    assert look.words().english() == "PNG · 8 × 4 · 1 KB"
    assert "data" not in repr(look)


async def test_the_request_is_bare_and_names_the_program(server, looker):
    await looker.look("image", server.url("/a.png"))
    lines = server.requests[0].decode().split("\r\n")
    assert f"User-Agent: {USER_AGENT}" in lines
    assert f"Host: 127.0.0.1:{server.port}" in lines
    names = {line.partition(":")[0].lower() for line in lines[1:] if line}
    assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}


async def test_a_cookie_is_never_given_back(server, looker):
    server.page("/first", status=302, Location="/a.png", Set_Cookie="who=you; Path=/")
    await looker.look("image", server.url("/first"))
    await looker.look("image", server.url("/a.png"))
    assert len(server.requests) == 3
    assert all(b"cookie" not in request.lower() for request in server.requests)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "404: there is nothing at this link."),
        (410, "410: there is nothing at this link."),
        (401, "401: this link is not open to everyone."),
        (403, "403: this link is not open to everyone."),
        (429, "429: the server is asked too often. Try again later."),
        (503, "503: the server has trouble now. Try again later."),
        (418, "418: the server gives no file for this link."),
        (204, "204: the server gives no file for this link."),
    ],
)
@pytest.mark.parametrize("kind", ["image", "document"])
async def test_a_status_is_said_in_words(server, looker, status, words, kind):
    look = await looker.look(kind, server.page("/x", status=status))
    assert said(look) == words
    assert look.status == status
    assert not look.data


@pytest.mark.parametrize(
    ("body", "told", "words"),
    [
        (PAGE, "image/png", "This is a web page, not a picture."),
        (PAGE * 20, "text/html", "This is a web page, not a picture."),
        (SVG, "image/svg+xml", "SVG file: WhatsApp takes JPEG or PNG."),
        (SVG * 9, "image/png", "SVG file: WhatsApp takes JPEG or PNG."),
        (b"GIF89a" + bytes(600), "image/gif", "GIF file: WhatsApp takes JPEG or PNG."),
        (
            b"RIFF\0\0\0\0WEBPVP8 ",
            "image/jpeg",
            "WebP file: WhatsApp takes JPEG or PNG.",
        ),
        (b"%PDF-1.7 ...", "image/png", "PDF file: WhatsApp takes JPEG or PNG."),
        (b"", "image/png", "The file is empty."),
        (b"\x00\x01 nothing", "image/png", "This is no picture; WhatsApp takes JPEG or PNG."),
        (png()[:-20], "image/png", "The picture is damaged: its file breaks off."),
        (png()[:30], "image/png", "The picture is damaged: its file breaks off."),
        (
            jpeg_head(ends=False),
            "image/jpeg",
            "The picture is damaged: its file breaks off.",
        ),
        (
            png_head(30_000, 30_000),
            "image/png",
            "30000 × 30000 points: too many to draw here, and maybe for phones.",
        ),
        (
            png_head(2**31 - 1, 1),
            "image/png",
            "2147483647 × 1 points: too many to draw here, and maybe for phones.",
        ),
    ],
)
async def test_what_is_no_picture_is_found_by_its_bytes(server, looker, body, told, words):
    look = await looker.look("image", server.page("/x", body, told))
    assert said(look) == words
    assert not look.data


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "text/plain",
            "The file is PNG, but its server calls it text/plain: WhatsApp may refuse it.",
        ),
        ("", "The file is PNG, but its server does not say so: WhatsApp may refuse it."),
    ],
)
async def test_a_picture_under_a_wrong_name_is_drawn_with_a_warning(server, looker, told, words):
    look = await looker.look("image", server.page("/x", png(), told))
    assert said(look) == words
    assert look.data == png()


async def test_a_told_size_above_the_limit_is_not_fetched(server, looker):
    body = png() + bytes(600)
    url = server.page("/x", body, "image/png", Content_Length=str(int(6.2 * MIB)))
    look = await looker.look("image", url)
    assert said(look) == "6.2 MB: more than the 5 MB WhatsApp takes."
    assert look.size == int(6.2 * MIB)


async def test_one_byte_too_many_is_not_rounded_away(server, looker):
    url = server.page("/x", png() + bytes(600), "image/png", Content_Length=str(5 * MIB + 1))
    assert said(await looker.look("image", url)) == "5.1 MB: more than the 5 MB WhatsApp takes."


async def test_an_endless_body_is_cut_off(server, looker):
    look = await looker.look("image", server.url("/endless"))
    assert said(look) == "More than the 5 MB WhatsApp takes."
    await asyncio.wait_for(server.gone.wait(), 10)  # the connection was dropped
    assert server.sent < 64 * MIB


async def test_a_gzip_bomb_is_cut_off(server, looker):
    url = server.page("/x", bomb(), "image/png", Content_Encoding="gzip")
    assert said(await looker.look("image", url)) == "More than the 5 MB WhatsApp takes."


async def test_of_a_bomb_no_more_is_unpacked_than_is_looked_at():
    async def all_at_once():
        yield bomb()

    packed = httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=all_at_once())
    assert sum([len(chunk) async for chunk in _unpacked(packed, 1000)]) == 1000


async def test_a_packed_picture_is_unpacked(server, looker):
    url = server.page("/x", gzip.compress(png()), "image/png", Content_Encoding="gzip")
    look = await looker.look("image", url)
    assert look.fault is None
    assert look.data == png()


@pytest.mark.parametrize(
    ("packing", "body", "words"),
    [
        ("br", png(), "The server packs the file in a way that was not asked for."),
        ("gzip", b"no gzip at all", "The file is damaged: it cannot be unpacked."),
    ],
)
async def test_strange_packings_are_said(server, looker, packing, body, words):
    url = server.page("/x", body, "image/png", Content_Encoding=packing)
    assert said(await looker.look("image", url)) == words


async def test_a_length_that_is_too_long_is_a_broken_connection(server, looker):
    url = server.page("/x", png(), "image/png", Content_Length="4000")
    assert said(await looker.look("image", url)) == (
        "The connection broke off before the answer was whole."
    )


async def test_a_length_that_is_too_short_is_a_broken_file(server, looker):
    url = server.page("/x", png(), "image/png", Content_Length="40")
    assert said(await looker.look("image", url)) == "The picture is damaged: its file breaks off."


async def test_a_server_that_hangs_is_left(server):
    looker = Looker(allowed=on_loopback, proxies={}, seconds=0.2)
    look = await looker.look("image", server.url("/silent"))
    assert said(look).startswith("No whole answer within")
    await asyncio.wait_for(server.gone.wait(), 10)
    await looker.aclose()


async def test_a_look_that_is_cancelled_hangs_up(server, looker):
    task = asyncio.create_task(looker.look("image", server.url("/silent")))
    await asyncio.wait_for(server.heard.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(server.gone.wait(), 10)


async def test_nobody_at_the_port_is_said(server, looker):
    gone = server.url("/a.png")
    await server.stop()
    assert said(await looker.look("image", gone)) == "The server cannot be reached."


async def test_links_stay_out_of_the_log(server, looker, caplog):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    await looker.look("image", server.page("/a.png?token=marked-token", png(), "image/png"))
    assert "marked-token" not in caplog.text
