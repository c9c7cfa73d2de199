#!/usr/bin/env bash
# Locks the dependencies of pyproject.toml into requirements/, with hashes and no address of an index.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
    local name=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
        --no-annotate "$@" --output-file "requirements/$name.txt" pyproject.toml
}

lock dev --extra dev --no-emit-package case-compass
lock talk --extra simulator --constraint requirements/dev.txt
lock web --extra web --constraint requirements/dev.txt
lock cloud --extra cloud --constraint requirements/dev.txt --no-emit-package case-compass
lock lambda --constraint requirements/dev.txt
