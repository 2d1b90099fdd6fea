#!/usr/bin/env bash
# frontend.sh build|check|test: what Maven asks npm for. Builds only when something of the frontend has changed since.
# frontend.sh plugin-build|plugin-check|plugin-test <module>: the same for what a plugin of this repository brings for browsers.
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

installed() {
    local there=$FRONTEND/node_modules/.package-lock.json
    [ -e "$there" ] && [ ! "$FRONTEND/package-lock.json" -nt "$there" ]
}

# Several modules of one build may find that out at once; a lock that somebody has left behind is no more after a while.
install() {
    local lock=$FRONTEND/.installing
    installed && return
    until mkdir "$lock" 2>/dev/null; do
        [ -z "$(find "$lock" -maxdepth 0 -mmin +15 2>/dev/null)" ] || rmdir "$lock" 2>/dev/null || true
        sleep 1
    done
    trap 'rmdir "$FRONTEND/.installing" 2>/dev/null || true' EXIT
    if ! installed; then
        (cd "$FRONTEND" && npm ci --no-audit --no-fund --prefer-offline --loglevel=error)
        touch "$FRONTEND/node_modules/.package-lock.json"
    fi
    rmdir "$lock"
    trap - EXIT
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

# A plugin's own files and its manifest, and what its build is done with.
plugin_inputs() {
    (
        cd "$PLUGIN"
        find ui src/main/resources/META-INF/plexica/plugin.json "$FRONTEND/build/plugin-ui.mjs" \
            "$FRONTEND/package-lock.json" -type f ! -name '*.test.ts' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum
    ) | cksum
}

plugin_build() {
    local now stamp=$PLUGIN/target/ui.inputs
    now=$(plugin_inputs)
    if [ -d "$PLUGIN/target/classes/ui" ] && [ "$now" = "$(cat "$stamp" 2>/dev/null)" ]; then
        return
    fi
    demand_node
    install
    (cd "$FRONTEND" && node build/plugin-ui.mjs "$PLUGIN")
    echo "$now" > "$stamp"
}

PLUGIN=${2:-}
case "${1:-}" in
    build) build ;;
    check | test)
        demand_node
        install
        (cd "$FRONTEND" && npm run "$1" --silent)
        ;;
    plugin-build) plugin_build ;;
    plugin-check)
        demand_node
        install
        (cd "$FRONTEND" && npx tsc -p "$PLUGIN/ui" && npx prettier --check --log-level warn "$PLUGIN/ui")
        ;;
    plugin-test)
        demand_node
        install
        (cd "$FRONTEND" && npx vitest run --config build/plugins.vitest.config.ts "$PLUGIN/ui")
        ;;
    *)
        echo "frontend.sh build|check|test, or plugin-build|plugin-check|plugin-test <module>" >&2
        exit 2
        ;;
esac
