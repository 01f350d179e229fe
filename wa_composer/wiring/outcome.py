"""What the notice bar says of a send that has ended: to whom it went, what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from wa_composer.message.phone import pretty
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.session.delivery import Delivery, Repeats

NAMED = 2
ENDS = (".", "!", "?", "…", "。", "؟", "।")


def accepted(delivery: Delivery) -> str:
    """That the messages were accepted: for whom, and with which key where it is one."""
    if len(delivery.keys) == 1:
        text = _tr("Accepted for {recipients}: {key}")
        return text.format(recipients=_recipients(delivery), key=delivery.keys[0])
    text = _tr("Accepted: {count} messages, to {recipients}")
    return text.format(count=len(delivery.keys), recipients=_recipients(delivery))


def not_accepted(delivery: Delivery) -> str:
    """For whom it was refused or is unknown, why, and what to do."""
    why = say(delivery.reason)
    # A server's own words may come without a full stop, and another sentence follows.
    text = " ".join([why if why.endswith(ENDS) else f"{why}.", *advice(delivery)])
    return f"{_recipients(delivery)}: {text}" if delivery.rows else text


def advice(delivery: Delivery) -> list[str]:
    """What to do, and what could not be written down."""
    return [say(each) for each in (delivery.action, delivery.log_words) if each is not None]


def details(delivery: Delivery) -> str:
    """What was answered, in so many words, and what to do; "" when nothing was answered."""
    lines = []
    if delivery.status is not None:
        text = _tr("The server answered HTTP {status}, code {code}.")
        text = text if delivery.code else _tr("The server answered HTTP {status}.")
        lines.append(text.format(status=delivery.status, code=delivery.code))
    if delivery.server_words:
        lines.append(_tr("It said: {words}").format(words=delivery.server_words))
    if lines and delivery.action is not None:
        lines.append(_tr("What to do: {action}").format(action=say(delivery.action)))
    if delivery.administrator_note:
        lines += ["", _tr("The note for the administrator:"), delivery.administrator_note]
    return "\n".join(lines)


def question(repeats: Repeats) -> str:
    """Whether to send what went out before, or may have; of several, how many there are."""
    text = _about_one(repeats) if repeats.count == 1 else _about_several(repeats)
    return text.format(
        recipient=pretty(repeats.newest.recipient),
        when=_when(repeats.newest.time),
        accepted=repeats.accepted,
        unknown=repeats.unknown,
        messages=repeats.messages,
    )


def _about_one(repeats: Repeats) -> str:
    if repeats.accepted:
        return _tr("The same message went to {recipient} {when}. Send it again?")
    return _tr("The same message may have gone to {recipient} {when}. Send it again?")


def _about_several(repeats: Repeats) -> str:
    if repeats.accepted and repeats.unknown:
        return _tr(
            "{accepted} of these {messages} messages went out before and {unknown} more may have, "
            "the last of them to {recipient} {when}. Send all {messages}?"
        )
    if repeats.accepted == repeats.messages:
        return _tr(
            "All {messages} messages went out before, the last of them to {recipient} {when}. "
            "Send them again?"
        )
    if repeats.unknown == repeats.messages:
        return _tr(
            "All {messages} messages may have gone out before, the last of them to {recipient} "
            "{when}. Send them again?"
        )
    if repeats.accepted:
        return _tr(
            "{accepted} of these {messages} messages went out before, the last of them to "
            "{recipient} {when}. Send all {messages}?"
        )
    return _tr(
        "{unknown} of these {messages} messages may have gone out before, the last of them to "
        "{recipient} {when}. Send all {messages}?"
    )


def _when(stamp: str) -> str:
    """A stored UTC time by this computer's clock; with its day, unless that is today."""
    moment = datetime.fromisoformat(stamp).astimezone()
    time = moment.strftime("%H:%M")
    if moment.date() == datetime.now().astimezone().date():
        return _tr("at {time}").format(time=time)
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMM")
    return _tr("on {day} at {time}").format(day=day, time=time)


def _recipients(delivery: Delivery) -> str:
    """Each number once; of many the first ones, and how many more there are."""
    numbers = list(dict.fromkeys(pretty(row.recipient) for row in delivery.rows))
    shown, more = ", ".join(numbers[:NAMED]), len(numbers) - NAMED
    return _tr("{numbers} and {more} more").format(numbers=shown, more=more) if more > 0 else shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outcome", text)
