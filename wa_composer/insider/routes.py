"""The way out: through the system's proxy where one is set, directly to this computer.

httpx sends even http://127.0.0.1 through HTTP_PROXY, and refuses to start with a proxy address
of a kind it does not know; this decides per request, with the standard library's reading of the
environment and (on Windows and macOS) of the system's settings.
"""

from __future__ import annotations

import ssl
import urllib.request
from collections.abc import Mapping

import httpx

from wa_composer.insider.endpoint import is_loopback

ROUTE = "wa_composer_route"
"""Extension of a request: its proxy, "" for none, where that was settled by another address."""
# One send at a time, so few connections; an idle one is dropped before most servers drop it,
# for a request on a dying connection ends as "unknown".
LIMITS = httpx.Limits(max_connections=10, max_keepalive_connections=2, keepalive_expiry=5.0)


class Routes(httpx.AsyncBaseTransport):
    """Sends each request directly or through the proxy that is set for it."""

    def __init__(self, tls: ssl.SSLContext, proxies: Mapping[str, str]) -> None:
        """`proxies` by scheme, as `urllib.request.getproxies` gives them."""
        self._tls = tls
        self._proxies = dict(proxies)
        self._direct = httpx.AsyncHTTPTransport(verify=tls, limits=LIMITS, trust_env=False)
        self._through: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises httpx.ProxyError, before anything is sent, for an unusable proxy address."""
        return await self._route(request).handle_async_request(request)

    async def aclose(self) -> None:
        """Close all connections."""
        for transport in (self._direct, *self._through.values()):
            await transport.aclose()

    def proxy_for(self, url: httpx.URL) -> str:
        """The proxy that is set for an address; "" where none is and it is reached directly."""
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all") or ""
        if not proxy or is_loopback(url.host) or urllib.request.proxy_bypass(url.host):
            return ""
        return proxy

    def _route(self, request: httpx.Request) -> httpx.AsyncHTTPTransport:
        settled = request.extensions.get(ROUTE)
        proxy: str = self.proxy_for(request.url) if settled is None else settled
        if not proxy:
            return self._direct
        if proxy not in self._through:
            self._through[proxy] = self._proxied(proxy, request)
        return self._through[proxy]

    def _proxied(self, address: str, request: httpx.Request) -> httpx.AsyncHTTPTransport:
        url = address if "://" in address else "http://" + address
        try:
            proxy = httpx.Proxy(url, ssl_context=self._tls if url[:6] == "https:" else None)
            return httpx.AsyncHTTPTransport(
                verify=self._tls, limits=LIMITS, trust_env=False, proxy=proxy
            )
        except (ValueError, ImportError, httpx.InvalidURL):
            # The address may hold a password: it is not repeated.
            raise httpx.ProxyError("unusable proxy address", request=request) from None
