"""What the frozen program holds: chosen by name, so that nothing comes in unasked."""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

import icu

BUNDLE_ID = "org.wa_composer.composer"

Entry = tuple[str, str, str]

# Imported by name at run time, so that reading the sources does not find them.
BY_NAME = {
    "linux": ["keyring.backends.SecretService", "keyring.backends.kwallet"],
    "win32": ["keyring.backends.Windows", "win32ctypes.core.cffi", "win32ctypes.core.ctypes"],
    "darwin": ["keyring.backends.macOS"],
}
BY_NAME_EVERYWHERE = ["keyring.backends.chainer", "keyring.backends.fail"]

# Tools of the libraries' makers, other event loops, command lines, and an older pydantic.
LEFT_OUT = [
    "PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSvg",
    "PySide6.QtTest", "PySide6.scripts", "brotli", "brotlicffi", "click", "curses",
    "doctest", "editables", "gi", "h2", "hatchling", "httpx._main", "idlelib",
    "keyring.cli", "lib2to3", "mypy", "numpy", "pdb", "pip", "pydantic.mypy", "pydantic.v1",
    "pygments", "pytest", "readline", "rich", "setuptools", "socksio", "test", "tkinter", "trio",
    "unittest.mock", "uvloop", "xmlrpc", "zstandard",
]  # fmt: skip

# Qt's plugins: those that a window, its input, its pictures and its network need. Nothing is drawn
# by the graphics card, so none for OpenGL; no GTK inside the program, whose dialogs come through
# the desktop's portal; and no reader of SVG pictures, since pictures come from strangers.
PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "imageformats": {"qjpeg", "qwebp"},
    "iconengines": {"qsvgicon"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "tls": {"qcertonlybackend", "qopensslbackend", "qschannelbackend", "qsecuretransportbackend"},
}

# The freezer's own start-up hooks that this program needs. The others import `inspect` and
# `pkgutil` at each start, or (on Linux, where Qt finds its plugins by itself) send Qt programs
# that are opened from here to our plugins.
START_HOOKS = {"pyi_rth_pyside6"} if sys.platform in ("win32", "darwin") else set[str]()

# Libraries that belong to the machine on Linux: they speak to its display, its drivers, its fonts,
# its bus and its Kerberos, or every C++ program shares them.
OF_THE_MACHINE = re.compile(
    r"lib(X\w+|X11-xcb|xcb|EGL|GL|GLX|GLdispatch|OpenGL|drm|gbm|wayland-\w+|fontconfig|freetype|"
    r"dbus-1|glib-2\.0|gthread-2\.0|stdc\+\+|gcc_s|gssapi_krb5|krb5|k5crypto|krb5support|com_err|"
    r"keyutils|systemd|mount|blkid|selinux|pcre2-8|cap|gcrypt|gpg-error|lz4|zstd|png16|brotli\w+|"
    r"bsd|md|expat)\.so"
)


# Python's own library: Windows, Linux and other builds, the framework of macOS.
PYTHON = re.compile(r"python3\d*\.dll$|libpython3|Python3?$")


def version(root: Path) -> str:
    """The program's version, read from its own source."""
    text = (root / "wa_composer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found, "the program names no version"
    return found[1]


def hidden_imports(root: Path) -> list[str]:
    """Modules that are imported by a name made at run time, and every one of the program's own."""
    sources = sorted((root / "wa_composer").rglob("*.py"))
    own = [".".join(path.relative_to(root).with_suffix("").parts) for path in sources]
    return [
        *BY_NAME_EVERYWHERE,
        *BY_NAME[sys.platform],
        *(name.removesuffix(".__init__") for name in own if not name.endswith("__main__")),
    ]


def scripts(found: list[Entry]) -> list[Entry]:
    """The start-up scripts, without the freezer's hooks that are not wanted."""
    return [
        entry for entry in found if not entry[0].startswith("pyi_rth_") or entry[0] in START_HOOKS
    ]


def binaries(
    found: list[Entry], scratch: Path, imports: Callable[[str], Iterable[str]] | None = None
) -> list[Entry]:
    """Extensions, the listed plugins of Qt, and the libraries that one of those needs.

    `imports` tells the names of the libraries that a file loads; left out, the freezer does.
    """
    imports = imports or _imports
    by_name: dict[str, list[Entry]] = {}
    for entry in found:
        by_name.setdefault(_key(entry[0]), []).append(entry)
    kept: dict[str, Entry] = {}
    waiting = deque(entry for entry in found if _is_root(entry))
    while waiting:
        entry = waiting.popleft()
        if entry[0] in kept:
            continue
        kept[entry[0]] = entry
        for name in imports(entry[1]):
            waiting.extend(each for each in by_name.get(_key(name), []) if not _is_machines(each))
    left = sorted({entry[0] for entry in found} - set(kept))
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "left-out.txt").write_text("\n".join(left) + "\n", encoding="utf-8")
    return [_slim(entry, scratch) for entry in found if entry[0] in kept]


def datas(found: list[Entry], kept: list[Entry], root: Path) -> list[Entry]:
    """The program's resources, certificates and metadata; no type stubs, no Qt translations.

    Of what belongs to libraries, that of the `kept` ones.
    """
    own = root / "resources"
    frameworks = {_framework(name) for name, _, _ in kept}
    libraries = {Path(name).name for name, _, _ in kept}
    chosen = [
        entry
        for entry in found
        if not entry[0].endswith((".pyi", ".qm", ".typed"))
        and not PurePosixPath(Path(entry[0]).as_posix()).is_relative_to("PySide6/Qt/qml")
        and _framework(entry[0]) in frameworks | {None}
        # Shortcuts to libraries. On Linux each knows its neighbours without.
        and not (entry[2] == "SYMLINK" and sys.platform.startswith("linux"))
        and not (_is_shortcut(entry) and Path(entry[1]).name not in libraries)
    ]
    for path in sorted(own.rglob("*")):
        inside = path.relative_to(own)
        if path.is_file() and inside.parts[0] != "pictures":  # those are the README's
            chosen.append((str(Path("resources") / inside), str(path), "DATA"))
    return chosen


def _is_shortcut(entry: Entry) -> bool:
    """Whether this is a link to a library; those inside a framework belong to its form."""
    return entry[2] == "SYMLINK" and _framework(entry[0]) is None


def _imports(file: str) -> list[str]:
    from PyInstaller.depend import bindepend

    return [name for name, _ in bindepend.get_imports(file)]


def _key(name: str) -> str:
    """What a library is found by: Windows writes one name in several letter cases."""
    return re.split(r"[/\\]", name)[-1].lower()


def _framework(name: str) -> str | None:
    """The framework of macOS that a file lies in, None when in none."""
    found = re.match(r".*?\.framework(?=/)", name)
    return found[0] if found else None


def _slim(entry: Entry, scratch: Path) -> Entry:
    name, source, kind = entry
    if Path(name).name.startswith("libicudata.so"):
        return name, str(icu.slim(Path(source), scratch / "icu")), kind
    return entry


def _is_root(entry: Entry) -> bool:
    """Whether this is wanted for itself, and not only when something else needs it."""
    name, _, kind = entry
    parts = Path(name).parts
    if "plugins" in parts and parts[0] == "PySide6":
        folder, file = parts[-2], re.sub(r"^lib", "", Path(name).name).split(".")[0]
        return file in PLUGINS.get(folder, ())
    return kind == "EXTENSION" or PYTHON.match(Path(name).name) is not None


def _is_machines(entry: Entry) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    outside = len(Path(entry[0]).parts) == 1  # found in the system, not inside a Python package
    return outside and OF_THE_MACHINE.match(Path(entry[0]).name) is not None


# What Windows and macOS want to be told


def info_plist() -> dict[str, object]:
    """What macOS reads: names, and the message file as this program's own."""
    return {
        "CFBundleName": "WA Composer",
        "CFBundleDisplayName": "WA Composer",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "LSMinimumSystemVersion": "13.0",
        "LSApplicationCategoryType": "public.app-category.business",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "WA Composer message",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{BUNDLE_ID}.message"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{BUNDLE_ID}.message",
                "UTTypeDescription": "WA Composer message",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["wamsg"],
                    "public.mime-type": ["application/x-wa-composer-message+json"],
                },
            }
        ],
    }


def write_version_info(number: str, scratch: Path) -> Path:
    """The file from which the freezer makes what Windows shows under Properties, Details."""
    digits = [int(part) for part in re.findall(r"\d+", number)[:3]]
    four = tuple([*digits, 0, 0, 0, 0][:4])
    texts = {
        "FileDescription": "WA Composer",
        "FileVersion": number,
        "InternalName": "wa-composer",
        "LegalCopyright": "MIT licence; see the folder licences",
        "ProductName": "WA Composer",
        "ProductVersion": number,
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    scratch.mkdir(parents=True, exist_ok=True)
    path = scratch / "version-info.txt"
    path.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{lines}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        encoding="utf-8",
    )
    return path
