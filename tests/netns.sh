#!/usr/bin/env bash
# Is the appliance found on a network? Builds a small LAN out of network namespaces: a guest's machine with avahi, and two
# appliances, each with its own address. The guest must find both by name and service, with the right port and TXT.
#
# usage: tests/netns.sh PATH-TO-SNOWPARTY
# Needs root; without it, or without the tools, it is skipped loudly, with exit code 77.
set -euo pipefail

# Everything runs in a process namespace of its own, so that nothing outlives this script, however it ends.
if [ -z "${SNOWPARTY_NETNS:-}" ] && [ "$(id -u)" = 0 ] && unshare --pid --fork --mount-proc true 2>/dev/null; then
    SNOWPARTY_NETNS=1 exec unshare --pid --fork --mount-proc --kill-child -- bash "$0" "$@"
fi

party=$(realpath "${1:?usage: tests/netns.sh PATH-TO-SNOWPARTY}")
work=$(mktemp -d)

# Process ids: the machines of the LAN, and the appliances on two of them.
guest='' first='' second='' first_pid='' second_pid=''

say() { printf 'netns: %s\n' "$*"; }

skip() {
    say "SKIPPED: $*" >&2
    exit 77
}

fail() {
    say "FAILED: $*" >&2
    tail -n 40 "$work"/*.log >&2 || true
    exit 1
}

trap 'rm -rf "$work"' EXIT

check_tools() {
    [ "$(id -u)" = 0 ] || skip "making network namespaces needs root"
    local tool
    for tool in ip unshare nsenter dbus-daemon avahi-daemon avahi-browse avahi-resolve; do
        command -v "$tool" >/dev/null || skip "$tool is not installed"
    done
    if [ -z "${SNOWPARTY_NETNS:-}" ] || ! unshare --net --mount true 2>/dev/null; then
        skip "this machine lets nobody make network namespaces"
    fi
}

# machine NAME: a namespace of its own for network and mounts, held by a sleeping process whose id goes into $NAME.
machine() {
    unshare --net --mount sleep infinity &
    printf -v "$1" '%s' "$!"
    until [ "$(readlink "/proc/$!/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
    on "$!" ip link set lo up
}

# on MACHINE COMMAND...: runs a command there.
on() {
    local machine=$1
    shift
    nsenter --target "$machine" --net --mount "$@"
}

# background MACHINE LOG COMMAND...: starts it there and leaves its process id in $!.
background() {
    local machine=$1 log=$2
    shift 2
    # exec, so that the id is the command's own and not a shell's.
    (exec nsenter --target "$machine" --net --mount "$@" >"$log" 2>"${log%.*}.log" </dev/null) &
}

# plug MACHINE ADDRESS: a cable from its eth0 to the switch, which stands in the guest's machine.
plug() {
    on "$guest" ip link add "port$1" type veth peer name eth0 netns "$1"
    on "$guest" ip link set "port$1" master br0 up
    on "$1" ip addr add "$2/24" dev eth0
    on "$1" ip link set eth0 up
    on "$1" ip route add default via 10.77.0.1
}

build_lan() {
    machine guest
    machine first
    machine second
    on "$guest" ip link add br0 type bridge mcast_snooping 0 forward_delay 0
    on "$guest" ip addr add 10.77.0.1/24 dev br0
    on "$guest" ip link set br0 up
    plug "$first" 10.77.0.2
    plug "$second" 10.77.0.3
}

# avahi talks over a system bus, so the guest's machine gets one, in a /run that only it sees.
start_avahi() {
    on "$guest" mount -t tmpfs tmpfs /run
    on "$guest" mkdir -p /run/dbus /run/avahi-daemon
    cat >"$work/bus.conf" <<-'BUS'
		<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
		 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
		<busconfig>
		  <type>system</type>
		  <listen>unix:path=/run/dbus/system_bus_socket</listen>
		  <policy context="default">
		    <allow user="*"/><allow own="*"/><allow send_type="method_call"/><allow send_type="signal"/>
		    <allow send_type="method_return"/><allow send_type="error"/><allow receive_type="method_call"/>
		    <allow receive_type="signal"/><allow receive_type="method_return"/><allow receive_type="error"/>
		  </policy>
		</busconfig>
	BUS
    printf '[server]\nhost-name=guest\nuse-ipv6=no\nallow-interfaces=br0\n[publish]\npublish-workstation=no\n' \
        >"$work/avahi.conf"
    background "$guest" "$work/bus.out" dbus-daemon --config-file="$work/bus.conf" --nofork
    await "the guest's bus" on "$guest" test -S /run/dbus/system_bus_socket
    background "$guest" "$work/avahi.out" avahi-daemon --no-drop-root --no-chroot --no-rlimits -f "$work/avahi.conf"
    await "the guest's avahi" on "$guest" avahi-daemon --check
}

# await WHAT COMMAND...: repeats the command until it succeeds, for at most 20 seconds.
await() {
    local what=$1 end=$((SECONDS + 20))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || fail "waited in vain for $what"
        sleep 0.2
    done
}

# switch_on NAME: starts a snowparty on that machine; its first line goes into $work/NAME.json.
switch_on() {
    : >"$work/$1.json"
    background "${!1}" "$work/$1.json" "$party" host --json --audio off --data-dir "$work/$1"
    printf -v "$1_pid" '%s' "$!"
}

ready() { await "the $1 appliance" grep -q '"port"' "$work/$1.json"; }

# told NAME FIELD: what an appliance said of itself.
told() { sed -nE "1s/.*\"$2\": ?\"?([^\",}]*).*/\1/p" "$work/$1.json"; }

# browsed SERVICE NAME HOST ADDRESS: true if the guest sees this appliance under this service, with its port and TXT.
browsed() {
    local line
    line=$(on "$guest" timeout 10 avahi-browse -rpt "$1" | grep "^=;br0;IPv4;.*;$3;$4;") || return 1
    printf '%s\n' "$line" >>"$work/browse.log"
    grep -qF ";$(told "$2" port);" <<<"$line" && grep -qF '"path=/"' <<<"$line" &&
        grep -qF "\"code=$(told "$2" code)\"" <<<"$line" && grep -qE '"version=[0-9]' <<<"$line"
}

resolved() { [[ "$(on "$guest" timeout 10 avahi-resolve -4 -n "$1")" == *"$2" ]]; }

# The name is won by asking the network, so it takes a second or two to be there.
expect_found() {
    local name=$1 host=$2 address=$3 service
    [ "$(told "$name" url)" = "http://$address:$(told "$name" port)" ] ||
        fail "the $name appliance should be at $address, it says $(told "$name" url)"
    for service in _snowparty._tcp _http._tcp; do
        await "$service of $host" browsed "$service" "$name" "$host" "$address"
    done
    await "$host to be resolved" resolved "$host" "$address"
    say "$host is found at $address:$(told "$name" port)"
}

gone() { [[ "$(on "$guest" timeout 10 avahi-browse -pt _snowparty._tcp)" != *"+;br0"* ]]; }

# names_are LIST: the host names that the guest sees under _snowparty._tcp, sorted.
names_are() {
    local seen
    seen=$(on "$guest" timeout 10 avahi-browse -rpt _snowparty._tcp | grep "^=;br0" | cut -d ';' -f 7 | sort | xargs)
    [ "$seen" = "$1" ]
}

check_tools
build_lan
start_avahi
switch_on first
ready first
expect_found first snowparty.local 10.77.0.2
switch_on second
ready second
expect_found second snowparty-2.local 10.77.0.3
expect_found first snowparty.local 10.77.0.2
kill -TERM "$first_pid" "$second_pid"
await "the goodbye of both" gone
say "both are gone after they were stopped"

# The hard case, after a power cut: both ask for the same name in the same second.
switch_on first
switch_on second
ready first
ready second
await "two names" names_are "snowparty-2.local snowparty.local"
say "started at once, each has a name of its own"
