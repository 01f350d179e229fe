"""The wheel, as a user gets it: built, installed elsewhere, run from an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from wa_composer import __version__

ROOT = Path(__file__).resolve().parents[2]


def _run(
    command: Sequence[str | Path], folder: Path, home: Path
) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    environment["WA_COMPOSER_HOME"] = str(home)
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, built by the pinned backend without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-build-isolation", "--no-deps", "--no-index", "--no-cache-dir"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "-q", *offline]
    done = _run([*pip, "-w", folder, ROOT], folder, folder)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts' folder of a new environment that holds the wheel.

    The libraries come from the environment of the tests, by one line of path: the project itself
    cannot come from there, since path files in a folder that is added so are not read.
    """
    folder = tmp_path_factory.mktemp("environment") / "env"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    paths = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", scheme="venv", vars=paths))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    done = _run(
        [*pip, "--python", folder, "install", "-q", "--no-deps", "--no-index", wheel],
        folder,
        folder,
    )
    assert done.returncode == 0, done.stderr
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Path(sysconfig.get_path("scripts", scheme="venv", vars=paths))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_the_wheel_holds_the_resources_and_the_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"wa_composer/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert shipped <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_but_the_program(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"wa_composer", f"wa_composer-{__version__}.dist-info"}


def test_it_installs_a_console_script_and_one_without_a_console(wheel: Path) -> None:
    text = zipfile.ZipFile(wheel).read(f"wa_composer-{__version__}.dist-info/entry_points.txt")
    assert b"[console_scripts]\nwa-composer = " in text
    assert b"[gui_scripts]\nwa-composer-gui = " in text


@pytest.mark.parametrize("script", ["wa-composer", "wa-composer-gui"])
def test_the_installed_program_says_its_version(scripts: Path, empty: Path, script: str) -> None:
    done = _run([scripts / script, "--version"], empty, empty.parent / "home")
    assert (done.returncode, done.stdout.split()[-1:]) == (0, [__version__]), done.stderr


def test_the_installed_program_is_the_installed_one(scripts: Path, empty: Path) -> None:
    program = "import wa_composer; print(wa_composer.__file__)"
    done = _run([scripts / "python", "-c", program], empty, empty.parent / "home")
    assert Path(done.stdout.strip()).is_relative_to(scripts.parent), done.stdout + done.stderr


def test_the_installed_program_finds_its_resources(scripts: Path, empty: Path) -> None:
    sample = ROOT / "resources" / "samples" / "order_update.wamsg"
    done = _run([scripts / "wa-composer", "payload", sample], empty, empty.parent / "home")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["messages"]
    picture = empty / "picture.png"
    done = _run(
        [scripts / "wa-composer", "preview", sample, "-o", picture], empty, empty.parent / "home"
    )
    assert done.returncode == 0, done.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_installed_program_sends_through_practice(scripts: Path, empty: Path) -> None:
    sample = ROOT / "resources" / "samples" / "order_update.wamsg"
    command = [scripts / "wa-composer", "send", sample, "--account", "Practice"]
    done = _run(command, empty, empty.parent / "home")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\t")[1] == "accepted"
    assert not list(empty.iterdir()), "something was written beside the user"


def test_without_a_console_nothing_breaks_for_want_of_one(scripts: Path, empty: Path) -> None:
    # The gui script on Windows runs with neither standard output nor standard error.
    sample = ROOT / "resources" / "samples" / "order_update.wamsg"
    program = (
        "import sys; sys.stdout = sys.stderr = None; from wa_composer.cli import main; "
        f"sys.exit(main(['check', {str(sample)!r}]))"
    )
    done = _run([scripts / "python", "-c", program], empty, empty.parent / "home")
    assert done.returncode == 0
