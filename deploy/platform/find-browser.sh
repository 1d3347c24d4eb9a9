# Finds a Chromium for the browser tests and exports SWITCHBOARD_BROWSER; sourced by ./test.

browser_on_this_machine() {
    local each
    for each in "${SWITCHBOARD_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if [ -n "$each" ] && command -v "$each"; then return 0; fi
    done
    return 1
}

install_chromium() {
    echo "Installing Debian's chromium for the browser tests."
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends chromium >/dev/null
}

# Exports SWITCHBOARD_BROWSER; installs one where that needs no question, else says what to type and returns 1.
find_browser() {
    [ -d deploy/e2e ] || return 0 # nothing needs a browser
    if ! browser_on_this_machine >/dev/null; then
        if [ "$(id -u)" != 0 ] || ! grep -qs '^ID=debian' /etc/os-release || ! install_chromium; then
            echo "The browser tests need Chromium or Chrome. On Debian: sudo apt-get install chromium" >&2
            return 1
        fi
    fi
    SWITCHBOARD_BROWSER=$(browser_on_this_machine)
    export SWITCHBOARD_BROWSER
}
