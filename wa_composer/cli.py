"""The command line: finds the verb, runs it, and turns whatever happens into an exit code.

Verbs live in `commands/`, one module each, and are thin; no Qt is imported unless a verb draws.
"""

from __future__ import annotations

import argparse
import importlib
import signal
import sys
import traceback
from collections.abc import Sequence

from wa_composer import __version__
from wa_composer.commands.console import Console, Stop
from wa_composer.message.words import words
from wa_composer.quick import begin

PROG = "wa-composer"
EXITS = {
    "check": "0 no errors, 1 errors",
    "payload": "0 the request is on standard output, 1 its errors are on standard error",
    "preview": "0 drawn or told, whatever is wrong with the message",
    "send": "0 all accepted, 1 some refused, 3 some may have gone out",
    "log": "0",
    "account": "0",
    "template": "0, 1 when an import left something alone",
    "practice": "0 when it was stopped",
}
VERBS = tuple(EXITS)
EXIT_STOPPED = 2
EXIT_INTERRUPTED = 130
EXIT_MAY_HAVE_LEFT = 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code of interface.md, and never a traceback."""
    begin()
    console = Console(sys.stdout, sys.stderr)
    args = _parse(list(sys.argv[1:] if argv is None else argv))
    code = _guarded(args, console)
    console.flush()
    if console.failed and args.verb != "send":  # what was sent stays sent, whoever listens
        return code or EXIT_STOPPED
    return code


def _guarded(args: argparse.Namespace, console: Console) -> int:
    from wa_composer.storage.errors import StorageProblem

    try:
        return int(args.run(args, console))
    except Stop as stop:
        console.say(stop.words)
        return stop.code
    except StorageProblem as problem:
        console.say(problem.words)
        return EXIT_STOPPED
    except KeyboardInterrupt:
        return _interrupted(args, console)
    except Exception as fault:  # noqa: BLE001 - the outermost hook: no traceback for a person
        return _fault(args, fault, console)


def _parse(argv: list[str]) -> argparse.Namespace:
    if argv and argv[0] in VERBS:
        return _verb_parser(argv[:1]).parse_args(argv)
    if argv and argv[0] in ("-h", "--help"):
        _verb_parser(VERBS).print_help()
        raise SystemExit(0)
    from wa_composer.commands import window

    parser = argparse.ArgumentParser(PROG, description="Open the window.", allow_abbrev=False)
    _common(parser)
    window.arguments(parser)
    parser.set_defaults(verb="", run=window.run)
    args = parser.parse_args(argv)
    if args.self_test:
        from wa_composer.commands import self_test

        args.run = self_test.run
    return args


def _verb_parser(names: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows these verbs: each is imported only when it is asked for."""
    parser = argparse.ArgumentParser(
        PROG,
        usage=f"{PROG} [FILE ...] | {PROG} VERB ... | {PROG} --self-test | {PROG} --version",
        description="Write, preview and send WhatsApp messages through Insider One. Without a "
        "verb: opens the window, with the files that are named.",
        allow_abbrev=False,
    )
    _common(parser)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs", prog=PROG)
    for name in names:
        module = importlib.import_module(f"wa_composer.commands.{name}")
        verb = verbs.add_parser(
            name,
            help=module.HELP,
            description=module.__doc__,
            epilog=f"Exit code: {EXITS[name]}; 2 when it could not be done.",
            allow_abbrev=False,
        )
        module.arguments(verb)
        verb.set_defaults(run=module.run)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"{PROG} {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="start every part once and say how it went"
    )


def _interrupted(args: argparse.Namespace, console: Console) -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not cut this short
    if args.verb == "send":
        console.say(
            words(
                "Interrupted: the message may have gone out. Look at the log before repeating it."
            )
        )
        return EXIT_MAY_HAVE_LEFT
    return EXIT_INTERRUPTED


def _fault(args: argparse.Namespace, fault: Exception, console: Console) -> int:
    # The frames only, never the error's text: it may hold what a person wrote, or a number.
    last = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{last.filename.rpartition('wa_composer')[2] or last.filename}:{last.lineno}"
    console.say(
        words(
            "WA Composer met a fault of its own ({kind} at {place}). Please report this line.",
            kind=type(fault).__name__,
            place=place,
        )
    )
    return EXIT_MAY_HAVE_LEFT if args.verb == "send" else EXIT_STOPPED
