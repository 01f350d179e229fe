"""The window's place and how it was divided, as bytes."""

from __future__ import annotations

import struct
from typing import NamedTuple

VERSION = 1


class WindowState(NamedTuple):
    """Packed as QDataStream would: a version, two byte strings with their lengths, two flags.

    Without that class the first paint is earlier: it brings a dozen others with it.
    """

    geometry: bytes
    splitter: bytes
    log_chosen: bool
    log_folded: bool

    def packed(self) -> bytes:
        """The bytes that `read` takes."""
        parts = (struct.pack(">I", len(part)) + part for part in (self.geometry, self.splitter))
        flags = struct.pack(">??", self.log_chosen, self.log_folded)
        return struct.pack(">i", VERSION) + b"".join(parts) + flags

    @classmethod
    def read(cls, packed: bytes) -> WindowState | None:
        """What `packed` gave; None for anything else."""
        try:
            (version,) = struct.unpack_from(">i", packed)
            geometry, end = _part(packed, 4)
            splitter, end = _part(packed, end)
            chosen, folded = struct.unpack_from(">??", packed, end)
        except struct.error:
            return None
        return cls(geometry, splitter, chosen, folded) if version == VERSION else None


def _part(packed: bytes, start: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">I", packed, start)
    end = start + 4 + length
    if end > len(packed):
        raise struct.error("cut off")
    return packed[start + 4 : end], end
