"""The Unicode data that the packages bring are fewer than Qt's own, and nobody notices."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
SLIM = """
import sys
sys.path.insert(0, sys.argv[1])
import icu
from pathlib import Path
print(icu.slim(Path(sys.argv[2]), Path(sys.argv[3])))
"""
# Everything that Qt asks ICU for, in every locale it knows.
ASK = """
import functools
from PySide6.QtCore import QCollator, QDateTime, QLocale, QTimeZone, QUrl, Qt
WORDS = ["zebra", "Äpfel", "apfel", "öl", "oz", "Ål", "aa", "ñu", "nz", "ch", "cz", "a10", "a2",
         "ß", "ss", "י", "ब", "अ", "ก", "เก", "中", "文", "あ", "ア"]
any_of = (QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
for locale in QLocale.matchingLocales(*any_of):
    collator = QCollator(locale)
    print(locale.name(), sorted(WORDS, key=functools.cmp_to_key(collator.compare)))
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    print(sorted(WORDS, key=functools.cmp_to_key(collator.compare)))
    print(locale.toUpper("istanbul ß ijs"), locale.toLower("IİÀ"), locale.nativeLanguageName(),
          locale.toCurrencyString(1234.5), locale.dateTimeFormat())
for name in ("Europe/Berlin", "Asia/Kolkata", "America/New_York"):
    zone = QTimeZone(name.encode())
    kind, form = QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName
    print([zone.displayName(kind, form, QLocale(code)) for code in ("en", "de", "ar", "th")])
with open("/proc/self/maps") as maps:
    print(next(line.split()[-1] for line in maps if "libicudata" in line))
print(len(QTimeZone.availableTimeZoneIds()), QUrl("https://bücher.example/ä").toEncoded())
"""


def _python(program: str, *arguments: object, **changes: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env={**os.environ, "PYTHONUTF8": "1", **changes},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_qt_answers_alike_with_the_smaller_data(tmp_path: Path) -> None:
    (library,) = LIBRARIES.glob("libicudata.so.*")
    folder = tmp_path / "slim"
    made = Path(_python(SLIM, ROOT / "packaging" / "freeze", library, folder).strip())
    assert made == folder / library.name
    assert made.stat().st_size < library.stat().st_size / 3
    with_all = _python(ASK)
    assert len(with_all.splitlines()) > 500
    with_fewer = _python(ASK, LD_LIBRARY_PATH=str(folder))
    assert str(made) in with_fewer
    assert with_fewer.replace(str(made), str(library)) == with_all
