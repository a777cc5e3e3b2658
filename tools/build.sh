# Builds what a command needs, once, and only when a source is newer. Sourced by ./holdfast and bench/run.
# shellcheck shell=sh
# Needs ROOT and JAVA_HOME. State lies in ROOT/.holdfast/build, outside target/, so that "mvnw clean" cannot take a lock away.

build_state=${ROOT:?}/.holdfast/build

# build_if_stale PROGRAM MODULE JAR SOURCE_MODULE…: returns when JAR is newer than its sources, or 1 after saying why not.
build_if_stale() {
    build_program=$1 build_module=$2 build_jar=$3
    shift 3
    build_stamp=$build_state/$build_module.stamp
    is_fresh "$@" && return 0

    if [ -f "$ROOT/$build_jar" ]; then
        build_why='sources are newer than the build'
    else
        build_why='first start, a few minutes when libraries must be fetched'
    fi
    printf '%s: building (%s) …\n' "$build_program" "$build_why" >&2
    lock_build || return 1
    build_result=0
    is_fresh "$@" || build_module_now || build_result=1
    unlock_build
    return $build_result
}

# Folders count too: their time changes when a file in them is removed.
is_fresh() {
    [ -f "$build_stamp" ] && [ -f "$ROOT/$build_jar" ] || return 1
    build_newer=$(
        cd "$ROOT" || exit 1
        for build_source in "$@"; do
            set -- "$@" "$build_source/src/main" "$build_source/pom.xml"
            shift
        done
        find "$@" pom.xml .mvn -newer "$build_stamp" 2>&1 | head -n 1
    )
    [ -z "$build_newer" ]
}

# The stamp takes the time of the start: what is edited while Maven runs is built next time.
build_module_now() {
    build_log=$build_state/$build_module.log
    : >"$build_stamp.new" || return 1
    if (cd "$ROOT" && ./mvnw -B -ntp -pl "$build_module" -am package \
        -Dmaven.test.skip=true -Dspotless.check.skip=true) </dev/null >"$build_log" 2>&1; then
        mv -f "$build_stamp.new" "$build_stamp"
        [ "$build_module" != server ] || train_short_commands
        return 0
    fi
    printf '%s: the build failed. Its last lines, all of it in %s\n' "$build_program" "$build_log" >&2
    grep -v '^\[ERROR\] *$' "$build_log" | tail -n 25 >&2
    return 1
}

aot_cache_of() {
    echo "${1%.jar}.aot"
}

# Lays out the classes of a small command for later starts to read; a start without them is slower, and no more.
train_short_commands() {
    train_cache=$ROOT/$(aot_cache_of "$build_jar")
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:AOTCacheOutput=$train_cache.new" \
        -jar "$ROOT/$build_jar" plan "$ROOT/samples/plans/every-event.json" </dev/null >>"$build_log" 2>&1 &&
        mv -f "$train_cache.new" "$train_cache"
}

# Lays out the classes of the server, by a start that is thrown away; without them it takes twice as long to be ready.
# SERVE_OPTIONS are the launcher's own: Java reads the cache only under the options it was made with.
train_serve() {
    train_cache=$ROOT/$(serve_cache_of "$1")
    train_log=$build_state/serve.log
    printf '%s: first start of this build: preparing fast starts (about half a minute) …\n' "$build_program" >&2
    lock_build || return 1
    # shellcheck disable=SC2086 # options are several words
    "$JAVA_HOME/bin/java" $SERVE_OPTIONS "-XX:AOTCacheOutput=$train_cache.new" \
        -jar "$ROOT/$1" serve --rehearse </dev/null >"$train_log" 2>&1 &&
        mv -f "$train_cache.new" "$train_cache"
    train_result=$?
    unlock_build
    [ $train_result -eq 0 ] || printf '%s: that did not work (%s); starting without\n' "$build_program" "$train_log" >&2
}

serve_cache_of() {
    echo "${1%.jar}-serve.aot"
}

# Two builds at once would write into each other. Maven inherits the lock, so it is held while a build whose
# launcher was killed still runs; the started command must not inherit it (unlock_build closes it).
lock_build() {
    mkdir -p "$build_state" || return 1
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$build_state/lock" && flock 9
    else
        lock_build_by_link
    fi
}

unlock_build() {
    mkdir -p "$build_state" || return 1
    if [ -n "${build_link:-}" ]; then
        rm -f "$build_link"
        trap - EXIT INT TERM
    else
        exec 9>&-
    fi
}

# Without flock (macOS): a link whose text is the owner's process number; a dead owner's link is taken away by one only.
lock_build_by_link() {
    build_link=$build_state/lock.link
    until ln -s $$ "$build_link" 2>/dev/null; do
        build_owner=$(readlink "$build_link") || continue
        if ! kill -0 "$build_owner" 2>/dev/null && mkdir "$build_link.takeover" 2>/dev/null; then
            [ "$(readlink "$build_link")" != "$build_owner" ] || rm -f "$build_link"
            rmdir "$build_link.takeover"
        fi
        sleep 0.2
    done
    trap 'rm -f "$build_link"' EXIT
    trap 'exit 130' INT TERM
}
