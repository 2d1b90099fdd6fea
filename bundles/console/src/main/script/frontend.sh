#!/usr/bin/env bash
# frontend.sh build|check|test: what Maven asks npm for. Builds only when something of the frontend has changed since.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
MODULE=$(cd "$HERE/../../.." && pwd -P)
FRONTEND=$(cd "$MODULE/../../frontend" && pwd -P)
CLASSES=$MODULE/target/classes/console
STAMP=$MODULE/target/frontend.inputs

demand_node() {
    local version
    version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p') || true
    if [ "${version:-0}" -lt 20 ] || ! command -v npm > /dev/null; then
        echo "The web console is built with Node 20 or later and its npm, and there is ${version:+only Node }${version:-none} on the PATH." >&2
        echo "On Debian: apt-get install nodejs npm. Elsewhere: https://nodejs.org/en/download" >&2
        exit 1
    fi
}

# One line for all that a build depends on.
inputs() {
    (
        cd "$FRONTEND"
        find . "$HERE" \( -name node_modules -o -name dist -o -name coverage -o -path ./e2e \) -prune -o -type f \
            ! -name '*.tsbuildinfo' ! -name '*.test.ts' ! -name '*.test.tsx' -print \
            | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum
    ) | cksum
}

install() {
    local there=$FRONTEND/node_modules/.package-lock.json
    if [ ! -e "$there" ] || [ "$FRONTEND/package-lock.json" -nt "$there" ]; then
        (cd "$FRONTEND" && npm ci --no-audit --no-fund --prefer-offline --loglevel=error)
        touch "$there"
    fi
}

build() {
    local now
    now=$(inputs)
    if [ -e "$CLASSES/shell.json" ] && [ -e "$CLASSES/admin.json" ] && [ "$now" = "$(cat "$STAMP" 2>/dev/null)" ]; then
        return
    fi
    demand_node
    install
    (cd "$FRONTEND" && npm run build --silent)
    rm -rf "$CLASSES" "$STAMP"
    node "$HERE/pack.mjs" "$FRONTEND" "$CLASSES"
    echo "$now" > "$STAMP"
}

case "${1:-}" in
    build) build ;;
    check | test)
        demand_node
        install
        (cd "$FRONTEND" && npm run "$1" --silent)
        ;;
    *)
        echo "frontend.sh build|check|test" >&2
        exit 2
        ;;
esac
