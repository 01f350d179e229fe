"""`account list|add|default|remove`: the accounts, and their keys in the keyring."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from typing import TYPE_CHECKING

from wa_composer.commands.console import Console, Stop, flat
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.session.account_keeper import AccountKeeper
    from wa_composer.storage.accounts import Account, Accounts

HELP = "list, add, remove accounts, or choose the default one"
KEY_LINE_MAX = 10_000
PATIENCE_TERMINAL = 60.0
PATIENCE_SCRIPT = 10.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """The four things one can do with accounts."""
    verbs = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verbs.add_parser("list", help="name, endpoint, senders, default; never a key")
    add = verbs.add_parser("add", help="add an account; its key is read from standard input")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--endpoint", metavar="URL", help="the whole address of the send call")
    add.add_argument(
        "--from",
        dest="senders",
        metavar="NUMBER",
        action="append",
        help="a sender number; may be given several times",
    )
    add.add_argument("--no-key", action="store_true", help="read and keep no key")
    default = verbs.add_parser("default", help="use this account when none is named")
    default.add_argument("name", metavar="NAME")
    remove = verbs.add_parser("remove", help="remove the account and its key")
    remove.add_argument("name", metavar="NAME")


def run(args: argparse.Namespace, console: Console) -> int:
    """0; Stop and StorageProblem say why not."""
    from wa_composer.storage.accounts import Accounts
    from wa_composer.storage.paths import home

    accounts = Accounts(home())
    if args.action == "list":
        _list(accounts, console)
    elif args.action == "default":
        accounts.set_default(named(accounts, args.name).id)
    elif args.action == "add":
        _add(accounts, args, console)
    else:
        _remove(accounts, named(accounts, args.name), console)
    return 0


def named(accounts: Accounts, name: str) -> Account:
    """The account of that name; Stop when there is none."""
    account = accounts.by_name(name)
    if account is None:
        raise Stop(words("There is no account named {name}.", name=flat(name)))
    return account


def patience(console: Console) -> float:
    """How many seconds the keyring may take: long enough for a person where there is one."""
    return PATIENCE_TERMINAL if console.is_terminal() else PATIENCE_SCRIPT


def _list(accounts: Accounts, console: Console) -> None:
    default = accounts.default().id
    for account in accounts.all():
        mark = "default" if account.id == default else ""
        cells = (account.name, account.endpoint, ",".join(account.senders), mark)
        console.result("\t".join(flat(cell) for cell in cells))


def _add(accounts: Accounts, args: argparse.Namespace, console: Console) -> None:
    from wa_composer.commands.account_form import described

    before = accounts.by_name(args.name)
    account = described(accounts, before, args.name, args.endpoint, args.senders)
    key = "" if args.no_key else _read_key(console)
    saved = asyncio.run(_keeper(accounts, console).save(account, key))
    if saved.left is not None:
        console.say(words("The earlier key could not be removed from the keyring."))
        console.say(saved.left.words)


def _remove(accounts: Accounts, account: Account, console: Console) -> None:
    if account.practice:
        raise Stop(words("The practice account is part of the program and stays."))
    asyncio.run(_keeper(accounts, console).remove(account.id))


def _keeper(accounts: Accounts, console: Console) -> AccountKeeper:
    from wa_composer.session.account_keeper import AccountKeeper
    from wa_composer.session.vault import Vault
    from wa_composer.storage.keys import Keys
    from wa_composer.storage.worker import Worker

    vault = Vault(Keys, Worker("keyring"), os.environ, patience(console))
    return AccountKeeper(accounts, vault, Worker("files"))


def _read_key(console: Console) -> str:
    from wa_composer.storage.keys import key_problem

    if sys.stdin is not None and sys.stdin.isatty():
        import getpass

        line = getpass.getpass("Key: ", stream=sys.stderr)
    else:
        line = _piped_line()
    key = line.strip()
    problem = key_problem(key)
    if problem is not None:
        raise Stop(problem)
    return key


def _piped_line() -> str:
    if sys.stdin is None:
        return ""
    data = sys.stdin.buffer.readline(KEY_LINE_MAX + 1)
    if len(data) > KEY_LINE_MAX:
        raise Stop(words("The key is longer than {limit} characters.", limit=KEY_LINE_MAX))
    # PowerShell puts a byte order mark before what it pipes.
    return data.decode("utf-8-sig", "replace")
