"""What is said when the keyring does not give what was asked of it: per kind and per system."""

from __future__ import annotations

import sys
from typing import Literal

from wa_composer.message.words import Words, words

Kind = Literal["missing", "locked", "refused", "silent", "timeout", "unusable"]

# Whole sentences, not assembled ones: a translator needs them so. {detail} is the system's answer.
_MACOS: dict[Kind, Words] = {
    "missing": words("The macOS keychain cannot be reached, so no key can be kept or read."),
    "locked": words(
        "The macOS keychain is locked or did not allow WA Composer in. Unlock it in Keychain "
        "Access and choose Allow when macOS asks."
    ),
    "refused": words("The macOS keychain refused: {detail}.", detail=""),
    "silent": words(
        "The macOS keychain took the key but does not give it back, so it was not kept."
    ),
    "timeout": words(
        "The macOS keychain does not answer. Look for its question, perhaps behind other windows."
    ),
}
_WINDOWS: dict[Kind, Words] = {
    "missing": words(
        "The Windows Credential Manager cannot be reached, so no key can be kept or read."
    ),
    "locked": words(
        "The Windows Credential Manager is locked. Sign in to Windows again, then retry."
    ),
    "refused": words("The Windows Credential Manager refused: {detail}.", detail=""),
    "silent": words(
        "The Windows Credential Manager took the key but does not give it back, so it was not kept."
    ),
    "timeout": words("The Windows Credential Manager does not answer."),
}
_LINUX: dict[Kind, Words] = {
    "missing": words(
        "No keyring is running on this computer, so no key can be kept or read. Install and start "
        "GNOME Keyring or KWallet."
    ),
    "locked": words(
        "The keyring of this desktop is locked, or its unlock window was closed. Unlock it, then "
        "try again."
    ),
    "refused": words("The keyring of this desktop refused: {detail}.", detail=""),
    "silent": words(
        "The keyring of this desktop took the key but does not give it back, so it was not kept."
    ),
    "timeout": words(
        "The keyring of this desktop does not answer. Look for its unlock window, perhaps behind "
        "other windows."
    ),
}
_ANY: dict[Kind, Words] = {
    "unusable": words(
        "The keyring chosen on this computer ({detail}) does not protect keys, so WA Composer does "
        "not use it. Choose the system's own one: remove the choice from PYTHON_KEYRING_BACKEND "
        "or keyringrc.cfg.",
        detail="",
    ),
}


def sentence(kind: Kind, detail: str = "", platform: str = sys.platform) -> Words:
    """The sentence of that kind on that system; `detail` is the keyring's own answer, if any."""
    system = {"darwin": _MACOS, "win32": _WINDOWS}.get(platform, _LINUX)
    found = system.get(kind) or _ANY[kind]
    return Words(found.source, {"detail": detail} if "detail" in found.args else {})
