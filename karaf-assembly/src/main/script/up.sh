# ./plexica up: build what is missing, start it, wait until it is ready, say where things are.

ASSEMBLY=$ROOT/karaf-assembly/target/assembly
ARCHIVES=$ROOT/karaf-assembly/target/servers
PATIENCE=${PLEXICA_UP_TIMEOUT:-300}

up() {
    local argument
    for argument in "$@"; do
        case "$argument" in
            --dev) export PLEXICA_DEV=true ;;
            *) die "up does not understand $argument" ;;
        esac
    done
    mkdir -p "$PLEXICA_HOME" || die "PLEXICA_HOME=$PLEXICA_HOME cannot be created"
    (umask 077 && mkdir -p "$LOG" "$RUN" "$DEPLOY" "$PLEXICA_HOME/etc" "$PLEXICA_HOME/cache") || exit 1
    if [ -n "$(platform_pid)" ]; then
        as_started
        already_up
        return
    fi
    lock_up
    local begin
    begin=$(now)
    find_java
    build_if_stale
    umask 077
    end_orphans
    demand_ports
    refresh_runtime
    refresh_archives
    local started
    started=$(now)
    launch
    await_ready "$started"
    unlock_up
    report "$begin" "$started"
}

already_up() {
    echo "Plexica runs already, as process $(platform_pid)."
    local waited=0
    until ready && everything_done; do
        [ -z "$(refusal)" ] || die "It is not ready, and has said why not:
$(refusal)"
        [ -n "$(platform_pid)" ] || die "It has ended meanwhile; see ./plexica logs"
        [ "$waited" -lt "$PATIENCE" ] || die "It is not ready; see ./plexica logs"
        sleep 1
        waited=$((waited + 1))
    done
    where_things_are
}

# Two starts at once would be in each other's way. A lock on a descriptor ends with its process, and so its file may stay.
lock_up() {
    if command -v flock > /dev/null; then
        exec 8<> "$RUN/up.pid" || exit 1
        flock -n 8 || another_up
        echo $$ > "$RUN/up.pid"
    elif ! link_lock; then
        is_another_up "$(up_pid)" && another_up
        rm -f "$RUN/up.pid"
        link_lock || another_up
    fi
    trap unlock_up EXIT
    trap interrupted INT
}

unlock_up() {
    if command -v flock > /dev/null; then
        exec 8>&-
    elif [ "$(up_pid)" = $$ ]; then
        rm -f "$RUN/up.pid"
    fi
}

# Where there is no flock: a link appears at once and whole, or not at all.
link_lock() {
    echo $$ > "$RUN/up.pid.$$" && ln "$RUN/up.pid.$$" "$RUN/up.pid" 2>/dev/null
    rm -f "$RUN/up.pid.$$"
    [ "$(up_pid)" = $$ ]
}

# A pid that a killed one has left behind may be anybody's by now, even ours.
is_another_up() { [ "$1" != $$ ] && ps -p "${1:-0}" -o args= 2>/dev/null | grep -Eq '^[^ ]*bash (.*/)?plexica up( |$)'; }

up_pid() { cat "$RUN/up.pid" 2>/dev/null; }

another_up() {
    local pid
    pid=$(up_pid)
    die "Another ./plexica up is at work${pid:+, as process $pid}"
}

# What has been started is not ours to stop: it has no terminal, and somebody may want it.
interrupted() {
    [ -z "$(platform_pid)" ] || printf '\nPlexica goes on starting; ./plexica up waits for it, ./plexica down ends it.\n' >&2
    exit 130
}

stale() {
    local archive
    archive=$(ls "$ROOT"/karaf-assembly/target/*.tar.gz 2>/dev/null | head -n 1)
    [ -n "$archive" ] && [ -d "$ASSEMBLY/system" ] && ls "$ARCHIVES"/keycloak-* > /dev/null 2>&1 && tools_are_built || return 0
    local newer
    newer=$(cd "$ROOT" && find pom.xml platform bundles plugin-tools plugin-archetype features frontend karaf-assembly docker/postgres docker/keycloak \
        \( -name target -o -name node_modules -o -name dist -o -path frontend/e2e -o -path '*/src/test' \
           -o -path 'karaf-assembly/src/main/script' \) -prune -o -type f -newer "$archive" -print \
        | head -n 1)
    [ -n "$newer" ]
}

build_if_stale() {
    stale || return 0
    demand_build_tools
    echo "Building (the first time this takes minutes, most of it downloads) …"
    local begin log
    begin=$(now)
    log=$LOG/build.log
    (cd "$ROOT" && mvn -B -Pfast install -pl karaf-assembly,plugin-archetype,platform/bom,platform/plugin-parent,platform/testkit,plugin-tools -am) \
        < /dev/null 2>&1 | tee "$log" \
        | awk '/^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]/ {
                   place = $NF; $1 = ""; $2 = ""; NF -= 2; sub(/^ +/, ""); print "  " place " " $0; fflush()
               }'
    if [ "${PIPESTATUS[0]}" -ne 0 ]; then
        grep -m 20 '^\[ERROR\]' "$log" >&2
        die "The build failed; all of it is in $log"
    fi
    echo "Built in $(seconds_since "$begin")."
}

demand_ports() {
    demand_port "$HTTP_PORT" PLEXICA_HTTP_PORT
    demand_port "$SSH_PORT" PLEXICA_SSH_PORT
    brings_keycloak && demand_port "$KEYCLOAK_PORT" PLEXICA_KEYCLOAK_PORT
    brings_database && demand_port "$DB_PORT" PLEXICA_DB_PORT
    return 0
}

demand_port() {
    listens "$1" && die "Port $1 is taken by another program; set $2 to a free one"
    return 0
}

# A build must not pull the floor from under what runs, so that runs from a copy.
refresh_runtime() {
    local id
    id=$(cat "$ROOT"/karaf-assembly/target/*.tar.gz | cksum)
    [ "$id" = "$(cat "$RUNTIME/.build" 2>/dev/null)" ] && return
    rm -rf "$RUNTIME" "$RUNTIME.new"
    cp -R "$ASSEMBLY" "$RUNTIME.new" || die "The distribution cannot be copied to $RUNTIME; is the disk full?"
    echo "$id" > "$RUNTIME.new/.build"
    mv "$RUNTIME.new" "$RUNTIME"
}

refresh_archives() {
    local archive name
    for archive in "$ARCHIVES"/*; do
        name=$PLEXICA_HOME/cache/$(basename "$archive")
        [ -s "$name" ] && [ "$(wc -c < "$name")" -eq "$(wc -c < "$archive")" ] && continue
        rm -f "$name" "$name.new"
        { ln "$archive" "$name.new" 2>/dev/null || cp "$archive" "$name.new"; } && mv "$name.new" "$name" \
            || die "$archive cannot be copied to $PLEXICA_HOME/cache; is the disk full?"
    done
}

launch() {
    : > "$PROGRESS"
    : > "$CONSOLE"
    (
        close_inherited
        cd "$RUNTIME" || exit 1
        export KARAF_EXEC=exec KARAF_LOG=$LOG PLEXICA_DEPLOY=$DEPLOY
        unset KARAF_HOME KARAF_BASE KARAF_DATA KARAF_ETC KARAF_OPTS EXTRA_JAVA_OPTS JAVA_OPTS
        detach=$(command -v setsid || command -v nohup)
        exec "$detach" bin/karaf server < /dev/null >> "$CONSOLE" 2>&1
    ) &
    PLATFORM=$!
    echo "$PLATFORM" > "$PID_FILE"
    remember_start > "$STARTED"
    as_started
}

remember_start() {
    local name
    for name in HTTP_PORT SSH_PORT PUBLIC_URL DEPLOY; do
        printf '%s=%q\n' "$name" "${!name}"
    done
    ! brings_keycloak || echo WAITS_FOR_SIGN_IN=yes
    ! brings_demo || echo WAITS_FOR_DEMO=yes
}

# What runs for days must not hold on to pipes and files of whoever called this script.
close_inherited() {
    local fd
    for fd in /dev/fd/*; do
        fd=${fd##*/}
        [ "$fd" -gt 2 ] 2>/dev/null && [ "$fd" -ne 255 ] && eval "exec $fd>&-"
    done
    return 0
}

await_ready() {
    local platform_said='' ended='' since=$1 before
    SHOWN=0
    echo "Starting …"
    while true; do
        before=$SHOWN
        show_progress
        # A slow machine gets its time for each part: only where nothing goes on, nothing is waited for.
        [ "$SHOWN" = "$before" ] || since=$(now)
        grep -q '^failed ' "$PROGRESS" 2>/dev/null && refuse "$(sed -n 's/^failed //p' "$PROGRESS" | head -n 1)"
        alive "$PLATFORM" || ended=yes
        [ -z "$(refusal)" ] || give_reasons
        [ -z "$ended" ] || refuse "The platform ended as it started"
        if [ -z "$platform_said" ] && ready; then
            platform_said=$(seconds_since "$1")
            stage "Platform ready" "$platform_said"
            since=$(now)
        fi
        if [ -n "$platform_said" ] && everything_done; then
            show_progress
            return
        fi
        if awk -v from="$since" -v to="$(now)" -v most="$PATIENCE" 'BEGIN { exit !(to - from > most) }'; then
            refuse "Nothing has gone on for $PATIENCE s; PLEXICA_UP_TIMEOUT gives it longer"
        fi
        sleep 0.2
    done
}

# Beyond what the platform calls ready, people must be able to sign in, and the demo must be there.
everything_done() {
    [ -z "$WAITS_FOR_SIGN_IN" ] || grep -q '^done Sign-in' "$PROGRESS" || return 1
    [ -z "$WAITS_FOR_DEMO" ] || [ -e "$PLEXICA_HOME/data/demo.done" ]
}

stage() { printf '  %-32s %s\n' "$1" "$2"; }

# Shows the lines of the progress file that have not been shown.
show_progress() {
    local count=0 line
    while IFS= read -r line; do
        count=$((count + 1))
        [ "$count" -gt "$SHOWN" ] || continue
        case "$line" in
            "begun "*) printf '  %s …\n' "${line#begun }" ;;
            "done "*) stage "$(sed 's/^done \(.*\): .*/\1/' <<< "$line")" "${line##*: }" ;;
        esac
    done < "$PROGRESS"
    SHOWN=$count
}

# What the platform itself says is in its way.
refusal() { sed -n 's/^Plexica does not start: /  /p' "$CONSOLE" 2>/dev/null | sort -u; }

give_reasons() {
    # It says all of its reasons, one after the other, and then ends, or leaves it to us.
    sleep 0.5
    printf '\nPlexica did not start:\n%s\n' "$(refusal)" >&2
    stop_all
    exit 1
}

refuse() {
    echo >&2
    echo "Plexica did not start: $1" >&2
    echo >&2
    echo "The log ends with:" >&2
    if [ -s "$LOG/plexica.log" ]; then
        tail -n 12 "$LOG/plexica.log" | cut -c 1-400 >&2
    else
        tail -n 12 "$CONSOLE" | cut -c 1-400 >&2
    fi
    stop_all
    exit 1
}

report() {
    echo "Plexica is up: started in $(seconds_since "$2"), $(seconds_since "$1") in all."
    where_things_are
}

where_things_are() {
    local demo=''
    if [ -n "$WAITS_FOR_DEMO" ]; then
        demo="
  tenants        $PUBLIC_URL/t/acme/  $PUBLIC_URL/t/globex/"
    fi
    cat <<TEXT

  console        $PUBLIC_URL/$demo
  super admins   ${PUBLIC_URL/:\/\//:\/\/admin.}/
  API docs       $PUBLIC_URL/api/docs
  deploy folder  $DEPLOY
  credentials    $PLEXICA_HOME/credentials.json

Three things to try:
  1. sign in to the console as a tenant's admin
  2. ./plexica shell plugin:list
  3. cp your-plugin.jar "$DEPLOY/"     live in about a second
TEXT
}
