"""Looks at a link as WhatsApp will: status, type, size; of a picture also the bytes, bounded.

Nothing of the account goes along: no key, no cookie, and no connection of the client that sends.
Each address on the way is checked before it is connected to, and it is that very address that is
connected to, so that a name which changes its mind in between leads nowhere (DNS rebinding).
Behind a proxy the proxy looks the name up once more, for only it can; a name that is not known
here, as where only the proxy has DNS, is left to it.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import urllib.request
from collections.abc import Callable, Mapping

import httpx
import truststore

from wa_composer import __version__
from wa_composer.insider import media_facts as facts
from wa_composer.insider.media_body import read_picture, told_size
from wa_composer.insider.media_facts import Look
from wa_composer.insider.media_faults import NotFound, Refused, fault_of
from wa_composer.insider.reach import (
    Address,
    Resolve,
    is_public,
    may_be_outside,
    parsed,
    resolve,
)
from wa_composer.insider.routes import ROUTE, Routes
from wa_composer.message.words import words

USER_AGENT = f"WA-Composer/{__version__} (preview of a link)"
SECONDS = 20.0
"""For one look with all that it leads on to."""
CONNECT_SECONDS = 6.0
NAME_SECONDS = 4.0
"""For finding a name that the proxy finds as well: without DNS the question may never end."""
SILENCE_SECONDS = 8.0
REDIRECTS_MOST = 5
ADDRESSES_MOST = 3
"""Addresses of one host that are tried, one after the other."""
LINK_MOST = 2048

_REDIRECTS = (301, 302, 303, 307, 308)
_TIMEOUT = httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)


class Looker:
    """Looks at links, one call each; keeps no connection and no memory between them.

    `allowed` decides about addresses and `resolve` finds them: only tests give others.
    """

    def __init__(
        self,
        *,
        allowed: Callable[[Address], bool] = is_public,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        proxies: Mapping[str, str] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._seconds = seconds
        # Its own debugging lines hold whole requests, and a link may hold what opens it.
        logging.getLogger("httpcore").setLevel(logging.WARNING)
        tls = tls or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._routes = Routes(tls, urllib.request.getproxies() if proxies is None else proxies)

    async def look(self, kind: str, link: str) -> Look:
        """The facts of `link` as an image, video or document. Raises nothing but CancelledError.

        A picture is fetched whole, at most 5 MB of it; of the others only the head is asked for.
        """
        try:
            async with asyncio.timeout(self._seconds):
                if kind == "image":
                    return await self._picture(link)
                return await self._head(kind, link)
        except Refused as refused:
            return Look(kind, fault=refused.words, lasting=refused.lasting)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            # ValueError: httpx's and ipaddress's word for addresses that make no sense.
            return Look(kind, fault=fault_of(error, self._seconds))

    async def aclose(self) -> None:
        """Close what is open; looks under way are their owner's to cancel."""
        await self._routes.aclose()

    async def _picture(self, link: str) -> Look:
        response = await self._ask("GET", link)
        try:
            return await read_picture(response)
        finally:
            await response.aclose()

    async def _head(self, kind: str, link: str) -> Look:
        response = await self._ask("HEAD", link)
        await response.aclose()
        if not response.is_success:
            # Many servers answer HEAD with a refusal although they would give the file.
            response = await self._ask("GET", link, {"Range": "bytes=0-0"})
            await response.aclose()
        status = response.status_code
        size = told_size(response)
        if status == 416 and size == 0:
            return Look(kind, status, size=0, fault=facts.size_fault(kind, 0))
        told = facts.media_type(response.headers.get("content-type", ""))
        fault = facts.status_fault(status)
        if fault is None:
            fault = facts.type_fault(kind, told) or facts.size_fault(kind, size)
        return Look(kind, status, told, size=size, fault=fault)

    async def _ask(
        self, method: str, link: str, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """The open answer at the end of all redirects; the caller closes it."""
        url = _web_address(link)
        seen = {str(url)}
        for _ in range(REDIRECTS_MOST + 1):
            response = await self._request(method, url, headers or {})
            if response.status_code not in _REDIRECTS:
                return response
            await response.aclose()
            url = _next(url, response)
            if str(url) in seen:
                raise Refused(words("The link leads round in a circle."))
            seen.add(str(url))
        raise Refused(words("The link leads on more than {most} times.", most=REDIRECTS_MOST))

    async def _request(
        self, method: str, url: httpx.URL, headers: Mapping[str, str]
    ) -> httpx.Response:
        proxy = self._routes.proxy_for(url)
        if proxy:
            await self._check_for_proxy(url)
            return await self._send(method, url, url, headers, proxy)
        addresses = await self._addresses(url)
        for last, address in enumerate(addresses, 1 - len(addresses)):
            try:
                target = url.copy_with(host=address)
                return await self._send(method, url, target, headers, proxy)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if not last:
                    raise
        raise OSError("no address")

    async def _send(
        self,
        method: str,
        url: httpx.URL,
        target: httpx.URL,
        headers: Mapping[str, str],
        proxy: str,
    ) -> httpx.Response:
        request = httpx.Request(
            method,
            target,
            headers={
                "Host": url.netloc.decode("ascii"),
                "User-Agent": USER_AGENT,
                "Accept": "*/*",
                "Accept-Encoding": "identity",
                "Connection": "close",
                **headers,
            },
            extensions={
                "timeout": _TIMEOUT.as_dict(),
                "sni_hostname": _host(url),
                ROUTE: proxy,
            },
        )
        return await self._routes.handle_async_request(request)

    async def _addresses(self, url: httpx.URL) -> tuple[str, ...]:
        """The checked addresses of a host: none of them may lie inside."""
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            found = await self._resolve(_host(url), port)
        except OSError:
            raise NotFound(_host(url)) from None
        if not found or not all(self._allowed(parsed(each)) for each in found):
            inside = words("The link leads into a private network, where WhatsApp cannot fetch it.")
            raise Refused(inside, lasting=True)
        return found[:ADDRESSES_MOST]

    async def _check_for_proxy(self, url: httpx.URL) -> None:
        """As far as the name is known here, none of its addresses may lie inside."""
        try:
            async with asyncio.timeout(NAME_SECONDS):
                await self._addresses(url)
        except (NotFound, TimeoutError):
            if not may_be_outside(_host(url)):
                raise NotFound(_host(url)) from None


def _host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii").strip("[]")


def _web_address(link: str) -> httpx.URL:
    if len(link) > LINK_MOST:
        raise Refused(words("The link is too long to be looked at."))
    url = httpx.URL(link.strip())
    if url.scheme not in ("http", "https") or not url.host:
        raise Refused(words("This is not the address of a file in the web."))
    if url.userinfo:
        raise Refused(words("The link holds a user name or password; those are never sent."))
    return url.copy_with(fragment=None)


def _next(url: httpx.URL, response: httpx.Response) -> httpx.URL:
    location = response.headers.get("location", "")
    if not location:
        raise Refused(words("The link leads on, but its server does not say where to."))
    try:
        return _web_address(str(url.join(location)))
    except httpx.InvalidURL:
        raise Refused(words("The link leads on to something that is no web address.")) from None
