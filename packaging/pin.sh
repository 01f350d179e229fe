#!/usr/bin/env bash
# Renews the pinned, hashed versions: one resolution for every system and every Python from 3.11 on.
# Needs uv. Read the difference and run packaging/test.sh before committing it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

pin() {
    uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet "$@"
}

pin pyproject.toml packaging/pins.in -o packaging/requirements.txt
pin -c packaging/requirements.txt pyproject.toml packaging/pins.in packaging/pins-test.in \
    -o packaging/requirements-test.txt
pin -c packaging/requirements.txt pyproject.toml packaging/pins.in packaging/pins-build.in \
    -o packaging/requirements-build.txt
