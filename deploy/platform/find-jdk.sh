# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./run and ./test.
# Tried in order: JAVA_HOME, the javac on the PATH, macOS, the usual folders of Linux, SDKMAN, ~/.jdks, mise, Homebrew.
# Exactly 25 is preferred: it is what the suite is built and tested with.

# The feature version of the JDK in folder $1; nothing when there is no JDK.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
    local javac
    [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
    javac=$(command -v javac || true)
    if [ -n "$javac" ]; then
        javac=$(readlink -f "$javac" 2>/dev/null || printf '%s' "$javac")
        printf '%s\n' "${javac%/bin/javac}"
    fi
    [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 25 2>/dev/null
    printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
}

jdk_advice() {
    cat >&2 <<'ADVICE'
Switchboard needs a JDK 25, and none was found. Install one:
  Debian, Ubuntu   the package temurin-25-jdk; https://adoptium.net/installation/linux says how to add its repository
  macOS            brew install openjdk@25
  SDKMAN           sdk install java 25-tem
or set JAVA_HOME to the folder of one that is elsewhere.
ADVICE
}

# Exports JAVA_HOME, or says what to install and returns 1.
find_jdk() {
    local folder version newer=
    while IFS= read -r folder; do
        version=$(jdk_version "$folder")
        case $version in
            '') ;;
            25) export JAVA_HOME=$folder; return 0 ;;
            *) if [ "$version" -gt 25 ] && [ -z "$newer" ]; then newer=$folder; fi ;;
        esac
    done < <(jdk_candidates)
    if [ -z "$newer" ]; then jdk_advice; return 1; fi
    export JAVA_HOME=$newer
}
