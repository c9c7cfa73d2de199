#!/usr/bin/env bash
# Installs valgrind, which counts instructions, on a Debian machine that has none. Elsewhere it says what is missing.
set -euo pipefail
if command -v valgrind >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends valgrind >/dev/null
else
    echo "valgrind is missing: install it, then run make bench again" >&2
    exit 1
fi
