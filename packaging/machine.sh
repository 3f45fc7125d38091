# What run.sh and test.sh know of the machine: which tools are there, how the missing ones are installed, whether Rust is new
# enough. Sourced, from the repository's root. Nothing here touches the network while everything is in place.
# shellcheck shell=bash

# Debian's users do not search these, and some tools live there.
PATH="$PATH:/usr/sbin:/sbin"

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

die() {
    say "$*"
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# missing collects packages; install_missing installs them all in one go.
missing=()

# want PACKAGE COMMAND...: the package is missing if the command fails.
want() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

# want_command PACKAGE NAME
want_command() { want "$1" command -v "$2"; }

# What building the binary takes: a linker, ALSA's headers and the way to find them, and Node for the pages.
want_build_tools() {
    want_command gcc cc
    want_command nodejs node
    want_command npm npm
    [ "$(uname -s)" = Linux ] || return 0
    # gcc only recommends the C library's headers, and recommendations are not installed.
    want libc6-dev cc -E -include stdlib.h -x c /dev/null
    # A package that comes with no command of its own is asked of pkg-config; if that is missing, both are.
    want_command pkg-config pkg-config
    want libasound2-dev pkg-config --exists alsa
}

install_missing() {
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "this machine lacks: ${missing[*]}"
    has apt-get || die "please install these with your system's package manager (the names above are Debian's), then start again"
    local root=()
    if [ "$(id -u)" != 0 ]; then
        has sudo || die "please run as root: apt-get install ${missing[*]}"
        root=(sudo)
        say "installing them takes sudo, which may ask for your password"
    fi
    root+=(env DEBIAN_FRONTEND=noninteractive)
    "${root[@]}" apt-get update -q >&2 || say "the package lists could not be renewed; trying with the old ones"
    "${root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 ||
        die "the installation failed: see above. Without internet, install by hand: ${missing[*]}"
}

# at_least WANTED HAVE: compares version numbers.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

need_rust() {
    # Where rustup puts it, for shells that were open when it was installed.
    PATH="$PATH:${CARGO_HOME:-${HOME:-/root}/.cargo}/bin"
    if ! has cargo || ! has rustc; then
        die "Rust is not installed. It takes a minute: see https://www.rust-lang.org/tools/install (then start again)"
    fi
    local wanted have
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    have=$(rustc --version | cut -d ' ' -f 2)
    at_least "$wanted" "$have" ||
        die "Rust $have is too old, snowparty needs $wanted or newer: run 'rustup update' (a Rust from apt is too old; remove it)"
}

need_node() {
    local have
    have=$(node --version) || die "node does not run: see above"
    at_least 18 "${have#v}" || die "Node $have is too old: the pages need 18 or newer. Remove it, and the distribution's is installed"
}
