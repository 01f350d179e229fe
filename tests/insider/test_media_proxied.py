"""Looking at links where a proxy is set: what it is asked for, and what never."""

from __future__ import annotations

import asyncio

import pytest
from link_server import on_loopback, png

from wa_composer.insider import media
from wa_composer.insider.media import Looker
from wa_composer.insider.reach import Resolve

INSIDE = "The link leads into a private network, where WhatsApp cannot fetch it."


def book(addresses: dict[str, str]) -> Resolve:
    """A resolver that knows these names and no others."""

    async def resolve(host: str, port: int) -> tuple[str, ...]:
        return (addresses[host],)

    return resolve


async def said(link: str, **options) -> str:
    made = Looker(**{"allowed": on_loopback, "seconds": 10} | options)
    look = await made.look("image", link)
    await made.aclose()
    return look.words().english()


async def test_behind_a_proxy_the_address_is_checked_before_the_proxy_is_asked(server):
    proxies = {"http": server.url("")}
    inside = book({"inner.example.com": "10.0.0.1", "outer.example.com": "127.0.0.1"})
    link = "http://inner.example.com/a.png"
    assert await said(link, proxies=proxies, resolve=inside) == INSIDE
    assert server.requests == []
    await said("http://outer.example.com/a.png", proxies=proxies, resolve=inside)
    assert server.asked() == ["GET http://outer.example.com/a.png"]


async def no_names_here(host: str, port: int) -> tuple[str, ...]:
    """A computer that is let out by its proxy alone, and has no DNS of the world outside."""
    raise OSError(f"nobody here knows {host}")


async def test_behind_a_proxy_a_name_that_only_the_proxy_knows_is_left_to_it(server):
    proxies = {"http": server.url("")}
    link = "http://example.com/a.png"
    server.page(link, png(), "image/png")
    assert (await said(link, proxies=proxies, resolve=no_names_here)).startswith("PNG")
    assert server.asked() == [f"GET {link}"]


async def test_behind_a_proxy_a_name_is_not_waited_for_without_end(server, monkeypatch):
    async def silence(host: str, port: int) -> tuple[str, ...]:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(media, "NAME_SECONDS", 0.01)
    link = "http://example.com/a.png"
    server.page(link, png(), "image/png")
    proxies = {"http": server.url("")}
    assert (await said(link, proxies=proxies, resolve=silence)).startswith("PNG")


@pytest.mark.parametrize(
    "host",
    ["10.0.0.1", "10.1", "0x0a000001", "[fd00::1]", "printer", "printer.local",
     "metadata.google.internal", "router.home.arpa", "wiki.corp."],
)  # fmt: skip
async def test_behind_a_proxy_no_inner_name_or_address_is_left_to_it(server, host):
    proxies = {"http": server.url("")}
    found = await said(f"http://{host}/a.png", proxies=proxies, resolve=no_names_here)
    assert found == f"No server named {host.strip('[]')} was found."
    assert server.requests == []


async def test_a_host_excepted_from_the_proxy_is_reached_directly_by_its_address(
    server, monkeypatch
):
    monkeypatch.setenv("no_proxy", "files.example.com")
    here = book({"files.example.com": "0.0.0.0"})  # this computer, but not by a name that says so
    port = server.url("").rpartition(":")[2]
    server.page("/a.png", png(), "image/png")
    link = f"http://files.example.com:{port}/a.png"
    nobody = {"http": "http://127.0.0.1:9"}
    found = await said(link, proxies=nobody, resolve=here, allowed=lambda address: True)
    assert found.startswith("PNG")
