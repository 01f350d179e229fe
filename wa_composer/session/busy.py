"""Why a send does not begin, for those who handle it before what sends is imported."""

from __future__ import annotations


class Busy(Exception):
    """A send is under way; another one does not begin."""
