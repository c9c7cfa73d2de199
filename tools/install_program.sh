#!/usr/bin/env bash
# Installs a program on a Debian machine that has none: install_program.sh COMMAND [MORE PACKAGES...], where the
# command's package is called like it. Elsewhere it says what is missing.
set -euo pipefail
command=$1
if command -v "$command" >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
else
    echo "$command is missing: install it, then run make again" >&2
    exit 1
fi
