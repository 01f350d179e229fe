"""Where the program keeps its things: the platform's usual folder, or WA_COMPOSER_HOME."""

from __future__ import annotations

import os
from pathlib import Path

from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem

HOME_VARIABLE = "WA_COMPOSER_HOME"
LOG_FILE = "log.sqlite3"


def home() -> Path:
    """The folder of everything the program keeps, made with mode 0700 when it is missing.

    With WA_COMPOSER_HOME set, nothing is written anywhere else. Raises StorageProblem when the
    folder cannot be made.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    folder = Path(chosen).expanduser().absolute() if chosen else _usual_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageProblem(
            words(
                "The folder {folder} cannot be used: {reason}.",
                folder=str(folder),
                reason=error.strerror or type(error).__name__,
            )
        ) from error
    return folder


def _usual_folder() -> Path:
    # Imported late: WA_COMPOSER_HOME spares it, and the window is painted before it is needed.
    import platformdirs

    return Path(platformdirs.user_data_dir("wa-composer", appauthor=False))


def log_path(folder: Path) -> Path:
    """The log's database in that folder."""
    return folder / LOG_FILE
