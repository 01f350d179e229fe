"""The way out: proxies are honoured, but never for this computer; certificates by the system."""

from __future__ import annotations

import asyncio
import ssl
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import truststore
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from wa_composer.insider import errors
from wa_composer.insider.client import InsiderClient, make_http
from wa_composer.insider.endpoint import endpoint_problem, is_loopback
from wa_composer.message.outcome import Outcome

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY")


class Proxy:
    """Writes down the first line it is sent, and lets nothing through."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.lines.append(head.split(b"\r\n")[0])
        writer.write(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()


@pytest.fixture
async def proxy(monkeypatch):
    proxy = Proxy()
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    for name in PROXY_VARIABLES:
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    yield proxy
    server.close()


async def test_loopback_never_goes_through_the_proxy(proxy, scripted, time, key, payload):
    assert urllib.request.getproxies()["http"] == f"http://127.0.0.1:{proxy.port}"
    scripted.says(200, '{"keys":["whatsapp-1"]}')
    async with make_http() as http:
        client = InsiderClient(http, sleep=time.sleep)
        for host in ("127.0.0.1", "localhost", "127.0.0.2"):
            url = f"http://{host}:{scripted.port}/send"
            if host == "127.0.0.2":  # nobody listens there: what matters is who is asked
                with pytest.raises(errors.NotConnected):
                    await client.send(url, key, payload())
            else:
                assert await client.send(url, key, payload()) == ("whatsapp-1",)
    assert proxy.lines == []


async def test_the_world_is_reached_through_the_proxy(proxy, time, key, payload):
    async with make_http() as http:
        client = InsiderClient(http, sleep=time.sleep)
        with pytest.raises(errors.NotConnected) as caught:
            await client.send("https://api.example.com/send", key, payload())
    assert set(proxy.lines) == {b"CONNECT api.example.com:443 HTTP/1.1"}
    assert caught.value.outcome is Outcome.REFUSED
    assert "proxy" in caught.value.words.english()


async def test_an_exception_from_the_proxy_is_honoured(proxy, monkeypatch, time, key, payload):
    monkeypatch.setenv("no_proxy", "refused.invalid")
    async with make_http() as http:
        client = InsiderClient(http, sleep=time.sleep)
        with pytest.raises(errors.NotConnected):
            await client.send("https://refused.invalid/send", key, payload())
    assert proxy.lines == []


@pytest.mark.parametrize("address", ["socks://10.0.0.1:1080", "socks5://u:secret@h:1", "odd://x"])
async def test_an_unusable_proxy_address_is_said_and_not_shown(
    monkeypatch, time, key, payload, address
):
    monkeypatch.setenv("https_proxy", address)
    async with make_http() as http:
        client = InsiderClient(http, sleep=time.sleep)
        with pytest.raises(errors.NotConnected) as caught:
            await client.send("https://api.example.com/send", key, payload())
    assert "proxy" in caught.value.words.english()
    assert "secret" not in str(caught.value)


def own_certificate(folder: Path) -> Path:
    """A certificate for localhost that only itself vouches for, with its private key."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
    certificate = (
        builder.not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(private, hashes.SHA256())
    )
    file = folder / "both.pem"
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(certificate.public_bytes(pem) + private.private_bytes(pem, *plain))
    return file


async def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path, time, key, payload):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(own_certificate(tmp_path))
    heard: list[bytes] = []

    async def serve(reader, writer):
        heard.append(await reader.read(100))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    url = f"https://localhost:{server.sockets[0].getsockname()[1]}/send"
    async with make_http() as http:
        client = InsiderClient(http, sleep=time.sleep)
        with pytest.raises(errors.NotConnected) as caught:
            await client.send(url, key, payload())
    server.close()
    assert "certificate" in caught.value.words.english()
    assert heard == []


def test_the_systems_trust_store_decides():
    http = make_http()
    assert isinstance(http._transport._tls, truststore.SSLContext)
    assert http._transport._tls.verify_mode is ssl.CERT_REQUIRED
    assert not http.follow_redirects


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "a.localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"]
)
def test_this_computer_is_known_by_all_its_names(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example.com", "10.0.0.1", "128.0.0.1", "", "1270.0.1"])
def test_others_are_not_this_computer(host):
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "url",
    [
        "https://whatsapp.example.com/v1/conversational/send",
        "https://api.example.com:8443/send?tenant=1",
        "http://127.0.0.1:8080/send",
        "http://[::1]:8080/send",
    ],
)
def test_addresses_that_may_hold_the_call(url):
    assert endpoint_problem(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "  ",
        "example.com",
        "http://example.com/send",
        "http://localhost.example.com/send",
        "ftp://example.com",
        "https://",
        "https://example.com:0/",
        "https://example.com:99999/",
        "https://[half",
        "https://u:secret@example.com/",
        "https://example.com/#part",
        "https://exa mple.com/",
        "https://example.com/\n",
        "https://" + "a" * 3000,
    ],
)
def test_addresses_that_may_not(url):
    problem = endpoint_problem(url)
    assert problem is not None
    assert "secret" not in problem.english()
