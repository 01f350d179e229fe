"""What holds for every test: a private world to write into, and silence.

A test never touches the user's folder, keyring, session bus or display, and any log line from
WARNING upward that it did not announce (marker `logs_warnings`) fails it; pytest-qt does the same
for Qt's own warnings.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_SCRATCH = Path(tempfile.mkdtemp(prefix="wa-composer-tests-"))
atexit.register(shutil.rmtree, _SCRATCH, ignore_errors=True)


def _prepare_environment() -> None:
    """Before any test module is imported: Qt and keyring read these once, at first use."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_API"] = os.environ["PYTEST_QT_API"] = "pyside6"
    os.environ["XDG_RUNTIME_DIR"] = str(_private("run"))
    os.environ["XDG_CACHE_HOME"] = str(_private("cache"))
    os.environ["WA_COMPOSER_HOME"] = str(_private("home"))
    # The real Secret Service is tested in processes with a bus and a home of their own.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    os.environ["NO_AT_BRIDGE"] = "1"
    for name in list(os.environ):
        if name.lower() in {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}:
            del os.environ[name]
    os.environ.pop("WA_COMPOSER_AUTH_KEY", None)


def _private(name: str) -> Path:
    folder = _SCRATCH / name
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


_prepare_environment()

settings.register_profile(
    "project",
    deadline=None,  # two cores, shared: a slow moment is no fault
    database=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the program keeps its things in, for this test alone; not made yet."""
    folder = tmp_path / "wa-composer-home"
    monkeypatch.setenv("WA_COMPOSER_HOME", str(folder))
    return folder


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves an unannounced log line of WARNING or worse."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(collector)
    if collector.lines and request.node.get_closest_marker("logs_warnings") is None:
        pytest.fail("unexpected log lines:\n  " + "\n  ".join(collector.lines), pytrace=False)


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """A private X server for programs that the test starts; the value for DISPLAY."""
    read_end, write_end = os.pipe()
    # Else it begins anew whenever its last client goes, and lets nobody in meanwhile.
    options = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), *options],
        pass_fds=[write_end],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()  # the server writes it once it listens
        assert number, "Xvfb ended without a display"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture
def private_bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of programs with a D-Bus session and a home of their own, no keyring yet."""
    home = tmp_path / "desktop"
    home.mkdir(mode=0o700)
    environ = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "DBUS_", "PYTHON_KEYRING")) and name != "DISPLAY"
    }
    environ |= {"HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1])}
    for name in ("RUNTIME_DIR", "DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME"):
        environ[f"XDG_{name}"] = str(home)
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environ,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        try:
            yield environ
        finally:
            bus.terminate()  # the keyring ends with its bus


@pytest.fixture
def secret_service(private_bus: dict[str, str]) -> dict[str, str]:
    """The environment of programs with a real, unlocked Secret Service (GNOME Keyring)."""
    subprocess.run(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets"],
        input=b"\n",
        env=private_bus,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=30,
    )
    return private_bus


if os.environ.get("WA_COMPOSER_NEVER_SKIP"):

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
        """The test command never skips: what could not run has failed."""
        report = yield
        if report.skipped:
            report.outcome = "failed"
            report.longrepr = f"skipped or expected to fail, which counts as failed: {item.nodeid}"
            vars(report).pop("wasxfail", None)
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
        """The same for whole files that skip themselves."""
        report = yield
        if report.outcome == "skipped":
            report.outcome = "failed"
            report.longrepr = f"skipped, which counts as failed: {collector.nodeid}"
        return report
