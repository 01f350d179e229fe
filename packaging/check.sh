#!/usr/bin/env bash
# Checks what build.sh left in dist/ the way users get it; each part ends at the first fault.
#
#     bash packaging/check.sh              # all of it
#     bash packaging/check.sh wheel        # pipx (or a new environment) installs the wheel
#     bash packaging/check.sh tar          # the tar.gz, unpacked elsewhere
#     bash packaging/check.sh deb          # the .deb in a clean Debian; needs root, see there
#
# wheel and deb fetch what they depend on from where pip and apt are set up to look.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
DIST="$ROOT/dist"

the_one() {
    local found=("$DIST"/$1)
    [ -e "${found[0]}" ] || die "There is no dist/$1: run packaging/build.sh first."
    [ ${#found[@]} = 1 ] || die "There is more than one dist/$1."
    printf '%s' "${found[0]}"
}

# The program, with an empty environment: its self-test, and one message through practice.
works() {
    local program="$1" sample="$ROOT/resources/samples/order_update.wamsg" sent key
    shift
    local given=(env -i "HOME=$SCRATCH" "WA_COMPOSER_HOME=$SCRATCH/kept" PATH=/usr/bin:/bin LANG=C.UTF-8)
    (cd "$SCRATCH" && "${given[@]}" "$program" --self-test) || die "$program does not pass its self-test."
    sent="$(cd "$SCRATCH" && "${given[@]}" "$program" send "$sample" --account Practice)"
    key="$(cut -f3 <<<"$sent")"
    (cd "$SCRATCH" && "${given[@]}" "$program" log --limit 1) | grep -q "$key" || die "$key is not in the log."
    rm -rf "$SCRATCH/kept"
}

check_wheel() {
    local wheel bin
    wheel="$(the_one 'wa_composer-*.whl')"
    if command -v pipx >/dev/null 2>&1; then
        say "--- wheel, by pipx"
        bin="$SCRATCH/pipx/bin"
        PIPX_HOME="$SCRATCH/pipx/home" PIPX_BIN_DIR="$bin" pipx install "$wheel" >&2
    else
        say "--- wheel, in a new environment (pipx is not installed)"
        find_python
        "$FOUND_PYTHON" -m venv "$SCRATCH/env"
        bin="$SCRATCH/env/bin"
        "$bin/python" -m pip install --quiet --disable-pip-version-check "$wheel" 2>&1 >&2 |
            grep -v '^WARNING' >&2 || true
    fi
    works "$bin/wa-composer"
}

check_tar() {
    say "--- tar.gz"
    mkdir -p "$SCRATCH/a folder with spaces"
    tar --extract --file "$(the_one 'wa-composer-*-linux-*.tar.gz')" --directory "$SCRATCH/a folder with spaces"
    works "$(echo "$SCRATCH"/a\ folder\ with\ spaces/*/wa-composer)"
}

check_deb() {
    say "--- .deb"
    bash "$ROOT/packaging/linux/check-deb.sh" "$(the_one 'wa-composer_*.deb')"
}

provide_home
SCRATCH="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-check.XXXXXX")"
trap 'rm -rf "$SCRATCH" ${TEMPORARY_HOME:+"$TEMPORARY_HOME"}' EXIT
[ $# -gt 0 ] || set -- wheel tar deb
for part in "$@"; do
    case "$part" in
        wheel | tar | deb) "check_$part" ;;
        *) die "There is no part called $part: wheel, tar and deb are there." ;;
    esac
done
say "All that was asked for works."
