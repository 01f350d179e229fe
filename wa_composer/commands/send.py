"""`send FILE`: the same path as the window's Send, with the log before and after it."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Any

from wa_composer.commands.account import named, patience
from wa_composer.commands.console import Console, Stop, flat
from wa_composer.commands.source import add_file, pretty, problem_lines, read_raw
from wa_composer.commands.wordings import checked, wordings
from wa_composer.message.outcome import Outcome
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.message.draft import Draft
    from wa_composer.message.words import Words
    from wa_composer.services import Services
    from wa_composer.session.delivery import Delivery, Repeats
    from wa_composer.storage.accounts import Account

HELP = "send a message and log it"
EXIT_CHECKS = 2
EXIT_OF = {Outcome.ACCEPTED: 0, Outcome.REFUSED: 1}
EXIT_UNKNOWN = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, who sends, who receives, and the form of the result."""
    add_file(parser)
    parser.add_argument("--account", metavar="NAME", help="left out: the default account")
    parser.add_argument(
        "--to",
        metavar="NUMBER",
        action="append",
        help="send to this number instead of the file's; may be given several times",
    )
    parser.add_argument("--json", action="store_true", help="an array of log objects")


def run(args: argparse.Namespace, console: Console) -> int:
    """0 all accepted, 1 refused, 3 unknown, 2 when nothing could be tried."""
    raw = read_raw(args.file, console)
    if args.to:
        raw = addressed(raw, args.to, console)
    draft = checked(raw, wordings(None, console))
    for line in problem_lines(draft.problems):
        console.say(line)
    if not draft.ready:
        return EXIT_CHECKS
    from wa_composer.session.vault import KEY_VARIABLE, MissingKey
    from wa_composer.storage.keys import KeyringProblem

    try:
        return asyncio.run(_send(args, draft, console))
    except (KeyringProblem, MissingKey) as problem:
        console.say(problem.words)
        console.say(
            words(
                "wa-composer account add keeps a key; {variable} gives one for a single run, "
                "together with --account.",
                variable=KEY_VARIABLE,
            )
        )
        return EXIT_CHECKS


def addressed(raw: Any, numbers: list[str], console: Console) -> Any:
    """The one message of `raw`, once to each number; Stop when there is not exactly one.

    A number that is given again is said, and gets the message once.
    """
    from wa_composer.message.phone import written_recipients

    messages = raw.get("messages") if isinstance(raw, dict) else None
    if not isinstance(messages, list) or len(messages) != 1 or not isinstance(messages[0], dict):
        raise Stop(words("--to needs a file that holds exactly one message."))
    to = Counter(number for text in numbers for number in written_recipients(text) or [text])
    for number in (number for number, often in to.items() if often > 1):
        told = words("{number} was given more than once. It gets the message once.", number=number)
        console.say(told)
    return {**raw, "messages": [{**messages[0], "phoneNumber": number} for number in to]}


async def _send(args: argparse.Namespace, draft: Draft, console: Console) -> int:
    from wa_composer.services import Services

    services = Services()
    try:
        services.vault.patience = patience(console)
        account = _account(services, args.account)
        await services.open_log()
        await _say_repeated(services, account, draft, console)
        delivery = await services.sender.send(account, draft)
    finally:
        await services.close()
    _tell(delivery, console)
    _print(delivery, args.json, console)
    return EXIT_OF.get(delivery.outcome, EXIT_UNKNOWN)


async def _say_repeated(
    services: Services, account: Account, draft: Draft, console: Console
) -> None:
    """Where the window would ask first: whoever calls this verb again has answered already."""
    earlier = await services.sender.repeated(account, draft)
    if earlier is None:
        return
    console.say(repeating(earlier))


def repeating(repeats: Repeats) -> Words:
    """That what is sent now went out before, or may have; of several, how many there are."""
    told: dict[str, str | int] = {
        "recipient": repeats.newest.recipient,
        "time": repeats.newest.time,
        "accepted": repeats.accepted,
        "unknown": repeats.unknown,
        "messages": repeats.messages,
    }
    if repeats.count == 1:
        sure = words("The same message went to {recipient} at {time}. It is sent again.", **told)
        unsure = words(
            "The same message may have gone to {recipient} at {time}. It is sent again.", **told
        )
        return sure if repeats.accepted else unsure
    if not repeats.unknown:
        return words(
            "{accepted} of these {messages} messages went out before, the last of them to "
            "{recipient} at {time}. All {messages} are sent now.",
            **told,
        )
    if not repeats.accepted:
        return words(
            "{unknown} of these {messages} messages may have gone out before, the last of them "
            "to {recipient} at {time}. All {messages} are sent now.",
            **told,
        )
    return words(
        "{accepted} of these {messages} messages went out before and {unknown} more may have, "
        "the last of them to {recipient} at {time}. All {messages} are sent now.",
        **told,
    )


def _account(services: Services, name: str | None) -> Account:
    from wa_composer.insider.endpoint import endpoint_problem

    if name is None:
        account = services.accounts.default()
    else:
        account = named(services.accounts, name)
        # Only for an account that was named: a key in the environment must never meet another.
        services.vault.use_environment(account)
    if not account.practice and (problem := endpoint_problem(account.endpoint)) is not None:
        raise Stop(
            words(
                "The address of the account {name} cannot be used. {problem}",
                name=account.name,
                problem=problem.english(),
            )
        )
    return account


def _tell(delivery: Delivery, console: Console) -> None:
    """What the person should know beside the result, on standard error."""
    if delivery.log_words is not None:
        console.say(delivery.log_words)
    if delivery.outcome is Outcome.ACCEPTED:
        return
    console.say(delivery.reason)
    if delivery.action is not None:
        console.say(delivery.action)
    if delivery.server_words:
        console.say(words("The server said: {words}", words=flat(delivery.server_words)))
    if delivery.administrator_note:
        console.say(delivery.administrator_note)


def _print(delivery: Delivery, as_json: bool, console: Console) -> None:
    from wa_composer.commands.log_objects import log_object

    if as_json:
        console.result(pretty([log_object(row) for row in delivery.rows]))
        return
    for row in delivery.rows:
        cells = (row.recipient, str(row.outcome), row.key or row.reason)
        console.result("\t".join(flat(cell) for cell in cells))
