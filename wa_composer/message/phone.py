"""Phone numbers in E.164: splitting what was typed, the API's rules, and how to show them.

The rules are the API document's; what a numbering plan doubts is advice at most, since to
libphonenumber the documentation's own examples are impossible.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from wa_composer.message.limits import PHONE_MAX, PHONE_MIN
from wa_composer.message.wording import PHONE_NUMBER, SENTENCES
from wa_composer.message.words import Words, words

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_BREAK = re.compile(r"[,;\n\r\u2028\u2029\u060c\uff0c]|[\s]+(?=\+)")
# Unicode's dashes, spaces and the invisible direction marks that address books paste along.
_DROPPED = re.compile(
    r"[\s().\-\u2010-\u2015\u2212\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# "+44 (0)7700 900123": the zero is dialled inside the country only, and stands for nothing here.
_TRUNK = re.compile(r"(\+([0-9]{1,3})\s*)\(\s*0\s*\)")
# Italy with the Vatican, San Marino, Ivory Coast, Gabon, Congo: there a first 0 is of the number.
_ZERO_STAYS = frozenset({"39", "378", "225", "241", "242"})
_NUMBER = re.compile(rf"\+[1-9][0-9]{{{PHONE_MIN - 1},{PHONE_MAX - 1}}}")
# ITU E.164: the country codes of one and two digits; all others have three.
_SHORT_CODES = frozenset(
    {1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, *range(40, 50), *range(51, 59), *range(60, 67)}
    | {81, 82, 84, 86, *range(90, 96), 98}
) - {42}


def split_recipients(text: str) -> list[str]:
    """Return the numbers in a text, separated by comma, semicolon, line, or space before a ``+``.

    Each once, however often and in whatever spelling it stands there: who is named twice is one
    recipient. Spaces, brackets, dots and dashes inside a number are dropped, and so is the ``(0)``
    of ``+44 (0)7700 900123``. Anything else is left in place, so that the rules can complain of it.
    """
    return list(dict.fromkeys(written_recipients(text)))


def written_recipients(text: str) -> list[str]:
    """Return the same numbers as often as each is written there."""
    pieces = (_DROPPED.sub("", _TRUNK.sub(_without_zero, piece)) for piece in _BREAK.split(text))
    return [piece for piece in pieces if piece]


def _without_zero(found: re.Match[str]) -> str:
    return found.group() if found.group(2) in _ZERO_STAYS else found.group(1)


def fault(number: str) -> tuple[str, dict[str, str | int]] | None:
    """Return the code and arguments of the rule a number breaks, or None when it breaks none."""
    if _NUMBER.fullmatch(number):
        return None
    if not number.strip():
        return "empty", {}
    if "*" in number or ("{{" in number and "}}" in number):
        return "phone_placeholder", {"found": number}
    if not number.startswith("+"):
        return "phone_plus", {}
    digits = number[1:]
    odd = re.sub("[0-9]", "", digits)
    if odd:
        return "phone_signs", {"found": odd[:20]}
    if digits.startswith("0"):
        return "phone_zero", {}
    if len(digits) < PHONE_MIN:
        return "phone_short", {"count": len(digits), "least": PHONE_MIN}
    return "phone_long", {"count": len(digits), "most": PHONE_MAX}


def problem_of(number: str) -> Words | None:
    """Return why a number cannot be sent to, or None when nothing speaks against it."""
    found = fault(number)
    if found is None:
        return None
    return Words(SENTENCES[found[0]].source, {"field": PHONE_NUMBER, **found[1]})


def trunk_zero(number: str) -> str:
    """Return a number without the 0 behind its country code, "" where none is too much.

    Such a 0 is dialled inside the country; in a few countries it belongs to the number.
    """
    if not _NUMBER.fullmatch(number):
        return ""
    code, rest = _parted(number)
    if code in _ZERO_STAYS or not rest.startswith("0"):
        return ""
    shorter = "+" + code + rest.lstrip("0")
    return shorter if _NUMBER.fullmatch(shorter) else ""


def pretty(number: str) -> str:
    """Return a number in groups, ``+44 7700 900123``; anything that is no number as it is."""
    if not _NUMBER.fullmatch(number):
        return number
    code, rest = _parted(number)
    if code in ("1", "7") and len(rest) == 10:
        groups = [rest[:3], rest[3:6], rest[6:]]
    elif code == "44" and len(rest) == 10:
        groups = [rest[:4], rest[4:]]
    else:
        groups = _threes(rest)
    return " ".join(["+" + code, *groups])


def get_ready() -> None:
    """Import what `country` and `doubt` need, which takes its time; for another thread."""
    import phonenumbers

    phonenumbers.parse("+12025550123", None)


def is_ready() -> bool:
    """Whether `country` and `doubt` answer at once, and wait for no thread that is importing."""
    return hasattr(sys.modules.get("phonenumbers"), "__all__")  # its last line


def country(number: str) -> str | None:
    """Return the two-letter country of a number, None when it is unknown or shared by many."""
    import phonenumbers  # 55 ms: only when a country is asked for

    parsed = _parsed(number)
    if parsed is None:
        return None
    region = phonenumbers.region_code_for_number(parsed)
    if region is None and parsed.country_code is not None:
        region = phonenumbers.region_code_for_country_code(parsed.country_code)
    return region if region and region.isalpha() else None


def doubt(number: str) -> Words | None:
    """Return what a numbering plan has against a number, as a warning; None when nothing."""
    if problem_of(number) is not None:
        return None
    import phonenumbers  # 55 ms: only when asked for

    parsed = _parsed(number)
    if parsed is None:
        return words("No country has the code this number begins with. Check it.")
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason == phonenumbers.ValidationResult.TOO_SHORT:
        return words("This number looks too short for its country. Check it.")
    if reason == phonenumbers.ValidationResult.TOO_LONG:
        return words("This number looks too long for its country. Check it.")
    return None


def is_complete(number: str) -> bool:
    """Return whether a number is one to send to, and as long as those of its country."""
    if problem_of(number) is not None:
        return False
    import phonenumbers  # 55 ms: only when asked for

    parsed = _parsed(number)
    possible = phonenumbers.ValidationResult.IS_POSSIBLE
    return parsed is not None and phonenumbers.is_possible_number_with_reason(parsed) == possible


@lru_cache(maxsize=4096)
def _parsed(number: str) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None


def _parted(number: str) -> tuple[str, str]:
    """The country code and the rest of a number that the rules let pass."""
    digits = number[1:]
    code = next((digits[:n] for n in (1, 2) if int(digits[:n]) in _SHORT_CODES), digits[:3])
    return code, digits[len(code) :]


def _threes(rest: str) -> list[str]:
    groups = []
    while len(rest) > 4:
        groups.append(rest[:3])
        rest = rest[3:]
    return [*groups, rest] if rest else groups
