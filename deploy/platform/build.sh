# Builds what ./run starts, when something changed since the last build; sourced by ./run.

build_stamp=deploy/platform/target/built
build_log=.switchboard/log/build.log

# Whether a source, or a folder that one was removed from, is newer than the last build.
changed() {
    [ -e "$build_stamp" ] || return 0
    [ -n "$(find pom.xml .mvn contracts deploy ./*-engine ./*-service ./*-kit ./understanding ./transformer \
        -name target -prune -o -name node_modules -prune -o -newer "$build_stamp" -print 2>/dev/null | head -n 1)" ]
}

# Turns Maven's log into a line for each module.
show_modules() {
    tee "$build_log" | sed -n -u 's/^\[INFO\] Building \(.*[^ ]\) [0-9][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/  building  \1 (\2 of \3)/p'
}

build() {
    local maven code=0
    echo "Building Switchboard (the first time also downloads what it needs)."
    # In the background, so that a signal to ./run ends Maven at once.
    ./mvnw -B package -pl '!deploy/e2e,!deploy/k8s-check,!deploy/bench,!understanding-lab' -Dmaven.test.skip=true -Dspotless.check.skip=true > >(show_modules) 2>&1 &
    maven=$!
    trap 'kill "$maven" 2>/dev/null; wait "$maven"; exit 143' TERM
    trap 'kill "$maven" 2>/dev/null; wait "$maven"; exit 130' INT
    wait "$maven" || code=$?
    trap - TERM INT
    return "$code"
}

# Returns 0 when what ./run starts is up to date; else says what went wrong and returns 1.
build_if_changed() {
    changed || return 0
    mkdir -p .switchboard/log deploy/platform/target
    touch "$build_stamp.new"
    if ! build; then
        rm -f "$build_stamp.new"
        echo "The build failed; the whole log is in $build_log:" >&2
        grep -a '^\[ERROR\]  *[^ ]' "$build_log" | head -n 25 | sed 's/^/  /' >&2
        return 1
    fi
    mv "$build_stamp.new" "$build_stamp"
}
