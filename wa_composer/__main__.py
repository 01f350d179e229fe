"""`python -m wa_composer`: the same as the command `wa-composer`."""

from __future__ import annotations

import sys

from wa_composer.cli import main

if __name__ == "__main__":
    sys.exit(main())
