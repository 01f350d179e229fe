"""Puts what is known of a link's file into a scene that was built without looking at it."""

from __future__ import annotations

from dataclasses import replace

from wa_composer.preview.nodes import Document, Picture, Scene, Sight


def medium(scene: Scene) -> Picture | Document | None:
    """The scene's picture, video or document; None when it has none."""
    for part in scene.parts:
        if isinstance(part, Picture | Document):
            return part
    return None


def is_stand_in(scene: Scene) -> bool:
    """Whether its picture is named, and something else is drawn in its place until it is loaded."""
    found = medium(scene)
    if not isinstance(found, Picture) or found.format != "image" or found.missing:
        return False
    return found.sight is None or not found.sight.key


def with_sight(scene: Scene, sight: Sight | None) -> Scene:
    """The scene with `sight` in its picture, video or document, if it has one."""
    found = medium(scene)
    if found is None or sight == found.sight:
        return scene
    seen = replace(found, sight=sight)
    return replace(scene, parts=tuple(seen if part is found else part for part in scene.parts))
