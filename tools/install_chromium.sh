#!/usr/bin/env bash
# Installs Chromium on a Debian machine that has none. Elsewhere it says what is missing.
set -euo pipefail
if command -v chromium >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
else
    echo "chromium is missing: install it, then run make test-real again" >&2
    exit 1
fi
