# The commands of ./plexica but up.

stop_all() {
    local pid
    pid=$(platform_pid)
    [ -n "$pid" ] && end TERM 60 "$pid"
    end_orphans
    rm -f "$PID_FILE"
}

down() {
    takes_none down "$@"
    if [ -z "$(platform_pid)$(keycloak_pids)$(postgres_pids)" ]; then
        echo "Plexica does not run."
        return
    fi
    stop_all
    echo "Plexica is down."
}

status() {
    takes_none status "$@"
    local pid
    pid=$(platform_pid)
    if [ -z "$pid" ]; then
        echo "Plexica does not run."
        [ -z "$(keycloak_pids)$(postgres_pids)" ] \
            || echo "Servers of a killed run are still there; ./plexica up or down deals with them."
        exit 3
    fi
    as_started
    if ready; then
        echo "Plexica runs as process $pid and is ready on http://localhost:$HTTP_PORT"
    else
        echo "Plexica runs as process $pid and is not ready; see ./plexica logs"
    fi
}

logs() {
    local follow=''
    [ "${1:-}" != -f ] || { follow=yes; shift; }
    takes_none logs "$@"
    [ -e "$LOG/plexica.log" ] || die "There is no log in $LOG yet"
    if [ -n "$follow" ]; then
        exec tail -n 100 -F "$LOG/plexica.log"
    fi
    tail -n 100 "$LOG/plexica.log"
}

# Builds in one Maven that stays, and so is warm.
watch() {
    local project=${1:-$PWD} home
    takes_none watch "${@:2}"
    [ -e "$project/pom.xml" ] || die "There is no pom.xml in $project; name the folder of a plugin's project"
    [ -e "$project/src/main/resources/META-INF/plexica/plugin.json" ] \
        || die "$project is no plugin's project: it has no src/main/resources/META-INF/plexica/plugin.json"
    [ -n "$(platform_pid)" ] || die "Plexica does not run; start it with ./plexica up"
    as_started
    tools_are_built || die "The plugin tools are not built; ./plexica down && ./plexica up builds them"
    demand_build_tools
    home=$(mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Maven home: //p')
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-} -Dmaven.home="$home" -Dclassworlds.conf="$home/bin/m2.conf" \
        -cp "$home/conf/logging:$TOOLS:$home/boot/*:$home/lib/*" io.plexica.plugin.tools.Watch "$project" "$DEPLOY" "$LOG/plexica.log"
}

shell() {
    [ -n "$(platform_pid)" ] || die "Plexica does not run; start it with ./plexica up"
    find_java
    as_started
    cd "$RUNTIME" || exit 1
    if [ $# -gt 0 ]; then
        local line
        line=$(one_line "$@") || exit 1
        shell_command "$line" | bin/client -b
    else
        exec bin/client
    fi
}

# Several words as one line, in which each stays the word that it is; a word alone is a line already.
one_line() {
    local word line=''
    [ $# -gt 1 ] || { printf '%s\n' "$1"; return; }
    for word in "$@"; do
        case "$word" in
            *$'\n'* | *$'\r'*) die "No word of a command may hold a line break; give such a command in ./plexica shell" ;;
            '' | *[!A-Za-z0-9_./:@=,+-]*)
                word=${word//\\/\\\\}
                word=${word//\"/\\\"}
                word="\"${word//\$/\\\$}\""
                ;;
        esac
        line="$line $word"
    done
    printf '%s\n' "${line# }"
}

# What the shell is to do: its own help would be turned over page by page, for which there is no terminal here.
shell_command() {
    case "$1" in
        help | man) echo '*:help' ;;
        "help "*:* | "man "*:*) echo "${1#* } --help" ;;
        "help "* | "man "*) echo "*:help ${1#* }" ;;
        *) printf '%s\n' "$1" ;;
    esac
}

# The browser of the browser tests; nothing when there is none.
browser() {
    local name
    for name in "${PLEXICA_CHROMIUM:-chromium}" chromium chromium-browser google-chrome; do
        type -P "$name" && return
    done
    return 0
}

run_tests() {
    demand_build_tools
    local missing=''
    command -v tar > /dev/null || missing="$missing tar"
    # Debian keeps it where ordinary users' PATH does not lead.
    [ -x /usr/sbin/pgbouncer ] || command -v pgbouncer > /dev/null || missing="$missing pgbouncer"
    [ -n "$(browser)" ] || missing="$missing chromium"
    if [ "$(id -u)" = 0 ] && ! command -v setpriv > /dev/null; then
        missing="$missing util-linux"
    fi
    if [ "$(id -u)" = 0 ] && ! unshare -U true 2>/dev/null; then
        echo "PostgreSQL does not run as root without user namespaces (unshare -U); run the tests as an ordinary user" >&2
        exit 2
    fi
    if [ -n "$missing" ]; then
        echo "Missing programs: apt-get install$missing" >&2
        exit 2
    fi
    cd "$ROOT" || exit 1
    exec env -u PLEXICA_HOME PLEXICA_CHROMIUM="$(browser)" mvn -B -T 2 verify "$@" < /dev/null
}

reset() {
    local sure=''
    [ "${1:-}" != --yes ] || { sure=yes; shift; }
    takes_none reset "$@"
    if [ -z "$sure" ]; then
        printf 'Remove all tenants, users, plugins, credentials and logs in %s? Type yes: ' "$PLEXICA_HOME"
        local answer=''
        read -r answer
        [ "$answer" = yes ] || die "Nothing was removed."
    fi
    stop_all
    local part
    for part in runtime data secrets log run deploy etc credentials.json; do
        rm -rf "${PLEXICA_HOME:?}/$part"
    done
    echo "Everything was removed; ./plexica up begins anew."
}
