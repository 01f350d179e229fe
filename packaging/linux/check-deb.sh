#!/usr/bin/env bash
# A package's whole life in a clean Debian: check-deb.sh DEB. Needs root (chroot, mounts).
#
# A new Debian is made by debootstrap, and nothing is put into it but the package and what it
# depends on. Display, bus and keyring come from outside through their sockets, for this alone.
# There the package is installed under a lower number, used by an ordinary user, upgraded, used
# again by keyboard in its window, and removed. WA_COMPOSER_SUITE chooses another Debian,
# WA_COMPOSER_PICTURE where the window's picture goes, WA_COMPOSER_ROOT a root to keep and reuse.
set -euo pipefail
DEB="$(realpath "$1")"
SUITE="${WA_COMPOSER_SUITE:-bookworm}"
NAME=wa-composer
NUMBER="$(dpkg-deb -f "$DEB" Version)"
LOWER="$NUMBER~lower"
SAMPLE="$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../resources/samples/order_update.wamsg")"
USER_ID=65534  # nobody: an ordinary user that both systems know, as the bus demands
KEY="check-deb-key-$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')"
WORK="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-check-deb.XXXXXX")"
CLEAN="${WA_COMPOSER_ROOT:-$WORK/root}"
PICTURE="${WA_COMPOSER_PICTURE:-$WORK/window.png}"
STARTED=()

say() { printf '%s\n' "$*" >&2; }
fail() { say "FAILED: $*"; exit 1; }

clean_up() {
    local number
    for number in "${STARTED[@]}"; do kill "$number" 2>/dev/null || true; done
    for number in "$CLEAN/desk" "$CLEAN/tmp/.X11-unix" "$CLEAN/proc" "$CLEAN/dev"; do
        mountpoint -q "$number" && umount -l "$number"
    done
    rm -rf --one-file-system "$WORK"
}
trap clean_up EXIT

missing=""
while read -r tool package; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $package"
done <<'TOOLS'
debootstrap debootstrap
setpriv util-linux
Xvfb xvfb
dbus-daemon dbus
gnome-keyring-daemon gnome-keyring
secret-tool libsecret-tools
xdotool xdotool
import imagemagick
TOOLS
[ -z "$missing" ] || fail "install first:$missing"
[ "$(id -u)" = 0 ] || fail "this needs root, for chroot and mounts"

# The clean Debian

make_clean() {
    local mirror
    [ -x "$CLEAN/usr/bin/apt-get" ] && return
    say "A clean $SUITE is made (a few minutes)"
    # From where this machine takes its own packages, if it is a Debian that says so.
    mirror="$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' \
        'Component: main' 2>/dev/null | sed -n 's/^Debian //p' | grep -v security | head -n 1)"
    debootstrap --variant=minbase "$SUITE" "$CLEAN" ${mirror:+"$mirror"} >"$WORK/debootstrap.log" 2>&1 ||
        { tail -n 20 "$WORK/debootstrap.log" >&2; fail "debootstrap"; }
}

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$CLEAN" "$@"
}

apt_inside() {
    local option value="" options=()
    for option in Acquire::Check-Valid-Until Acquire::Check-Date; do
        eval "$(apt-config shell value "$option")"
        [ -z "$value" ] || options+=(-o "$option=$value")
        value=""
    done
    inside apt-get -q -y "${options[@]}" "$@" >"$WORK/apt.log" 2>&1 </dev/null ||
        { tail -n 30 "$WORK/apt.log" >&2; fail "apt-get $*"; }
}

packages() { inside dpkg-query -W -f '${Package}\n' | sort; }

# The desk: what a person's session brings, from outside

as_user() {
    setpriv --reuid="$USER_ID" --regid="$USER_ID" --clear-groups env -i PATH=/usr/bin:/bin \
        HOME="$DESK/home" XDG_RUNTIME_DIR="$DESK/run" LANG=C.UTF-8 \
        DBUS_SESSION_BUS_ADDRESS="unix:path=$DESK/run/bus" "$@"
}

set_up_desk() {
    DESK="$WORK/desk"
    mkdir -p "$DESK/home" "$DESK/run" "$CLEAN/desk" "$CLEAN/tmp/.X11-unix" "$CLEAN/proc" "$CLEAN/dev"
    chmod 700 "$DESK/home" "$DESK/run"
    chmod 755 "$WORK"
    chown -R "$USER_ID:$USER_ID" "$DESK"
    mount --bind "$DESK" "$CLEAN/desk"
    mountpoint -q "$CLEAN/proc" || mount -t proc proc "$CLEAN/proc"
    mountpoint -q "$CLEAN/dev" || mount --bind /dev "$CLEAN/dev"
    as_user dbus-daemon --session --address="unix:path=$DESK/run/bus" --nofork >"$WORK/bus.log" 2>&1 &
    STARTED+=($!)
    wait_until "the bus" test -S "$DESK/run/bus"
    echo | as_user gnome-keyring-daemon --foreground --unlock --components=secrets \
        >"$WORK/keyring.log" 2>&1 &
    STARTED+=($!)
    wait_until "the keyring" has_keyring
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$WORK/display" >"$WORK/xvfb.log" 2>&1 &
    STARTED+=($!)
    wait_until "the display" test -s "$WORK/display"
    SCREEN=":$(cat "$WORK/display")"
    mount --bind /tmp/.X11-unix "$CLEAN/tmp/.X11-unix"
}

# Asked of the bus: a call to the keyring itself would have the bus start another one, locked.
has_keyring() {
    as_user dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true
}

wait_until() {
    local what="$1" turn
    shift
    for turn in $(seq 300); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.2
    done
    tail -n 5 "$WORK"/*.log >&2
    fail "$what did not come within a minute"
}

# The program in the clean Debian, as an ordinary user with that session.
program() {
    chroot --userspec="$USER_ID:$USER_ID" "$CLEAN" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/desk/home \
        LANG=C.UTF-8 XDG_RUNTIME_DIR=/desk/run DBUS_SESSION_BUS_ADDRESS=unix:path=/desk/run/bus \
        DISPLAY="$SCREEN" "$NAME" "$@"
}

rows() { program log --json | grep -c '"outcome"' || true; }

# Its life

lower_package() {
    dpkg-deb -R "$DEB" "$WORK/lower"
    sed -i "s/^Version: .*/Version: $LOWER/" "$WORK/lower/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone --build "$WORK/lower" "$WORK/lower.deb" >&2
    rm -rf "$WORK/lower"
}

install_package() {
    say "--- apt installs $2"
    cp "$1" "$CLEAN/package.deb"
    apt_inside install --no-install-recommends /package.deb
    rm "$CLEAN/package.deb"
    [ "$(inside dpkg-query -W -f '${Version}' "$NAME")" = "$2" ] || fail "$2 is not installed"
}

nothing_unasked() {
    local extra
    extra="$(packages | comm -13 "$WORK/before" -)"
    say "$(wc -l <<<"$extra") packages came: the program and what it depends on"
    ! grep -xE 'python3.*|xvfb|dbus|gnome-keyring' <<<"$extra" >&2 || fail "that was not asked for"
}

passes_self_test() {
    say "--- self-test, as an ordinary user"
    program --self-test || fail "the self-test"
    program --self-test 2>&1 | grep -q '^ok.keyring.keyring.backends.SecretService' || fail "no keyring"
}

sends_with_its_own_account() {
    local address sent
    say "--- an account is added, a message sent to a loopback endpoint"
    program practice >"$WORK/practice" 2>&1 &
    STARTED+=($!)
    wait_until "the endpoint" test -s "$WORK/practice"
    address="$(head -n 1 "$WORK/practice")"
    printf '%s\n' "$KEY" | program account add Check --endpoint "$address" --from +12025550100
    cp "$SAMPLE" "$DESK/home/message.wamsg"
    chown "$USER_ID" "$DESK/home/message.wamsg"
    sent="$(program send /desk/home/message.wamsg --account Check)"
    say "$sent"
    program log --limit 1 | grep -q "$(cut -f3 <<<"$sent")" || fail "its key is not in the log"
}

keeps_the_key_in_the_keyring() {
    as_user secret-tool search --all username auth-key 2>/dev/null | grep -q "secret = $KEY" ||
        fail "the key is not in the keyring"
    ! grep -rlF "$KEY" "$DESK" "$CLEAN/etc" "$CLEAN/root" "$CLEAN/var/log" "$CLEAN/tmp" >&2 ||
        fail "the key lies in a file"
    say "the account's key is in the keyring, and in no file"
}

sends_from_the_window() {
    local before window id
    say "--- the window opens, and sends by keyboard through practice"
    before="$(rows)"
    program >"$WORK/window.log" 2>&1 &
    window=$!
    STARTED+=("$window")
    wait_until "the window" env DISPLAY="$SCREEN" xdotool search --onlyvisible --name 'WA Composer'
    id="$(DISPLAY="$SCREEN" xdotool search --onlyvisible --name 'WA Composer' | head -n 1)"
    DISPLAY="$SCREEN" xdotool windowfocus --sync "$id"
    wait_until "the log of the window" sent_by_keys "$before"
    DISPLAY="$SCREEN" import -window root "$PICTURE"
    grep -q . "$WORK/window.log" && { cat "$WORK/window.log" >&2; fail "the window complained"; }
    say "the picture of the window is in $PICTURE"
    program /desk/home/message.wamsg || fail "a second start did not hand its file over"
    kill -0 "$window" || fail "a second start ended the window"
    DISPLAY="$SCREEN" xdotool key ctrl+q
    wait "$window" || fail "the window ended with $?"
}

sent_by_keys() {
    [ "$(rows)" -gt "$1" ] && return
    DISPLAY="$SCREEN" xdotool key ctrl+Return
    sleep 2
    [ "$(rows)" -gt "$1" ]
}

upgrades() {
    local before after
    before="$(program log --json)"
    install_package "$DEB" "$NUMBER"
    after="$(program log --json)"
    [ "$before" = "$after" ] || fail "the log is another one after the upgrade"
    program account list | grep -q '^Check' || fail "the account is gone after the upgrade"
    program send /desk/home/message.wamsg --account Check || fail "the key is gone after the upgrade"
}

removal_leaves_data() {
    say "--- removed"
    apt_inside remove "$NAME"
    grep -q '~/.local/share/wa-composer' "$WORK/apt.log" || fail "removal does not say where data is"
    grep -A 3 '^WA Composer:' "$WORK/apt.log" >&2
    [ ! -e "$CLEAN/usr/lib/$NAME" ] && [ ! -e "$CLEAN/usr/bin/$NAME" ] || fail "files were left"
    [ -s "$DESK/home/.local/share/wa-composer/log.sqlite3" ] || fail "the log is gone"
    apt_inside purge "$NAME"
    [ -s "$DESK/home/.local/share/wa-composer/log.sqlite3" ] || fail "the log is gone"
}

make_clean
apt_inside update
lower_package
packages >"$WORK/before"
set_up_desk
install_package "$WORK/lower.deb" "$LOWER"
nothing_unasked
passes_self_test
sends_with_its_own_account
keeps_the_key_in_the_keyring
upgrades
sends_from_the_window
keeps_the_key_in_the_keyring
removal_leaves_data
say "The package's whole life went well in a clean $SUITE."
