#!/usr/bin/env bash
# Starts WA Composer from this folder. Installs what is missing first; later starts are immediate.
# Arguments go to the program. Without a display it shows the main job once, in the terminal.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

PICTURE="$PWD/wa-composer-preview.png"
SAMPLE="$ROOT/resources/samples/order_update.wamsg"

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

composer() { "$PYTHON" -m wa_composer "$@"; }

without_display() {
    say "No display was found (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open."
    say "Here is the same work without it. Nothing real is sent: the practice account answers on this machine."
    say "" "1. Sending the sample $SAMPLE:"
    composer send "$SAMPLE" --account Practice
    say "" "2. The line it left in the log:"
    composer log --limit 1
    say "" "3. What the customer would see:"
    composer preview "$SAMPLE" -o "$PICTURE"
    say "   the picture is in $PICTURE"
}

provide_home
mapfile -t missing < <(missing_libraries; missing_python)
install_packages "${missing[@]}"
make_env run "$ROOT/packaging/requirements.txt"

if [ $# -eq 0 ] && ! has_display; then
    without_display
else
    exec "$PYTHON" -m wa_composer "$@"
fi
