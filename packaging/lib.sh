# shellcheck shell=bash
# Shared by the scripts in this directory; sourced, not run.

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
LOWEST_JAVA=17

say() {
    printf 'jobdeck: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

is_root() {
    [ "$(id -u)" -eq 0 ]
}

# --- Java and Maven -----------------------------------------------------------------------------------------------

java_command() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/$1" ]; then
        printf '%s\n' "$JAVA_HOME/bin/$1"
    else
        command -v "$1" || true
    fi
}

# Prints the feature version of the Java that would be used, 0 if there is none.
java_version() {
    local java version
    java=$(java_command java)
    if [ -z "$java" ]; then
        echo 0
        return
    fi
    version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    echo "${version:-0}"
}

has_jdk() {
    [ "$(java_version)" -ge "$LOWEST_JAVA" ] && [ -n "$(java_command javac)" ]
}

require_java() {
    if [ "$(java_version)" -lt "$LOWEST_JAVA" ]; then
        die "Java $LOWEST_JAVA or newer is needed. On Debian or Ubuntu: apt-get install -y openjdk-17-jdk"
    fi
}

require_build_tools() {
    has_jdk || die "A JDK $LOWEST_JAVA or newer is needed to build. On Debian or Ubuntu: apt-get install -y openjdk-17-jdk"
    command -v mvn >/dev/null || die "Maven 3.8 or newer is needed to build. On Debian or Ubuntu: apt-get install -y maven"
}

# --- Packages of the system ---------------------------------------------------------------------------------------

has_library() {
    local ldconfig
    ldconfig=$(PATH=$PATH:/usr/sbin:/sbin command -v ldconfig || true)
    if [ -n "$ldconfig" ]; then
        "$ldconfig" -p 2>/dev/null | grep -F "$1 " >/dev/null && return 0
    fi
    return 1
}

has_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list "$@" 2>/dev/null | head -n 1)" ]
}

# Prints the packages that a window needs and the machine lacks.
missing_window_packages() {
    has_library libgtk-3.so.0 || echo libgtk-3-0
    has_library libXtst.so.6 || echo libxtst6
    has_library libXxf86vm.so.1 || echo libxxf86vm1
    has_library libGL.so.1 || echo libgl1
    has_font || echo fonts-dejavu-core fontconfig
    has_font :lang=zh || echo fonts-wqy-microhei
}

missing_virtual_display_packages() {
    command -v Xvfb >/dev/null || echo xvfb
    command -v xauth >/dev/null || echo xauth
}

# Installs the packages named, or says in one line how to.
install_packages() {
    [ $# -gt 0 ] || return 0
    local log
    if ! is_root || ! command -v apt-get >/dev/null; then
        die "This machine lacks: $*. Install with: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    fi
    say "installing $* ..."
    log=$(mktemp)
    if ! { apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        die "Could not install $*. Try: apt-get update && apt-get install -y --no-install-recommends $*"
    fi
    rm -f "$log"
}

# --- Building -----------------------------------------------------------------------------------------------------

is_built() {
    local stamp=$ROOT/app-desktop/target/packaged
    [ -f "$stamp" ] || return 1
    [ -z "$(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/executor/sample/pom.xml "$ROOT"/*/src/main \
        "$ROOT"/executor/sample/src "$ROOT"/icons -newer "$stamp" -print -quit)" ]
}

# Builds what is missing or out of date; two scripts started together build once.
build() {
    is_built && return 0
    require_build_tools
    mkdir -p "$ROOT/app-desktop/target"
    exec 9>"$ROOT/app-desktop/target/build.lock"
    flock 9
    if ! is_built; then
        local started
        started=$(mktemp)
        say "building; the first time this takes a few minutes, as Maven fetches what it needs ..."
        (cd "$ROOT" && mvn -B -q -Dstyle.color=never -DskipTests package) >&2 ||
            die "The build failed; Maven's messages are above."
        touch -r "$started" "$ROOT/app-desktop/target/packaged"
        rm -f "$started"
    fi
    exec 9>&-
}

# --- Virtual display ----------------------------------------------------------------------------------------------

has_display() {
    [ -n "${DISPLAY:-}" ]
}

# Starts a display of its own and sets DISPLAY. The display ends with this process or the program it becomes.
start_virtual_display() {
    local pipe number
    pipe=$(mktemp -u)
    mkfifo "$pipe"
    setsid setpriv --pdeathsig TERM Xvfb -displayfd 8 -screen 0 1280x800x24 -nolisten tcp -noreset \
        8>"$pipe" >/dev/null 2>&1 &
    if ! read -r -t 20 number <"$pipe"; then
        rm -f "$pipe"
        die "The virtual display (Xvfb) did not start."
    fi
    rm -f "$pipe"
    export DISPLAY=":$number"
    unset XAUTHORITY
}
