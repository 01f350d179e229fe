# What run.sh and test.sh share: system packages, a Python, the pinned environment. Sourced by bash.
# Nothing here reads standard input, and nothing is installed that is already there.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
ENV_DIR="${WA_COMPOSER_VENV:-$ROOT/.venv}"
PYTHON="$ENV_DIR/bin/python"
OLDEST_PYTHON="3.11"

# What Qt's xcb, wayland and offscreen parts load from the system: "soname package", read off the
# PySide6-Essentials wheel with readelf. A missing one is a missing window, not a warning.
QT_LIBRARIES="
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11-xcb.so.1 libx11-xcb1
libX11.so.6 libx11-6
libbrotlidec.so.1 libbrotli1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libstdc++.so.6 libstdc++6
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxcb.so.1 libxcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxkbcommon.so.0 libxkbcommon0
libzstd.so.1 libzstd1
"

# Each argument is a line, to standard error: standard output belongs to the program's results.
say() { printf '%s\n' "$@" >&2; }

die() {
    say "$@"
    exit 1
}

# Programs write to the home folder. Unset, it is what the system's list of users says; one that
# cannot be written to is replaced for this run.
provide_home() {
    [ -n "${HOME:-}" ] || HOME=~
    if [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
        HOME="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-home.XXXXXX")"
        TEMPORARY_HOME="$HOME"
        say "No home folder that can be written to: for this run it is $HOME"
    fi
    export HOME
}

missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local known soname package
    known="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)"
    while read -r soname package; do
        [ -n "$soname" ] || continue
        case "$known" in *$'\t'"$soname "*) ;; *) printf '%s\n' "$package" ;; esac
    done <<<"$QT_LIBRARIES"
}

# Sets FOUND_PYTHON to a Python that is new enough, or to nothing.
find_python() {
    local name
    FOUND_PYTHON=""
    for name in ${WA_COMPOSER_PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14; do
        if command -v "$name" >/dev/null 2>&1 && "$name" - <<<"$(python_is_new_enough)" 2>/dev/null; then
            FOUND_PYTHON="$(command -v "$name")"
            return 0
        fi
    done
}

python_is_new_enough() {
    printf 'import sys; sys.exit(sys.version_info < (%s))' "${OLDEST_PYTHON/./, }"
}

# Names the packages that give Python and its venv, where they are missing.
missing_python() {
    find_python
    if [ -z "$FOUND_PYTHON" ]; then
        if apt-cache show "python$OLDEST_PYTHON" >/dev/null 2>&1; then
            printf '%s\n' "python$OLDEST_PYTHON" "python$OLDEST_PYTHON-venv"
        else
            printf '%s\n' python3 python3-venv
        fi
    elif ! "$FOUND_PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian splits venv's half of the standard library off; its package bears the version.
        "$FOUND_PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
}

# Installs the named system packages, or says exactly what to install and ends.
install_packages() {
    [ $# -gt 0 ] || return 0
    local how=()
    if ! command -v apt-get >/dev/null 2>&1; then
        die "Missing on this system (named as Debian packages): $*" \
            "Install what your system calls them, then run this again."
    fi
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            how=(sudo -n)
        else
            die "System packages are missing, and installing them needs the administrator. Type:" "" \
                "    sudo apt-get update && sudo apt-get install --no-install-recommends $*" "" \
                "then run this command again."
        fi
    fi
    say "Installing system packages: $*"
    local log
    log="$(mktemp "${TMPDIR:-/tmp}/wa-composer-apt.XXXXXX")"
    # A list that cannot be renewed is no fault by itself: the installation decides.
    "${how[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >"$log" 2>&1 </dev/null || true
    if ! "${how[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        die "These system packages could not be installed: $*" "The whole of what apt said: $log"
    fi
    rm -f "$log"
}

# The stamp says: this environment was made from these pins, for this tree, and made to the end.
wanted_stamp() {
    { printf '%s\n' "$ROOT"; cat "$1" "$ROOT/pyproject.toml" "$ROOT/packaging/lib.sh"; } |
        sha256sum | cut -d' ' -f1
}

is_stamped() { [ -x "$PYTHON" ] && [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# make_env NAME REQUIREMENTS: brings the environment to the pinned, hashed versions; quick when it is.
make_env() {
    local stamp="$ENV_DIR/$1.stamp" requirements="$2" wanted
    wanted="$(wanted_stamp "$requirements")"
    is_stamped "$stamp" "$wanted" && return 0
    find_python
    [ -n "$FOUND_PYTHON" ] || die "Python $OLDEST_PYTHON or newer is missing."
    say "Making the environment in $ENV_DIR (once; about 200 MB are fetched) ..."
    if ! "$PYTHON" - <<<"$(python_is_new_enough)" 2>/dev/null ||
        ! "$PYTHON" -m pip --version >/dev/null 2>&1; then
        rm -rf "$ENV_DIR"
        "$FOUND_PYTHON" -m venv "$ENV_DIR" || die "The environment could not be made in $ENV_DIR."
    fi
    rm -f "$stamp"
    pip_install --require-hashes --no-deps -r "$requirements"
    # The project itself, from this tree, with the pinned build backend that was just installed.
    pip_install --no-build-isolation --no-deps --no-index --editable "$ROOT"
    "$PYTHON" -m pip check --disable-pip-version-check >/dev/null ||
        die "The pinned versions do not fit together: $("$PYTHON" -m pip check 2>&1)"
    printf '%s' "$wanted" >"$stamp"
}

pip_install() {
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --no-input "$@" >&2 </dev/null ||
        die "The pinned Python packages could not be installed; the lines above say why." \
            "Without a network nothing can be fetched: connect, then run this again."
}
