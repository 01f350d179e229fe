"""What a file is by its bytes: true for real ones, quick and quiet for any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from link_server import PAGE, SVG, jpeg_head, png
from steps import Data, Steps

from wa_composer.insider.media_facts import media_type, picture_of, size_text
from wa_composer.insider.media_kinds import JPEG, PIECES_MOST, PNG, found_type, shape

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), PNG),
        (jpeg_head(), JPEG),
        (SVG, "image/svg+xml"),
        (b"\xef\xbb\xbf \n<SVG>", "image/svg+xml"),
        (b"<!-- drawn --><svg>", "image/svg+xml"),
        (PAGE, "text/html"),
        (b"<!DOCTYPE html><svg/>", "text/html"),
        (b"\0\0\0\x18ftypmp42....", "video/mp4"),
        (b"\0\0\0\x18ftypheic....", "image/heic"),
        (b"\0\0\0\x18ftypqt  ....", "video/quicktime"),
        (b"PK\x03\x04", "application/zip"),
        (b"hello", ""),
        (b"", ""),
    ],
)
def test_known_beginnings(data: bytes, kind: str) -> None:
    assert found_type(data) == kind


def test_size_and_end_of_both_kinds() -> None:
    assert shape(png(640, 480)) == shape(png(640, 480) + b"and more")
    found = shape(png(640, 480))
    assert (found.width, found.height, found.whole) == (640, 480, True)
    found = shape(jpeg_head(320, 200))
    assert (found.width, found.height, found.whole) == (320, 200, True)
    assert not shape(jpeg_head(320, 200, ends=False)).whole
    assert not shape(png(640, 480)[:-12]).whole


def test_the_end_of_a_thumbnail_is_not_the_end_of_its_photo() -> None:
    thumbnail = b"Exif\x00\x00" + jpeg_head(8, 8)
    tag = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    cut = jpeg_head(320, 200, ends=False)
    found = shape(cut[:2] + tag + cut[2:])
    assert (found.width, found.height, found.whole) == (320, 200, False)


@given(
    st.binary(max_size=200), st.sampled_from([b"", png()[:40], jpeg_head()[:30], b"\xff\xd8\xff"])
)
def test_any_bytes_have_an_answer(data: bytes, head: bytes) -> None:
    look = picture_of(head + data, status=200, told_type="image/png")
    assert look.fault is not None or look.data


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff" + b"\xff\xfe\x00\x02" * (5 * MIB // 4),
        b"\xff\xd8\xff" + b"\xff" * (5 * MIB),
        png()[:33] + (b"\0\0\0\0tEXt\0\0\0\0") * (5 * MIB // 12),
    ],
)
def test_a_file_of_countless_pieces_holds_nobody_up(data: bytes) -> None:
    counted = Steps()
    assert not shape(Data(data, counted)).whole
    assert counted.taken < 20 * PIECES_MOST  # to walk all of it would take many times that


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 KB"), (1, "1 KB"), (1500, "1 KB"), (240 * 1024, "240 KB"), (5 * MIB, "5 MB"),
     (int(6.24 * MIB), "6.2 MB"), (100 * MIB, "100 MB")],
)  # fmt: skip
def test_sizes_read_as_people_say_them(size: int, text: str) -> None:
    assert size_text(size) == text


def test_a_content_type_is_read_without_its_parameters() -> None:
    assert media_type(" Image/JPG ; charset=x") == "image/jpeg"
    assert media_type("") == ""
    assert len(media_type("x" * 10_000)) == 100
