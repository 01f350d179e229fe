"""The status of a template whose wording was changed here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wa_composer.message.library import Entry
from wa_composer.message.standing import rewritten, standing
from wa_composer.storage.templates import Templates


def _one(text: str = "Hello", **more: Any) -> dict[str, Any]:
    components = [{"type": "BODY", "text": text}]
    return {"name": "offer", "language": "en", **more, "components": components}


@pytest.mark.parametrize("key", ["status", "Status"])
def test_a_status_goes_with_its_wording_and_comes_back_with_it(key: str, tmp_path: Path) -> None:
    entry = Entry("offer", "en", _one(**{key: "Approved"}))
    assert standing(entry) == "APPROVED"
    changed = rewritten(rewritten(entry, _one("Other", **{key: "Approved"})), _one("Third"))
    assert (changed.definition, standing(changed)) == (_one("Third"), "CHANGED")
    Templates(tmp_path).change([changed])
    kept = Templates(tmp_path).entry("offer", "en")
    assert kept == changed
    assert rewritten(kept, _one()) == entry


def test_what_was_never_approved_is_not_called_so() -> None:
    assert standing(rewritten(Entry("offer", "en", _one()), _one("Other"))) == ""
    refused = Entry("offer", "en", _one(status="REJECTED"))
    assert standing(rewritten(refused, _one("Other"))) == ""
