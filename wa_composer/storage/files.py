"""Small files that are either the old one or the new one, never half of each."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import math
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from wa_composer.message.words import Words, words
from wa_composer.storage.errors import StorageProblem

_log = logging.getLogger(__name__)

OWNER_ONLY = 0o600


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path` as a whole, readable by its owner only (0600), durable on return.

    Raises StorageProblem; what stood at `path` before is then still there, and nothing else is.
    """
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        try:
            _write_durably(beside, data)
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
        _make_rename_durable(path.parent)
    except OSError as error:
        raise StorageProblem(_not_written(path, error)) from error


def write_json(path: Path, value: object) -> None:
    """`write_atomic` of `value` as pretty JSON in UTF-8; lone surrogates survive as escapes.

    Raises ValueError for a number that JSON has no word for, such as infinity.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # In JSON text a lone surrogate can only stand inside a string, where \udXXX is its escape.
    write_atomic(path, (text + "\n").encode("utf-8", "backslashreplace"))


class SenselessFile(StorageProblem):
    """A file is there and can be read, but it is not what this program writes."""


def _finite(text: str) -> float | None:
    """What JSON has no number for is none: earlier programs wrote it all the same."""
    number = float(text)
    return number if math.isfinite(number) else None


def load_json(path: Path, fits: Callable[[object], bool] | None = None) -> object | None:
    """The JSON value in `path`; None when there is no such file.

    Raises StorageProblem when it cannot be read, and SenselessFile when it is not JSON or `fits`
    says no to it; the file is left as it is.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageProblem(
            words("{file} cannot be read: {reason}.", file=str(path), reason=_reason(error))
        ) from error
    senseless = words("{file} makes no sense to this program.", file=str(path))
    try:
        value: object = json.loads(
            data.decode("utf-8-sig"), parse_constant=lambda _name: None, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        raise SenselessFile(senseless) from error
    if fits is not None and not fits(value):
        raise SenselessFile(senseless)
    return value


def read_json(path: Path, fits: Callable[[object], bool] | None = None) -> object | None:
    """The same, but a file that makes no sense is set aside (see `set_aside`) and None returned."""
    try:
        return load_json(path, fits)
    except SenselessFile:
        set_aside(path)
        return None


def set_aside(path: Path) -> Path:
    """Rename a file that makes no sense to NAME.corrupt-TIME, say so in the program's log lines.

    Raises StorageProblem when even that is impossible: better to stop than to write over it.
    """
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.corrupt-{moment}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.corrupt-{moment}-{number}")
    try:
        path.replace(target)
    except OSError as error:
        raise StorageProblem(
            words(
                "{file} is damaged and cannot be set aside: {reason}.",
                file=str(path),
                reason=_reason(error),
            )
        ) from error
    _log.warning("%s could not be understood and was set aside as %s.", path, target.name)
    return target


def _write_durably(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, OWNER_ONLY), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_rename_durable(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; its rename is journalled.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems refuse to sync a folder; the file itself is complete.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _not_written(path: Path, error: OSError) -> Words:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return words("{file} cannot be written: the disk is full.", file=str(path))
    return words("{file} cannot be written: {reason}.", file=str(path), reason=_reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
