#!/usr/bin/env bash
# Runs every test there is: installs what they need, then formatting, linters, types, unit, integration, network and browser
# tests. Prints each step with its time, goes on after a failure, and fails at the end if anything did. With SNOWPARTY_NO_SKIP
# (as in .ci/run) a step that this machine cannot do is a failure too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/machine.sh

# Tests that would skip themselves on a machine that lacks something fail instead.
export SNOWPARTY_TEST_ALL=1
failed=()
skipped=()
# Tools of the tests that are nobody else's business.
tools=target/tools

want_test_tools() {
    want "$(chromium_package)" chromium_of_any_name
    want_command zbar-tools zbarimg
    # Reads the canvas's films.
    want_command ffmpeg ffprobe
    # Schemathesis, and what starts a party for it.
    want_command python3 python3
    want python3-venv python3 -c "import ensurepip, venv"
    want_command curl curl
    # A LAN of network namespaces, with an mDNS browser that is not ours.
    want_command avahi-daemon avahi-daemon
    want_command avahi-utils avahi-browse
    want_command dbus-daemon dbus-daemon
    want_command iproute2 ip
    want_command iptables iptables
    want_command util-linux nsenter
}

# Chromium 67, for the TV's page, is linked with these; Debian's Chromium brings them too.
want_old_chromium_libraries() {
    [ "$(uname -m)" = x86_64 ] || return 0
    want libnss3 has_library libnss3.so
    want libnspr4 has_library libplds4.so
    want libexpat1 has_library libexpat.so.1
}

# Reads the figures as Prometheus would. Its Debian package would install a server and start it, so the one tool is taken out of it: a
# download of 19 MB, once.
need_promtool() {
    PATH="$PATH:$PWD/$tools"
    ! has promtool || return 0
    has apt-get || die "please install promtool (part of Prometheus), then start again"
    mkdir -p "$tools"
    say "fetching promtool"
    in_tools fetch_promtool || die "promtool could not be fetched: see above"
}

in_tools() { (cd "$tools" && "$@"); }

fetch_promtool() {
    { apt-get download -q prometheus || { as_root apt-get update -q && apt-get download -q prometheus; }; } >&2 &&
        dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x --strip-components=3 ./usr/bin/promtool &&
        rm prometheus_*.deb
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

chromium_package() { if grep -q '^ID=ubuntu' /etc/os-release; then echo chromium-browser; else echo chromium; fi; }
chromium_of_any_name() { has chromium || has chromium-browser || has google-chrome; }
has_library() { ldconfig -p | grep -F "$1 " | grep -q x86-64; }

need_nextest() {
    cargo nextest --version >/dev/null 2>&1 || cargo install --locked cargo-nextest ||
        die "cargo-nextest could not be installed: see above"
}

# step NAME COMMAND...: runs it, and remembers whether it failed, and how it ended. Exit code 77 means that this machine cannot do it.
step() {
    local name=$1 began=$SECONDS result=ok code=0
    shift
    printf '\n===== %s\n' "$name"
    "$@" 2>&1 | tee "$said" || code=$?
    if [ "$code" = 77 ] && [ -z "${SNOWPARTY_NO_SKIP:-}" ]; then
        result=SKIPPED
        skipped+=("$name")
    elif [ "$code" != 0 ]; then
        result=FAILED
        failed+=("$name: $(tail -n 5 "$said" | cut -c 1-300)")
    fi
    printf '===== %s: %s (%d s)\n' "$name" "$result" $((SECONDS - began))
}

in_ui() { npm --prefix ui --no-audit --no-fund "$@"; }

browser_tests() {
    npm --prefix tests/browser ci --no-audit --no-fund && npm --prefix tests/browser test
}

# Root is needed to make network namespaces.
network_tests() {
    local root=()
    [ "$(id -u)" = 0 ] || ! has sudo || root=(sudo)
    local party=${CARGO_TARGET_DIR:-target}/debug/snowparty
    "${root[@]}" bash tests/netns.sh "$party" && "${root[@]}" bash tests/network.sh "$party"
}

report() {
    printf '\n'
    [ "${#skipped[@]}" = 0 ] || printf 'SKIPPED, this machine cannot do it: %s\n' "${skipped[@]}"
    if [ "${#failed[@]}" != 0 ]; then
        printf 'FAILED: %s\n' "${failed[@]}"
        exit 1
    fi
    printf 'All tests passed in %d minutes.\n' $((SECONDS / 60))
}

said=$(mktemp)
trap 'rm -f "$said"' EXIT

need_rust
want_build_tools
want_test_tools
want_old_chromium_libraries
install_missing
need_node
need_nextest
need_promtool

step "formatting" cargo fmt --check
step "pages: install" in_ui ci
step "pages: types" in_ui run typecheck
step "pages: linters" in_ui run lint
step "pages: unit tests" in_ui run test
# The pages are built by build.rs, on the way to the binary.
step "build" cargo build --locked
step "clippy" cargo clippy --locked --all-targets -- -D warnings
step "stories: install" npm --prefix tests/story ci --no-audit --no-fund
step "tests" cargo nextest run --locked --no-fail-fast
# A seed of its own each time, which is told; the long form is by hand: tests/endurance/README.md.
step "endurance" cargo test --locked --test endurance
step "documentation's examples" cargo test --locked --doc
step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps
# Schemathesis asks a running party all that its OpenAPI document allows and forbids.
step "openapi" tests/openapi/run.sh
# Not `ci`: it refuses a lock that lacks the optional binaries of other platforms.
step "peers: install" npm --prefix tests/peers/servers install --no-audit --no-fund
# A few sockets for two seconds each: whether all is delivered, here and on the peers. The figures are measured by tests/peers/run.sh.
step "peers" cargo bench --locked --profile dev --bench peers -- --short
step "network" network_tests
step "browsers" browser_tests
report
