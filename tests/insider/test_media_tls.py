"""A link's certificate is checked against its name, though its address is connected to."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from link_server import on_loopback, png

from wa_composer.insider.media import Looker


def certificate(folder: Path, host: str) -> Path:
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    file = folder / "both.pem"
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(made.public_bytes(pem) + private.private_bytes(pem, *plain))
    return file


@pytest.mark.parametrize(
    ("host", "starts"),
    [("shop.example.com", "PNG"), ("other.example.com", "The server's certificate")],
)
async def test_the_certificate_is_that_of_the_name_not_of_the_address(tmp_path, host, starts):
    file = certificate(tmp_path, "shop.example.com")
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(file)
    theirs = ssl.create_default_context(cafile=str(file))

    async def serve(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {len(png())}\r\n\r\n"
        writer.write(head.encode() + png())
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=ours)
    port = listening.sockets[0].getsockname()[1]
    looker = Looker(allowed=on_loopback, resolve=here, tls=theirs, proxies={})
    look = await looker.look("image", f"https://{host}:{port}/a.png")
    await looker.aclose()
    listening.close()
    assert look.words().english().startswith(starts)


async def here(host: str, port: int) -> tuple[str, ...]:
    return ("127.0.0.1",)
