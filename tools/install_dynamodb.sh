#!/usr/bin/env bash
# Puts Amazon's DynamoDB Local into .work/dynamodb-local, and a Java runtime onto a Debian machine that has none.
# The jar comes from an npm package, without the packages that this one depends on, and only if it is the known one.
set -euo pipefail
cd "$(dirname "$0")/.."
PACKAGE=amplify-dynamodb-simulator@2.9.30
SHA512=c5379e44bbf311fab2779961ddb1f8734907bd21c79a6843e590ec1c5280439836665e89aa515dbad6908422c7cf1129e91cb5a3b4c1ea7888a17b9002749ec1
TARGET=.work/dynamodb-local

if ! command -v java >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends default-jre-headless
    else
        echo "java is missing: install Java 17 or later, then run make test-real again" >&2
        exit 1
    fi
fi

mkdir -p .work
scratch=$(mktemp -d .work/dynamodb-XXXXXX)
trap 'rm -rf "$scratch"' EXIT
npm pack --silent --pack-destination "$scratch" "$PACKAGE" >/dev/null
tarball=$(echo "$scratch"/*.tgz)
echo "$SHA512  $tarball" | sha512sum --check --quiet
tar -xzf "$tarball" -C "$scratch" package/emulator
rm -rf "$TARGET"
mv "$scratch/package/emulator" "$TARGET"
