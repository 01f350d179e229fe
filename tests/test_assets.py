"""The finder of shipped files."""

from __future__ import annotations

import pytest

from wa_composer import assets


def test_a_shipped_file_is_found_and_read() -> None:
    assert assets.path("samples/templates.json").is_file()
    assert assets.text("samples/templates.json").lstrip().startswith(("{", "["))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(assets.MissingResource, match="fonts/none.ttf"):
        assets.path("fonts/none.ttf")


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/hostname", "fonts/../../README.md"])
def test_names_stay_inside_the_folder(name: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        assets.path(name)
