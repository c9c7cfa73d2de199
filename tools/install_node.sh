#!/usr/bin/env bash
# Installs Node and npm on a Debian machine that has none. Elsewhere it says what is missing.
set -euo pipefail
if command -v npm >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends nodejs npm
else
    echo "npm is missing: install Node.js 18 or later, then run make again" >&2
    exit 1
fi
