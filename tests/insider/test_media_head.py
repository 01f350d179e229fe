"""Looking at links of videos and documents: their head alone, on real sockets."""

from __future__ import annotations

import pytest
from link_server import LinkServer, png

from wa_composer.insider.media_facts import Look

MIB = 1024 * 1024


def said(look: Look) -> str:
    assert look.fault is not None
    return look.fault.english()


async def test_a_document_is_known_by_its_head(server, looker):
    url = server.page("/x.pdf", b"%PDF" * 300_000, "application/pdf; charset=binary")
    look = await looker.look("document", url)
    assert look.fault is None
    assert look.words().english() == "PDF · 1.1 MB"
    assert server.asked() == ["HEAD /x.pdf"]


async def test_a_size_that_is_not_told_is_an_answer(server, looker):
    url = server.page("/x.mp4", b"...", "video/mp4", Content_Length="")
    look = await looker.look("video", url)
    assert look.fault is None
    assert look.size is None
    assert look.words().english() == "MP4 · size not told"


async def test_where_head_is_refused_one_byte_is_asked_for(server, looker):
    class OnlyGet(LinkServer):
        async def _answer(self, method, path, reader, writer):
            if method == "HEAD":
                writer.write(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
            else:
                assert b"range: bytes=0-0" in self.requests[-1].lower()
                writer.write(
                    b"HTTP/1.1 206 Part\r\nContent-Type: video/mp4\r\nContent-Length: 1\r\n"
                    b"Content-Range: bytes 0-0/17825792\r\n\r\n\x00"
                )

    only = OnlyGet()
    await only.start()
    look = await looker.look("video", only.url("/film"))
    await only.stop()
    assert only.asked() == ["HEAD /film", "GET /film"]
    assert look.size == 17 * MIB
    assert said(look) == "17 MB: more than the 16 MB WhatsApp takes."


@pytest.mark.parametrize(
    ("kind", "told", "words"),
    [
        ("video", "text/html; charset=utf-8", "This is a web page, not a video."),
        ("document", "text/html", "This is a web page, not a document."),
        ("video", "video/quicktime", "QuickTime file: WhatsApp takes MP4 or 3GP."),
        (
            "video",
            "application/octet-stream",
            "The server does not tell the file’s type; WhatsApp takes MP4 or 3GP.",
        ),
        (
            "document",
            "",
            "The server does not tell the file’s type; WhatsApp takes PDF, text or Office files.",
        ),
        (
            "document",
            "application/x-o",
            "The server calls the file application/x-o; WhatsApp takes PDF, text or Office files.",
        ),
    ],
)
async def test_a_wrong_kind_is_told_by_the_head(server, looker, kind, told, words):
    assert said(await looker.look(kind, server.page("/x", b"...", told))) == words


async def test_an_alias_of_a_type_is_the_type(server, looker):
    assert (await looker.look("video", server.page("/x", b"..", "video/3gp"))).fault is None
    assert (await looker.look("image", server.page("/y", png(), "image/PNG;x=1"))).fault is None
