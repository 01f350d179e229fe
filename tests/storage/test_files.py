"""Files that are the old one or the new one, never half of each, and never lost."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import read_json, set_aside, write_atomic, write_json

# Any JSON value at all, lone surrogates included: what a person pastes is not always text.
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | FLOATS | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(value=JSON_VALUES)
def test_what_is_written_is_read_again(value: Any, tmp_path: Path) -> None:
    path = tmp_path / "any.json"
    write_json(path, value)
    assert read_json(path) == value
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["any.json"]


@given(first=st.binary(max_size=200), second=st.binary(max_size=200))
def test_bytes_are_replaced_as_a_whole(first: bytes, second: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bytes"
    write_atomic(path, first)
    write_atomic(path, second)
    assert path.read_bytes() == second


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "private"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomic(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "taken.json"
    folder.mkdir()
    (folder / "inside").write_text("x")
    with pytest.raises(StorageProblem, match="taken"):
        write_atomic(folder, b"new")
    assert [entry.name for entry in tmp_path.iterdir() if "taken" in entry.name] == ["taken.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_in_plain_words(tmp_path: Path) -> None:
    # A file whose every write fails with "no space left", through the real call.
    import wa_composer.storage.files as files

    with pytest.raises(OSError, match="No space left") as caught, open("/dev/full", "wb") as full:
        full.write(b"x")
        full.flush()
    words = files._not_written(tmp_path / "draft.json", caught.value)
    assert "the disk is full" in words.english()
    assert "draft.json" in words.english()


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"\x00" * 50,
        '{"latin": "é"}'.encode("latin-1"),
    ],
)
def test_what_makes_no_sense_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_json(path) is None
    assert not path.exists()
    (aside,) = tmp_path.glob("settings.json.corrupt-*")
    assert aside.read_bytes() == content


@pytest.mark.logs_warnings
def test_files_set_aside_in_one_second_do_not_replace_each_other(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for number in range(3):
        path.write_text(str(number))
        set_aside(path)
    kept = sorted(entry.read_text() for entry in tmp_path.glob("x.json.corrupt-*"))
    assert kept == ["0", "1", "2"]


@pytest.mark.logs_warnings
def test_another_shape_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("[1]")
    assert read_json(path, fits=lambda value: isinstance(value, dict)) is None
    assert len(list(tmp_path.glob("x.json.corrupt-*"))) == 1


def test_a_missing_file_is_nothing_and_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert read_json(tmp_path / "no.json") is None
    with pytest.raises(StorageProblem, match="cannot be read"):
        read_json(tmp_path)


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"a": 1}).encode())
    assert read_json(path) == {"a": 1}


def test_a_process_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    import subprocess

    path = tmp_path / "draft.json"
    write_json(path, {"n": 0})
    script = (
        "import sys, pathlib\n"
        "from wa_composer.storage.files import write_json\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "n = 0\n"
        "while True:\n"
        "    n += 1\n"
        "    write_json(path, {'n': n, 'long': 'x' * 200_000})\n"
        "    if n == 3: print('writing', flush=True)\n"
    )
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"writing"
            process.kill()
        value = read_json(path)
        assert isinstance(value, dict)
        assert value["n"] >= 3


def test_no_number_is_written_that_json_has_no_word_for(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": Infinity, "b": -1e999, "c": NaN, "d": 1.5}')
    assert read_json(path) == {"a": None, "b": None, "c": None, "d": 1.5}
    with pytest.raises(ValueError):
        write_json(path, {"a": float("inf")})
