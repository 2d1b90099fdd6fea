# What all commands of ./plexica share: where things are, which processes are ours, whether they answer.
# Sourced by ../../../../plexica; ROOT and PLEXICA_HOME are set.

RUNTIME=$PLEXICA_HOME/runtime
SERVERS=$PLEXICA_HOME/servers
LOG=$PLEXICA_HOME/log
RUN=$PLEXICA_HOME/run
PID_FILE=$RUN/platform.pid
PROGRESS=$RUN/progress
CONSOLE=$LOG/console.log

# setting VARIABLE FILE KEY DEFAULT: the text of a setting, as the platform will see it.
setting() {
    local text=${!1:-}
    [ -n "$text" ] || text=$(sed -n "s/^ *$3 *[=:] *//p" "$PLEXICA_HOME/etc/io.plexica.$2.cfg" 2>/dev/null | tail -n 1)
    echo "${text:-$4}"
}

HTTP_PORT=$(setting PLEXICA_HTTP_PORT server httpPort 8181)
SSH_PORT=$(setting PLEXICA_SSH_PORT server sshPort 8101)
KEYCLOAK_PORT=$(setting PLEXICA_KEYCLOAK_PORT embedded keycloakPort 8180)
DB_PORT=$(setting PLEXICA_DB_PORT embedded databasePort 8132)
DEPLOY=$(setting PLEXICA_DEPLOY plugins deploy "$PLEXICA_HOME/deploy")
PUBLIC_URL=$(setting PLEXICA_PUBLIC_URL web publicUrl "http://localhost:$HTTP_PORT")
case "$DEPLOY" in
    /*) ;;
    *) DEPLOY=$PWD/$DEPLOY ;;
esac
WAITS_FOR_SIGN_IN=''
WAITS_FOR_DEMO=''
STARTED=$RUN/started
TOOLS=$ROOT/plugin-tools/target/classes

die() {
    echo "$*" >&2
    exit 1
}

# Pids of processes of which, for each of the given texts, one argument contains it.
pids_of() {
    local text found=''
    if [ -r /proc/self/cmdline ]; then
        found=$(echo /proc/[0-9]*/cmdline)
        for text in "$@"; do
            # shellcheck disable=SC2086 # Processes that vanish meanwhile make grep fail; what it printed still counts.
            found=$(grep -lazsF -e "$text" $found < /dev/null)
            [ -n "$found" ] || return 0
        done
        sed 's|/proc/\([0-9]*\)/cmdline|\1|' <<< "$found"
    else
        found=$(ps -axww -o pid=,command=)
        for text in "$@"; do
            found=$(grep -F -e "$text" <<< "$found") || return 0
        done
        awk '{ print $1 }' <<< "$found"
    fi
}

# The platform's pid; nothing when it does not run. A pid file alone proves nothing: pids come again.
platform_pid() {
    pids_of "-Dkaraf.base=$RUNTIME" "org.apache.karaf.main.Main" | head -n 1
}

keycloak_pids() { pids_of "-Dkc.home.dir=$SERVERS/"; }
postgres_pids() { pids_of bin/postgres "$PLEXICA_HOME/data/postgres"; }

tools_are_built() { [ -e "$TOOLS/io/plexica/plugin/tools/Watch.class" ]; }

# What the platform was started with, which need not be what whoever asks now has in the environment.
as_started() {
    # shellcheck disable=SC1090
    [ ! -s "$STARTED" ] || . "$STARTED"
    export PLEXICA_HTTP_PORT=$HTTP_PORT PLEXICA_SSH_PORT=$SSH_PORT
}

# takes_none COMMAND ARGUMENT...: refuses arguments that would be passed over.
takes_none() { [ $# -eq 1 ] || die "$1 does not understand $2"; }

alive() { kill -0 "$1" 2>/dev/null; }

# end SIGNAL SECONDS PID...: asks processes to end, waits, and kills those that do not heed it.
end() {
    local signal=$1 seconds=$2 pid waited
    shift 2
    for pid in "$@"; do
        kill "-$signal" "$pid" 2>/dev/null
    done
    for pid in "$@"; do
        waited=0
        while alive "$pid" && [ "$waited" -lt $((seconds * 10)) ]; do
            sleep 0.1
            waited=$((waited + 1))
        done
        if alive "$pid"; then
            kill -KILL "$pid" 2>/dev/null
            while alive "$pid"; do sleep 0.1; done
        fi
    done
}

# Servers that a killed platform has left behind.
end_orphans() {
    # shellcheck disable=SC2046
    end TERM 15 $(keycloak_pids)
    # shellcheck disable=SC2046
    end INT 20 $(postgres_pids)
}

listens() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The status code of a GET without credentials; nothing when nobody answers.
http_status() {
    local line
    {
        exec 3<> "/dev/tcp/127.0.0.1/$HTTP_PORT" || return
        printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
        IFS= read -r -t 5 line <&3
        exec 3>&-
    } 2>/dev/null
    sed -n 's|^HTTP/1.[01] \([0-9]*\).*|\1|p' <<< "${line:-}"
}

ready() { [ "$(http_status /health/ready)" = 200 ]; }

# Whether this start brings a server along, or another's is used.
brings_database() { [ -z "$(setting PLEXICA_DB_URL data url '')" ]; }
brings_keycloak() { [ -z "$(setting PLEXICA_KEYCLOAK_URL identity.keycloak url '')" ]; }
brings_demo() { brings_database && brings_keycloak && [ "$(setting PLEXICA_DEMO embedded demo true)" = true ]; }

find_java() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(java_home_on_path)"; do
        [ -n "$candidate" ] && [ "$(java_major "$candidate")" = 17 ] || continue
        JAVA_HOME=$candidate
        export JAVA_HOME
        return
    done
    die "Plexica needs a JDK 17, and none is named by JAVA_HOME or on the PATH. On Debian: apt-get install openjdk-17-jdk-headless"
}

java_home_on_path() {
    local java
    java=$(command -v java) || return
    "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

java_major() {
    "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p'
}

demand_build_tools() {
    find_java
    [ -x "$JAVA_HOME/bin/javac" ] || die "JAVA_HOME=$JAVA_HOME has no compiler; Plexica needs a JDK 17, not only a runtime. On Debian: apt-get install openjdk-17-jdk-headless"
    command -v mvn > /dev/null || die "Plexica is built with Maven 3.8 or later, and there is no mvn on the PATH. On Debian: apt-get install maven"
    local version
    version=$(mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9][0-9.]*\).*/\1/p')
    case "$version" in
        3.[89].* | 3.[1-9][0-9].* | 4.*) ;;
        *) die "Plexica is built with Maven 3.8 or later; this is ${version:-unknown}" ;;
    esac
    command -v tar > /dev/null || die "tar is missing; install it"
    demand_node
}

# The web console is built with it.
demand_node() {
    local version
    version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
    if [ "${version:-0}" -lt 20 ] || ! command -v npm > /dev/null; then
        die "The web console is built with Node 20 or later and its npm, and there is ${version:+only Node }${version:-none} on the PATH. On Debian: apt-get install nodejs npm"
    fi
}

seconds_since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f s", to - from }'; }

# Seconds with a fraction where the system can tell.
now() {
    case "${EPOCHREALTIME:-}" in
        '') date +%s ;;
        *) echo "${EPOCHREALTIME/,/.}" ;;
    esac
}
