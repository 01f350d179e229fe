"""The recipes for the three systems say the same about the program; what can be read is read."""

from __future__ import annotations

import configparser
import plistlib
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from wa_composer.app import APP_ID

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LINUX = PACKAGING / "linux"
MIME = "application/x-wa-composer-message+json"


def _text(name: str) -> str:
    return (PACKAGING / name).read_text(encoding="utf-8")


def _bundle_id() -> str:
    found = re.search(r'^BUNDLE_ID = "(.+)"$', _text("freeze/selection.py"), re.MULTILINE)
    assert found
    return found[1]


def test_the_desktop_entry_is_the_windows_name() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    values = entry["Desktop Entry"]
    assert values["Icon"] == values["StartupWMClass"] == APP_ID
    assert values["Exec"] == f"{APP_ID} %F"
    assert values["MimeType"] == f"{MIME};"


def test_the_file_type_is_the_same_everywhere() -> None:
    (kind,) = ElementTree.parse(LINUX / f"{APP_ID}.xml").getroot()
    assert kind.get("type") == MIME
    assert [each.get("pattern") for each in kind if each.tag.endswith("glob")] == ["*.wamsg"]
    assert f'"public.mime-type": ["{MIME}"]' in _text("freeze/selection.py")
    assert r"Software\Classes\.wamsg\OpenWithProgids" in _text("windows/wa-composer.iss")


def test_the_metainfo_leads_to_the_desktop_entry_and_bears_the_bundles_name() -> None:
    (path,) = LINUX.glob("*.metainfo.xml")
    component = ElementTree.parse(path).getroot()
    assert component.findtext("id") == _bundle_id() == path.name.removesuffix(".metainfo.xml")
    assert component.findtext("launchable") == f"{APP_ID}.desktop"
    assert component.findtext("provides/mediatype") == MIME


def test_the_windows_shortcuts_bear_the_windows_model() -> None:
    # The task bar groups windows by this: it must be what the program tells Windows of itself.
    script = _text("windows/wa-composer.iss")
    assert f'#define Model "{APP_ID}"' in script
    assert script.count('AppUserModelID: "{#Model}"') == script.count('wa-composer-gui.exe"; App')
    for file in re.findall(r"^(?:LicenseFile)=(.+)$", script, re.MULTILINE):
        assert (PACKAGING.parent / file).is_file()


def test_the_entitlements_can_be_read() -> None:
    found = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert all(value is True for value in found.values())


def test_the_ci_file_uses_what_is_there() -> None:
    text = _text("ci/packages.yml")
    assert "\t" not in text
    for name in set(re.findall(r"packaging/[\w./-]+\.(?:sh|spec|txt|iss)", text)):
        assert (PACKAGING.parent / name).is_file(), name


@pytest.mark.parametrize(
    "recipe", ["windows/wa-composer.iss", "macos/build-dmg.sh", "ci/packages.yml"]
)
def test_what_was_never_run_says_so(recipe: str) -> None:
    assert "NOT RUN HERE" in "\n".join(_text(recipe).splitlines()[:5])


def test_the_licences_of_qt_are_shipped_whole() -> None:
    lesser, general = _text("licences/LGPL-3.0.txt"), _text("licences/GPL-3.0.txt")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser
    assert "Version 3, 29 June 2007" in lesser
    assert len(lesser) > 7000
    assert "GNU GENERAL PUBLIC LICENSE" in general
    assert len(general) > 34000
