"""Where a link may lead: redirects step by step, never into this computer or the network here."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from link_server import on_loopback

from wa_composer.insider.media import REDIRECTS_MOST, Looker
from wa_composer.insider.reach import is_public, resolve

INSIDE = "The link leads into a private network, where WhatsApp cannot fetch it."
NO_ADDRESS = "This is not the address of a file in the web."


class Names:
    """A resolver with its own book of names; the last addresses of a name are given for ever."""

    def __init__(self, **book: list[tuple[str, ...]]) -> None:
        self.book = book
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        self.asked.append(host)
        answers = self.book.get(host.split(".")[0])
        if answers is None:
            return await resolve(host, port)
        return answers.pop(0) if len(answers) > 1 else answers[0]


def looker(**options) -> Looker:
    return Looker(**{"allowed": on_loopback, "proxies": {}, "seconds": 10} | options)


async def said(link: str, kind: str = "image", **options) -> str:
    made = looker(**options)
    look = await made.look(kind, link)
    await made.aclose()
    return look.words().english()


# Redirects


async def test_redirects_are_followed_also_relative_ones(server):
    server.leads("/one", "two/there", 301)
    server.leads("/two/there", server.url("/a.png"), 307)
    assert (await said(server.url("/one"))).startswith("PNG")
    assert server.asked() == ["GET /one", "GET /two/there", "GET /a.png"]


async def test_head_stays_head_on_the_way(server):
    server.leads("/one", "/x.pdf", 303)
    server.page("/x.pdf", b"%PDF", "application/pdf")
    assert (await said(server.url("/one"), "document")).startswith("PDF")
    assert server.asked() == ["HEAD /one", "HEAD /x.pdf"]


async def test_a_circle_is_left(server):
    server.leads("/one", "/two")
    server.leads("/two", "/one")
    assert await said(server.url("/one")) == "The link leads round in a circle."
    assert len(server.requests) == 2


async def test_a_long_chain_is_left(server):
    for number in range(20):
        server.leads(f"/{number}", f"/{number + 1}")
    assert await said(server.url("/0")) == f"The link leads on more than {REDIRECTS_MOST} times."
    assert len(server.requests) == REDIRECTS_MOST + 1


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/hostname",
        "ftp://example.com/a.png",
        "data:image/png;base64,AAAA",
        "//",
        "http:",
    ],
)
async def test_a_redirect_out_of_the_web_is_not_followed(server, to):
    server.leads("/one", to)
    assert await said(server.url("/one")) in (NO_ADDRESS, "The link leads round in a circle.")
    assert len(server.requests) == 1


async def test_a_redirect_that_says_nothing_is_said(server):
    server.page("/one", status=302)
    assert await said(server.url("/one")) == (
        "The link leads on, but its server does not say where to."
    )


@pytest.mark.parametrize(
    "inside",
    ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]", "[::ffff:10.0.0.1]", "0.0.0.0"],
)
async def test_a_redirect_into_the_network_here_is_not_followed(server, inside):
    server.leads("/one", f"http://{inside}:{server.port}/a.png")
    assert await said(server.url("/one")) == INSIDE
    assert len(server.requests) == 1


async def test_the_user_name_in_a_redirect_is_not_used(server):
    server.leads("/one", f"http://me:marked@127.0.0.1:{server.port}/a.png")
    assert "user name" in await said(server.url("/one"))
    assert len(server.requests) == 1


# Addresses


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0", "[::1]",
     "[::ffff:127.0.0.1]", "[::127.0.0.1]"],
)  # fmt: skip
async def test_this_computer_is_never_asked_by_whatever_name(server, host):
    made = Looker(proxies={})
    for kind in ("image", "video"):
        look = await made.look(kind, server.url("/a.png", host))
        assert look.words().english() in (INSIDE, NO_ADDRESS)
    await made.aclose()
    assert server.requests == []


@pytest.mark.parametrize(
    "text",
    ["10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "127.0.0.1",
     "168.63.129.16",
     "0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::", "::1", "fe80::1", "fc00::1",
     "ff02::1", "::ffff:192.168.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:1::1",
     "2001:db8::1", "fec0::1", "64:ff9b:1::7f00:1", "::5efe:7f00:1", "5f00::1", "192.0.0.8",
     "192.0.0.9", "100:0:0:1::1", "100::1", "3fff::1", "2001::1", "2001:20::1", "::127.0.0.1",
     "::8.8.8.8", "4000::1", "2606:4700::5efe:a00:1", "2606:4700::200:5efe:a00:1",
     "192.88.99.1", "198.18.0.1", "2002:a9fe:a9fe::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
)  # fmt: skip
def test_addresses_that_are_not_out_in_the_internet(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize(
    "text", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8",
    "64:ff9b::808:808", "2002:808:808::1", "2001:200::1", "2a00:1450:4001::200e", "172.32.0.1"],
)  # fmt: skip
def test_addresses_that_are(text):
    assert is_public(ip_address(text))


async def test_one_inner_address_among_several_is_enough_to_stay_away(server):
    names = Names(mixed=[("127.0.0.1", "10.0.0.1")])
    assert await said(server.url("/a.png", "mixed.example.com"), resolve=names) == INSIDE
    assert server.requests == []


async def test_what_was_checked_is_what_is_connected_to(server):
    """DNS rebinding: a second question would get an address inside."""
    names = Names(rebind=[("127.0.0.1",), ("10.0.0.1",)])
    link = server.url("/a.png", "rebind.example.com")
    assert (await said(link, resolve=names)).startswith("PNG")
    assert names.asked == ["rebind.example.com"]
    assert f"Host: rebind.example.com:{server.port}".encode() in server.requests[0]


async def test_each_redirect_is_looked_up_and_checked_anew(server):
    names = Names(rebind=[("127.0.0.1",), ("10.0.0.1",)])
    server.leads("/one", "/a.png")
    assert await said(server.url("/one", "rebind.example.com"), resolve=names) == INSIDE
    assert len(server.requests) == 1


async def test_the_next_address_is_tried_when_the_first_does_not_answer(server):
    names = Names(two=[("127.0.0.9", "127.0.0.1")])  # nobody listens at the first
    assert (await said(server.url("/a.png", "two.example.com"), resolve=names)).startswith("PNG")


async def test_a_name_that_is_not_there_is_said():
    found = await said("http://nobody.invalid/a.png")
    assert found == "No server named nobody.invalid was found."


@pytest.mark.parametrize(
    "link",
    ["", " ", "file:///etc/passwd", "a.png", "https://", "http:///a.png", "javascript:alert(1)",
     "http://exa mple.com/", "http://[::1/", "http://a\x00b/", "http://\ud800.com/", "http://..",
     "http://" + "a" * 80 + ".com/", "http://example.com:99999/", "https://" + "x" * 4000],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["image", "document"])
async def test_no_text_at_all_brings_it_out_of_step(link, kind):
    assert await said(link, kind, resolve=Names(example=[()]))
