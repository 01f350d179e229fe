#!/usr/bin/env bash
# Makes the .deb of the frozen program: deb.sh FROZEN VERSION FOLDER. build.sh calls it.
#
# Libraries that Debian has are not in the package but among its dependencies, so that they get
# Debian's security updates: OpenSSL, SQLite, zlib, the parts of X.
set -euo pipefail
FROZEN="$(realpath "$1")" VERSION="$2" OUT="$(realpath "$3")"
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
ROOT="$(cd "$HERE/../.." && pwd -P)"
NAME=wa-composer
APP_ID=org.wa_composer.composer
ARCHITECTURE="$(dpkg --print-architecture)"
MOMENT="${SOURCE_DATE_EPOCH:-$(date +%s)}"
export SOURCE_DATE_EPOCH="$MOMENT"
MAINTAINER="${WA_COMPOSER_MAINTAINER:-The WA Composer authors <wa-composer@packages.invalid>}"
MOST_UNPACKED=150000000
MOST_PACKED=45000000

WORK="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-deb.XXXXXX")"
trap 'rm -rf "$WORK"' EXIT
TREE="$WORK/tree"
LIB="$TREE/usr/lib/$NAME"
SHARE="$TREE/usr/share"

filled() {
    sed -e "s/@VERSION@/${VERSION%%[~+-]*}/" -e "s/@DATE@/$(date -u -d "@$MOMENT" +%F)/" "$1"
}

# A library beside the program that an installed Debian package has too is left to that package;
# but not Python itself: its modules in the program fit no other build of it, and each Debian has
# another one.
leave_to_debian() {
    local library name path
    for library in "$LIB"/_internal/lib*.so*; do
        name="$(basename "$library")"
        case "$name" in libpython*) continue ;; esac
        path="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | sed -n "s|^\s*$name (.*) => ||p" | head -n 1)"
        if [ -n "$path" ] && owned_by_package "$path"; then rm "$library"; fi
    done
}

# dpkg may know a file under the name it had before /lib became a link into /usr.
owned_by_package() {
    local real
    real="$(realpath "$1")"
    [ -n "$(dpkg-query -S "$1" "$real" "${real#/usr}" "/usr$1" 2>/dev/null || true)" ]
}

install_files() {
    mkdir -p "$TREE/usr/bin" "$TREE/usr/lib" "$SHARE/applications" "$SHARE/metainfo" \
        "$SHARE/mime/packages" "$SHARE/man/man1" "$SHARE/doc/$NAME" "$SHARE/lintian/overrides"
    cp -a "$FROZEN" "$LIB"
    leave_to_debian
    ln -s "../lib/$NAME/$NAME" "$TREE/usr/bin/$NAME"
    cp "$HERE/$NAME.desktop" "$SHARE/applications/"
    filled "$HERE/$APP_ID.metainfo.xml" >"$SHARE/metainfo/$APP_ID.metainfo.xml"
    cp "$HERE/$NAME.xml" "$SHARE/mime/packages/"
    filled "$HERE/$NAME.1" | gzip -9n >"$SHARE/man/man1/$NAME.1.gz"
    cp "$HERE/copyright" "$SHARE/doc/$NAME/"
    changelog | gzip -9n >"$SHARE/doc/$NAME/changelog.gz"
    cp "$HERE/lintian-overrides" "$SHARE/lintian/overrides/$NAME"
    install_icons
    # The licence of the program is in the copyright file; the others lie with the libraries.
    rm -r "$LIB/_internal/licences/wa-composer"
}

install_icons() {
    local folder size
    "$PYTHON" "$ROOT/packaging/freeze/icons.py" "$WORK/icons"
    for folder in "$WORK"/icons/*; do
        size="$(basename "$folder")"
        mkdir -p "$SHARE/icons/hicolor/$size/apps"
        cp "$folder"/* "$SHARE/icons/hicolor/$size/apps/"
    done
}

changelog() {
    printf '%s (%s) stable; urgency=medium\n\n  * Built from the sources of this version.\n\n' \
        "$NAME" "$VERSION"
    printf ' -- %s  %s\n' "$MAINTAINER" "$(date -u -R -d "@$MOMENT")"
}

# What the programs and libraries in the tree load from elsewhere, as packages with versions.
dependencies() {
    local folders=() files=()
    mapfile -t folders < <(find "$LIB" -type f -name '*.so*' -printf '%h\n' | sort -u)
    mapfile -t files < <(find "$LIB" -type f \( -name '*.so*' -o -name "$NAME" \))
    mkdir -p "$WORK/shlibdeps/debian"
    printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' "$NAME" "$NAME" \
        >"$WORK/shlibdeps/debian/control"
    # The package's own libraries have no such information and need none; every other must.
    (cd "$WORK/shlibdeps" && dpkg-shlibdeps -O --ignore-missing-info "${folders[@]/#/-l}" \
        "${files[@]}" 2>"$WORK/warnings") | sed -n 's/^shlibs:Depends=//p'
    ! grep -E "couldn't find library|no dependency information" "$WORK/warnings" |
        grep -vF "found for $TREE/" >&2
}

control() {
    cat <<CONTROL
Package: $NAME
Version: $VERSION
Architecture: $ARCHITECTURE
Maintainer: $MAINTAINER
Installed-Size: $(du -k --apparent-size --summarize "$TREE" | cut -f1)
Depends: $1
Recommends: gnome-keyring | libkf5wallet-bin | keepassxc
Suggests: fonts-noto-cjk, xdg-desktop-portal
Section: net
Priority: optional
Description: write, preview and send WhatsApp messages through Insider One
 For support agents who send one message at a time: fill in a template, reply
 buttons or an image, see beside the form what the customer will see, send it,
 and find the key that came back in a log. Account keys are kept in the keyring
 of the desktop only. The same work can be done on the command line.
CONTROL
}

check_sizes() {
    local unpacked packed
    unpacked="$(du -sb --exclude=DEBIAN "$TREE" | cut -f1)"
    packed="$(stat -c %s "$DEB")"
    printf 'unpacked %s bytes, packed %s bytes\n' "$unpacked" "$packed" >&2
    if [ "$unpacked" -gt "$MOST_UNPACKED" ] || [ "$packed" -gt "$MOST_PACKED" ]; then
        printf 'That is more than %s or %s.\n' "$MOST_UNPACKED" "$MOST_PACKED" >&2
        exit 1
    fi
}

umask 022
install_files
desktop-file-validate "$SHARE/applications/$NAME.desktop"
appstreamcli validate --no-net "$SHARE/metainfo/$APP_ID.metainfo.xml" >&2
DEPENDS="$(dependencies)"
mkdir "$TREE/DEBIAN"
control "$DEPENDS" >"$TREE/DEBIAN/control"
install -m 755 "$HERE/postrm" "$TREE/DEBIAN/postrm"
(cd "$TREE" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$TREE" -exec touch --no-dereference --date="@$MOMENT" {} +
DEB="$OUT/${NAME}_${VERSION}_$ARCHITECTURE.deb"
dpkg-deb --root-owner-group -Zxz -z9 --build "$TREE" "$DEB" >&2
check_sizes
lintian --no-cfg --fail-on error,warning "$DEB" >&2
