"""Sentences to standard error, results to standard output, and neither ever a traceback."""

from __future__ import annotations

import contextlib
import io
import os
import re
from typing import TextIO

from wa_composer.message.words import Words, words

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Stop(Exception):
    """The verb ends here with a sentence for the person and an exit code (2 unless said)."""

    def __init__(self, sentence: Words, code: int = 2) -> None:
        super().__init__(sentence.english())
        self.words = sentence
        self.code = code


class Console:
    """The two streams of a run; either may be missing, as under a gui script on Windows."""

    def __init__(self, out: TextIO | None, err: TextIO | None) -> None:
        self._out = _able(out)
        self._err = _able(err)
        self._told = False
        self.failed = False

    def say(self, sentence: Words | str) -> None:
        """A sentence for the person, on standard error."""
        text = sentence if isinstance(sentence, str) else sentence.english()
        if self._err is not None:
            with contextlib.suppress(OSError):
                self._err.write(text + "\n")
                self._err.flush()

    def result(self, text: str) -> None:
        """Lines of a result, on standard output; a reader that went away is no fault."""
        if self._out is None:
            return
        try:
            self._out.write(text + "\n")
        except OSError as error:
            self._give_up(error)

    def flush(self) -> None:
        """Hand over what is still buffered; `failed` says afterwards whether all went out."""
        if self._out is not None:
            try:
                self._out.flush()
            except OSError as error:
                self._give_up(error)

    def is_terminal(self) -> bool:
        """Whether a person sits in front of standard error."""
        return self._err is not None and self._err.isatty()

    def _give_up(self, error: OSError) -> None:
        out, self._out = self._out, None
        # What is left in the buffer would fail once more when Python ends, with a traceback.
        with contextlib.suppress(OSError, ValueError):
            if out is not None:
                os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if not isinstance(error, BrokenPipeError):
            self.failed = True
            self.say(words("The result could not be written: {reason}.", reason=reason(error)))


def flat(text: str) -> str:
    r"""The text on one line and harmless to a terminal: control characters as `\n`, `\x1b`."""
    return _CONTROL.sub(lambda found: repr(found.group())[1:-1], text)


def reason(error: OSError) -> str:
    """Why the system said no, in its own words."""
    return error.strerror or str(error) or type(error).__name__


def _able(stream: TextIO | None) -> TextIO | None:
    """The stream made able to take any text: UTF-8 into files and pipes, escapes elsewhere."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
