"""What an account may look like, asked at the door of the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wa_composer.commands.console import Stop, flat
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.storage.accounts import Account, Accounts

NAME_MAX = 80


def described(
    accounts: Accounts,
    before: Account | None,
    name: str,
    endpoint: str | None,
    senders: Sequence[str] | None,
) -> Account:
    """The account as asked for: what is left out stays as it was. Stop when it cannot be."""
    from wa_composer.storage.accounts import DOCUMENTED_ENDPOINT, Account

    if before is not None and before.practice:
        raise Stop(words("The practice account is part of the program and cannot be changed."))
    if not name.strip() or name != name.strip() or flat(name) != name or len(name) > NAME_MAX:
        raise Stop(
            words(
                "{name} cannot be the name of an account: 1 to {most} characters on one line, "
                "with no space at either end.",
                name=flat(repr(name)),
                most=NAME_MAX,
            )
        )
    if endpoint is None:
        endpoint = before.endpoint if before else DOCUMENTED_ENDPOINT
    _check_endpoint(endpoint)
    if senders is None:
        numbers = before.senders if before else ()
    else:
        numbers = tuple(_number(sender) for sender in senders)
    if before is not None:
        return Account(before.id, before.name, endpoint, numbers, before.colour)
    return Account(accounts.new_id(), name, endpoint, numbers, accounts.next_colour())


def _check_endpoint(endpoint: str) -> None:
    from wa_composer.insider.endpoint import endpoint_problem

    problem = endpoint_problem(endpoint)
    if problem is not None:
        raise Stop(words("{url}: {problem}", url=flat(endpoint), problem=problem.english()))


def _number(text: str) -> str:
    from wa_composer.message.phone import problem_of, split_recipients

    numbers = split_recipients(text)
    number = numbers[0] if len(numbers) == 1 else text
    problem = problem_of(number)
    if problem is not None:
        raise Stop(words("{number}: {problem}", number=flat(text), problem=problem.english()))
    return number
