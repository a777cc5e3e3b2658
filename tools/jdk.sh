# Finds JDK 25 without starting one. Sourced by ./holdfast, ./verify and bench/run.
# shellcheck shell=sh
# find_jdk sets and exports JAVA_HOME, or returns 1 with JDK_SEEN naming what was found instead.

find_jdk() {
    JDK_SEEN=
    for jdk_home in "${JAVA_HOME:-}" "$(jdk_of_path)"; do
        if is_jdk_25 "$jdk_home"; then
            use_jdk "$jdk_home"
            return 0
        fi
        [ -z "$JDK_VERSION" ] || JDK_SEEN="${JDK_SEEN:+$JDK_SEEN, }$JDK_VERSION in $jdk_home"
    done
    jdk_user=${HOME:-/nonexistent}
    for jdk_home in \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /opt/java/* \
        /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$jdk_user"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "${SDKMAN_DIR:-$jdk_user/.sdkman}"/candidates/java/* \
        "${ASDF_DATA_DIR:-$jdk_user/.asdf}"/installs/java/* \
        "${MISE_DATA_DIR:-$jdk_user/.local/share/mise}"/installs/java/* \
        "$jdk_user"/.jdks/*; do
        if is_jdk_25 "$jdk_home"; then
            use_jdk "$jdk_home"
            return 0
        fi
    done
    return 1
}

# The JDK behind the java on the PATH, or nothing: links followed, a shim or Apple's stub is not a JDK.
jdk_of_path() {
    jdk_java=$(command -v java) || return 0
    while [ -L "$jdk_java" ]; do
        jdk_link=$(readlink "$jdk_java")
        case $jdk_link in
        /*) jdk_java=$jdk_link ;;
        *) jdk_java=${jdk_java%/*}/$jdk_link ;;
        esac
    done
    case $jdk_java in
    */bin/java) printf '%s\n' "${jdk_java%/bin/java}" ;;
    esac
}

# Every JDK has a file "release" with its version; reading it takes no process. Sets JDK_VERSION.
is_jdk_25() {
    JDK_VERSION=
    [ -n "$1" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r jdk_key jdk_value; do
        if [ "$jdk_key" = JAVA_VERSION ]; then
            JDK_VERSION=${jdk_value#\"}
            JDK_VERSION=${JDK_VERSION%%\"*}
        fi
    done <"$1/release"
    case $JDK_VERSION in
    25 | 25.* | 25-* | 25+*) [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] ;;
    *) return 1 ;;
    esac
}

use_jdk() {
    JAVA_HOME=$1
    export JAVA_HOME
}

say_how_to_get_jdk() {
    cat >&2 <<TEXT
$1: JDK 25 is needed and was not found${JDK_SEEN:+ (found only $JDK_SEEN)}. Install it, for example:
  Debian, Ubuntu   apt install openjdk-25-jdk, or temurin-25-jdk after https://adoptium.net/installation/linux
  Fedora           dnf install java-25-openjdk-devel
  Arch             pacman -S jdk25-openjdk
  macOS            brew install openjdk@25
  anywhere         sdk install java 25-tem, after https://sdkman.io
Then run this again. If it lies in an unusual folder, set JAVA_HOME to it.
TEXT
}
