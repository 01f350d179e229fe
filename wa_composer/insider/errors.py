"""Everything that can come back from a send that was not accepted.

    SendError
    ├── NotSent              refused: nothing left this computer
    │   ├── BadEndpoint      the address is not HTTPS, or no address
    │   ├── BadKey           the key cannot be a header
    │   └── NotConnected     no connection, after two more tries
    ├── Refused              refused: the server read the request and said no
    │   ├── Unauthorized     401
    │   ├── IpRestricted     code 1088; `administrator_note` is ready to hand on
    │   ├── EdgeBlocked      403 from Cloudflare; `administrator_note` too
    │   ├── RateLimited      429, after the repeats that are allowed
    │   ├── Redirected       3xx, never followed
    │   └── Rejected         any other 4xx, with the server's own words
    └── Uncertain            unknown: it may have gone out; never repeated by itself
        ├── NoAnswer         408, a broken connection or the time limit after something left
        ├── ServerFault      5xx
        ├── UnreadableAnswer another 2xx, or one without keys
        └── WrongKeyCount    another number of keys than messages

Outcomes are those of the API document, section 2. A class says its outcome; the answer's status,
code and words are on the instance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wa_composer.message.outcome import Outcome
from wa_composer.message.words import Words


@dataclass(frozen=True, slots=True)
class Facts:
    """What the answer itself said: HTTP status, error code, own words, note for an admin.

    `server_words` is bounded plain text without the key; "" when there was none.
    """

    status: int | None = None
    code: str = ""
    server_words: str = ""
    administrator_note: str = ""


NO_FACTS = Facts()


class SendError(Exception):
    """A send that was not accepted: what happened (`words`) and what to do (`action`)."""

    outcome: ClassVar[Outcome]

    def __init__(self, reason: Words, action: Words, facts: Facts = NO_FACTS) -> None:
        super().__init__(reason.english())
        self.words = reason
        self.action = action
        self.status = facts.status
        self.code = facts.code
        self.server_words = facts.server_words
        self.administrator_note = facts.administrator_note


class NotSent(SendError):
    """Nothing left this computer."""

    outcome = Outcome.REFUSED


class BadEndpoint(NotSent):
    """The account's address is no place a key may go to."""


class BadKey(NotSent):
    """The account's key cannot be put into a header."""


class NotConnected(NotSent):
    """The server could not be reached at all."""


class Refused(SendError):
    """The server answered no: nothing goes out."""

    outcome = Outcome.REFUSED


class Unauthorized(Refused):
    """401: the key is wrong, revoked or of another kind."""


class IpRestricted(Refused):
    """Code 1088: this computer's internet address is not on the allow-list."""


class EdgeBlocked(Refused):
    """403 from the edge before the API saw the request."""


class RateLimited(Refused):
    """429, and the repeats that are allowed are used up."""


class Redirected(Refused):
    """3xx: the key never follows to another address."""


class Rejected(Refused):
    """Any other 4xx."""


class Uncertain(SendError):
    """It may have gone out, or not; only the person can decide to send again."""

    outcome = Outcome.UNKNOWN


class NoAnswer(Uncertain):
    """Something left, and no answer came."""


class ServerFault(Uncertain):
    """5xx, whatever its body says."""


class UnreadableAnswer(Uncertain):
    """A 2xx answer that is not the documented one."""


class WrongKeyCount(Uncertain):
    """A 2xx answer with another number of keys than messages; none is given to any message."""
