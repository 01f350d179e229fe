"""How the sending of one message ended."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What is known about a message that was handed to the server.

    ``UNKNOWN`` is an outcome of its own: the message may have gone out, and nothing says so.
    """

    SENDING = "sending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
