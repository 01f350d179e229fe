#!/usr/bin/env bash
# Runs every check and every test, after installing what they need. It never skips: what cannot be
# had is named, and the command fails. Arguments go to pytest; with any, only the tests are run.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# A real X server, a real Secret Service and a real assistive tool's side of the accessibility bus.
missing_tools() {
    command -v Xvfb >/dev/null || printf 'xvfb\n'
    command -v ld >/dev/null || printf 'binutils\n'
    command -v dbus-run-session >/dev/null || printf 'dbus\n'
    command -v gnome-keyring-daemon >/dev/null || printf 'gnome-keyring\n'
    [ -x /usr/libexec/at-spi-bus-launcher ] || printf 'at-spi2-core\n'
    [ -d /usr/lib/python3/dist-packages/pyatspi ] || printf 'python3-pyatspi\n'
}

cleanup() { rm -rf "$SCRATCH" "${TEMPORARY_HOME:-$SCRATCH}"; }

check() {
    say "--- $*"
    "$@" || FAILED="$FAILED
    $*"
}

provide_home
mapfile -t missing < <(missing_libraries; missing_python; missing_tools)
install_packages "${missing[@]}"
[ -z "$(missing_libraries; missing_tools)" ] ||
    die "Still missing after the installation: $(missing_libraries; missing_tools)"
make_env test "$ROOT/packaging/requirements-test.txt"

SCRATCH="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-test.XXXXXX")"
trap cleanup EXIT
cd "$ROOT"
FAILED=""
export PYTHONDONTWRITEBYTECODE=1 WA_COMPOSER_NEVER_SKIP=1

if [ $# -eq 0 ]; then
    check "$PYTHON" -m ruff check --no-cache .
    for system in linux win32 darwin; do
        check "$PYTHON" -m mypy --cache-dir "$ENV_DIR/mypy-$system" --platform "$system"
    done
    set -- -n 2 --dist loadfile
fi
check "$PYTHON" -m pytest -p no:cacheprovider --basetemp "$SCRATCH/pytest" "$@" </dev/null

if [ -n "$FAILED" ]; then
    say "" "FAILED:$FAILED"
    exit 1
fi
say "All checks and tests passed."
