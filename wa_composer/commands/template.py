"""`template list|import|show|remove|export`: the template library."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from wa_composer.commands.console import Console, Stop, flat
from wa_composer.commands.source import STDIN, pretty, read_pasted, shown_name
from wa_composer.message.words import words

if TYPE_CHECKING:
    from wa_composer.message.definitions import Definitions
    from wa_composer.message.fit import Saved
    from wa_composer.message.importing import Item, Plan
    from wa_composer.message.library import Entry
    from wa_composer.storage.templates import Templates

HELP = "list, import, show, remove or export the templates of the library"
EXIT_LEFT_ALONE = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """What one can do with the library."""
    verbs = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verbs.add_parser("list", help="name, language, category, status, and what it is; one a line")
    add = verbs.add_parser("import", help="add the definitions in files to the library")
    add.add_argument("files", metavar="FILE", nargs="+", help="template definitions; - is input")
    add.add_argument("--replace", action="store_true", help="also put them in place of others")
    for name, text in (("show", "print a definition"), ("remove", "take a template out")):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("name", metavar="NAME")
        verb.add_argument("language", metavar="LANGUAGE")
    export = verbs.add_parser("export", help="print your own templates, or one of them")
    export.add_argument("name", metavar="NAME", nargs="?")
    export.add_argument("language", metavar="LANGUAGE", nargs="?")
    export.add_argument("-o", "--output", metavar="OUT.json", help="write them into this file")


def run(args: argparse.Namespace, console: Console) -> int:
    """0, or 1 when an import left something alone; Stop and StorageProblem say why not."""
    from wa_composer.services import shipped_templates
    from wa_composer.storage.paths import home
    from wa_composer.storage.templates import Templates

    library = Templates(home(), shipped_templates())
    if args.action == "import":
        return _import(library, args.files, args.replace, console)
    if args.action == "list":
        _list(library, console)
    elif args.action == "export":
        _export(library, args, console)
    elif args.action == "show":
        console.result(pretty(_named(library, args.name, args.language).definition))
    else:
        library.change(drop=[_named(library, args.name, args.language).key])
    return 0


def _list(library: Templates, console: Console) -> None:
    from wa_composer.message.definition import read_definition
    from wa_composer.message.standing import standing

    for entry in library.entries():
        made = read_definition(entry.definition)
        marks = {"sample": entry.sample, "draft": entry.draft, "favourite": entry.favourite}
        said = ",".join(mark for mark, so in marks.items() if so)
        cells = (entry.name, entry.language, made.category, standing(entry), said)
        console.result("\t".join(flat(cell) for cell in cells))


def _named(library: Templates, name: str, language: str) -> Entry:
    found = library.entry(name, language)
    if found is None:
        told = {"name": flat(name), "language": flat(language)}
        raise Stop(words("The library has no template {name} in {language}.", **told))
    return found


def _export(library: Templates, args: argparse.Namespace, console: Console) -> None:
    from wa_composer.storage.files import write_atomic

    if args.name is not None and args.language is not None:
        value: object = _named(library, args.name, args.language).definition
    else:
        own = [e for e in library.entries() if not e.sample and args.name in (None, e.name)]
        if args.name is not None and not own:
            raise Stop(words("The library has no template {name}.", name=flat(args.name)))
        value = {"data": [entry.definition for entry in own]}
    text = pretty(value)
    if args.output is None:
        console.result(text)
    else:
        write_atomic(Path(args.output), (text + "\n").encode("utf-8", "backslashreplace"))


def _import(library: Templates, files: list[str], replace: bool, console: Console) -> int:
    from wa_composer.message.importing import plan, taken

    read = [(_source(name), _definitions(name, console)) for name in files]
    saved = _drafted(console)
    with library.turn():  # what is compared is what is there when it is written
        own = library.own()
        samples = {entry.key: entry for entry in library.entries() if entry.sample}
        made = plan(own, read, saved, replace, samples)
        entries = taken(made, own, library.now(), replace)
        if entries:
            library.change(entries)
    _say(made, replace, console)
    left = [item for item in made.left_alone if item.kind == "twice" or not replace]
    return EXIT_LEFT_ALONE if left or made.strange else 0


def _say(made: Plan, replace: bool, console: Console) -> None:
    """A result line for each definition; a sentence for what is not simply added or equal."""
    from wa_composer.message.import_words import break_sentence, sentence

    for item in made.items:
        cells = (item.name, item.language, _outcome(item, replace))
        console.result("\t".join(flat(cell) for cell in cells))
        if item.kind == "equal" or (item.kind == "new" and not item.sample):
            continue
        console.say(flat(sentence(item).english()))
        for broken in item.breaks:
            console.say(flat(break_sentence(item, broken).english()))
        if item.kind == "different" and not replace:
            console.say(words("It was left alone; --replace takes the new one."))
    for source, path in made.strange:
        told = {"file": flat(source), "path": flat(path)}
        console.say(words("{file}: {path} is no template definition.", **told))


def _outcome(item: Item, replace: bool) -> str:
    if item.kind == "different":
        return "replaced" if replace else "left alone"
    return {"new": "added", "draft": "draft", "equal": "equal", "twice": "left alone"}[item.kind]


def _definitions(name: str, console: Console) -> Definitions:
    from wa_composer.message.definitions import read_definitions

    found = read_definitions(read_pasted(name, console).raw)
    if not found.found:
        raise Stop(words("{file} holds no template definition.", file=shown_name(name)))
    return found


def _source(name: str) -> str:
    return shown_name(name) if name == STDIN else Path(name).name


def _drafted(console: Console) -> list[Saved]:
    """The messages being written in the window, as they were saved last."""
    from wa_composer.session.drafted import drafted_in
    from wa_composer.storage.drafts import Drafts
    from wa_composer.storage.errors import StorageProblem
    from wa_composer.storage.paths import home

    try:
        return drafted_in(Drafts(home()).load())
    except StorageProblem as problem:  # the window sees to it
        console.say(problem.words)
        return []
