#!/usr/bin/env bash
# Builds what is handed to users, into dist/: wheel, sdist, the frozen program as tar.gz, and .deb.
#
#     bash packaging/build.sh                  # all of it
#     bash packaging/build.sh wheel            # wheel and sdist alone
#     bash packaging/build.sh freeze           # the frozen program alone, in dist/wa-composer
#     bash packaging/build.sh tar deb          # from the frozen program that is there
#
# Each thing that is built is checked before the command ends well: the frozen program passes its
# own self-test, and the .deb lintian.
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
WA_COMPOSER_VENV="${WA_COMPOSER_BUILD_VENV:-$HERE/../build/venv}"
source "$HERE/lib.sh"

DIST="$ROOT/dist"
WORK="$ROOT/build/freeze"
FROZEN="$DIST/wa-composer"

missing_build_tools() {
    local name package
    while read -r name package; do
        command -v "$name" >/dev/null 2>&1 || printf '%s\n' "$package"
    done <<'TOOLS'
strip binutils
chrpath chrpath
file file
xz xz-utils
dpkg-shlibdeps dpkg-dev
lintian lintian
desktop-file-validate desktop-file-utils
appstreamcli appstream
TOOLS
}

# Debian splits off the library that the frozen program carries its Python in.
missing_python_library() {
    local folder soname
    find_python
    if [ -z "$FOUND_PYTHON" ]; then
        printf 'libpython%s\n' "$OLDEST_PYTHON"
        return
    fi
    read -r folder soname < <("$FOUND_PYTHON" -c 'import sysconfig
print(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))')
    [ -e "$folder/$soname" ] || PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -q "$soname" ||
        printf '%s\n' "${soname%%.so*}"
}

# The moment of the last commit, so that the same tree gives the same files.
set_moment() {
    SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || date +%s)}"
    export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
}

build_wheel() {
    say "--- wheel and sdist"
    rm -f "$DIST"/*.whl "$DIST"/wa_composer-*.tar.gz
    (cd "$ROOT" && "$PYTHON" -m hatchling build -t sdist -t wheel -d "$DIST" >&2)
}

build_freeze() {
    say "--- frozen program"
    rm -rf "$FROZEN"
    # The modules are packed once, with everything else, by the package: better, and read sooner.
    (cd "$ROOT" && PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0 QT_QPA_PLATFORM=offscreen "$PYTHON" -m PyInstaller --noconfirm --clean \
        --log-level ERROR --distpath "$DIST" --workpath "$WORK" packaging/freeze/wa-composer.spec >&2)
    strip_libraries
    find "$FROZEN" -type d -exec chmod 755 {} +
    find "$FROZEN" -type f -exec chmod 644 {} +
    chmod 755 "$FROZEN/wa-composer"
    self_test "$FROZEN/wa-composer"
}

# Only those that need it. The program itself carries its modules behind its own end: never it.
# A library must not look for others in a folder of the machine that it was built on.
strip_libraries() {
    local library
    while read -r library; do
        case "$(file -b "$library")" in *"not stripped"*) strip --strip-unneeded "$library" ;; esac
        case "$(chrpath -l "$library" 2>/dev/null)" in *=/*) chrpath -d "$library" >/dev/null ;; esac
    done < <(find "$FROZEN/_internal" -type f -name '*.so*')
}

# In an environment with nothing in it: what is found is found in the program itself.
self_test() {
    local home
    home="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-self-test.XXXXXX")"
    env -i HOME="$home" WA_COMPOSER_HOME="$home/kept" PATH=/usr/bin:/bin "$1" --self-test >&2 ||
        die "The frozen program does not pass its own self-test."
    rm -rf "$home"
}

version() { "$PYTHON" -c 'import wa_composer; print(wa_composer.__version__)'; }

need_frozen() { [ -x "$FROZEN/wa-composer" ] || build_freeze; }

build_tar() {
    local name
    need_frozen
    name="wa-composer-$(version)-linux-$(uname -m)"
    say "--- $name.tar.gz"
    rm -rf "${WORK:?}/tar" "$DIST"/wa-composer-*-linux-*.tar.gz
    mkdir -p "$WORK/tar"
    cp -a "$FROZEN" "$WORK/tar/$name"
    cp "$ROOT/LICENSE" "$ROOT/packaging/linux/wa-composer.desktop" \
        "$ROOT/resources/icons/wa-composer.svg" "$WORK/tar/$name/"
    tar --create --directory "$WORK/tar" --sort=name --owner=0 --group=0 --numeric-owner \
        --mtime="@$SOURCE_DATE_EPOCH" "$name" | gzip -9n >"$DIST/$name.tar.gz"
}

build_deb() {
    need_frozen
    say "--- .deb"
    rm -f "$DIST"/wa-composer_*.deb
    PYTHON="$PYTHON" bash "$HERE/linux/deb.sh" "$FROZEN" "$(version)" "$DIST"
}

provide_home
mapfile -t missing < <(missing_libraries; missing_python; missing_python_library; missing_build_tools)
install_packages "${missing[@]}"
[ -z "$(missing_libraries; missing_build_tools)" ] ||
    die "Still missing after the installation: $(missing_libraries; missing_build_tools)"
make_env build "$ROOT/packaging/requirements-build.txt"
set_moment
mkdir -p "$DIST"
[ $# -gt 0 ] || set -- wheel freeze tar deb
for target in "$@"; do
    case "$target" in
        wheel | freeze | tar | deb) "build_$target" ;;
        *) die "There is no part called $target: wheel, freeze, tar and deb are there." ;;
    esac
done
(cd "$DIST" && find . -maxdepth 1 -type f -printf '%s %f\n' | sort -k2) >&2
