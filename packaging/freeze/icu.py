"""Makes the 32 MB of Unicode data that come with Qt on Linux small: the parts that Qt reads.

Qt asks ICU for sorting, letter case and the names of time zones. Those of languages, countries,
currencies and units it brings itself; conversion between character sets is Python's here.

The library holds one table of named items behind one symbol. A new table is made of the items
that stay, and `as` and `ld` put it behind the same symbol of a new library of the same name.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

LEFT_OUT = re.compile(
    r"(curr|lang|region|unit|rbnf|translit)/"
    r"|.*\.(cnv|dict|lstm|spp)$"
    r"|unames\.icu$"
    r"|(brkitr/)?[a-z]{2,3}(_\w+)?\.res$"
)
ALIGNMENT = 16


def slim(library: Path, folder: Path) -> Path:
    """A copy of `library` in `folder` without what is left out; the copy's path.

    Raises SystemExit when the library is not as expected, so that nothing half right is shipped.
    """
    symbol, data = _table(library)
    head_size = struct.unpack_from("<H", data)[0]
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise SystemExit(f"{library.name} does not hold ICU's common data")
    items = _items(data[head_size:])
    kept = [(name, body) for name, body in items if not LEFT_OUT.match(name.split("/", 1)[1])]
    if not 0 < len(kept) < len(items):
        raise SystemExit(f"{library.name} holds other items than expected")
    folder.mkdir(parents=True, exist_ok=True)
    table = folder / "icu.dat"
    table.write_bytes(data[:head_size] + _joined(kept))
    return _link(table, symbol, library.name, folder)


def _table(library: Path) -> tuple[str, bytes]:
    """The data symbol's name and everything from where it begins."""
    shown = _output("nm", "-D", "--defined-only", str(library))
    found = re.search(r"^([0-9a-f]+) \w (icudt\d+_dat)$", shown, re.MULTILINE)
    if not found:
        raise SystemExit(f"{library.name} names no data")
    address = int(found[1], 16)
    for line in _output("readelf", "-SW", str(library)).splitlines():
        section = re.match(r"\s*\[ *\d+\] (\S+)\s+PROGBITS\s+(\w+) (\w+) (\w+)", line)
        if section:
            start, offset, size = (int(section[place], 16) for place in (2, 3, 4))
            if start <= address < start + size:
                whole = library.read_bytes()
                return found[2], whole[offset + address - start : offset + size]
    raise SystemExit(f"{library.name} keeps its data in no section")


def _items(body: bytes) -> list[tuple[str, bytes]]:
    (count,) = struct.unpack_from("<I", body)
    places = [struct.unpack_from("<II", body, 4 + 8 * number) for number in range(count)]
    ends = [start for _, start in places[1:]] + [len(body)]
    return [
        (body[name : body.index(b"\0", name)].decode("ascii"), body[start:end])
        for (name, start), end in zip(places, ends, strict=True)
    ]


def _joined(items: list[tuple[str, bytes]]) -> bytes:
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in items)
    first = 4 + 8 * len(items)
    body = bytearray(struct.pack("<I", len(items)) + bytes(8 * len(items)) + names)
    name_at = first
    for number, (name, data) in enumerate(items):
        body += bytes(-len(body) % ALIGNMENT)
        struct.pack_into("<II", body, 4 + 8 * number, name_at, len(body))
        body += data
        name_at += len(name) + 1
    return bytes(body)


def _link(table: Path, symbol: str, name: str, folder: Path) -> Path:
    source, part, made = folder / "icu.s", folder / "icu.o", folder / name
    source.write_text(
        f".section .rodata\n.balign {ALIGNMENT}\n.globl {symbol}\n.type {symbol}, %object\n"
        f'{symbol}:\n.incbin "{table}"\n.size {symbol}, . - {symbol}\n'
        '.section .note.GNU-stack,"",%progbits\n',
        encoding="utf-8",
    )
    _output("as", "-o", str(part), str(source))
    _output("ld", "-shared", "-z", "noexecstack", "-z", "relro", "-z", "now", "--build-id=sha1",
            "-soname", name, "-o", str(made), str(part))  # fmt: skip
    return made


def _output(*command: str) -> str:
    # Always one of the linker's own tools, with paths of this build.
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
