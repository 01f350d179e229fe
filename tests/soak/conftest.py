"""The long runs use the program as the stories in tests/flows do, with the same fixtures."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_FLOWS = Path(__file__).parent.parent / "flows" / "conftest.py"
_spec = importlib.util.spec_from_file_location("flows_conftest", _FLOWS)
assert _spec is not None
assert _spec.loader is not None
_flows = sys.modules[_spec.name] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_flows)

qt_loop = _flows.qt_loop
loop = _flows.loop
open_desk = _flows.open_desk
