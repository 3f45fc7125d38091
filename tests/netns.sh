#!/usr/bin/env bash
# Is the appliance found on a network? Builds a small LAN out of network namespaces: a guest's machine with avahi, and two
# appliances, each with its own address. The guest must find both by name and service, with the right port and TXT.
#
# usage: tests/netns.sh PATH-TO-SNOWPARTY
# Needs root; without it, or without the tools, it is skipped loudly, with exit code 77.
set -euo pipefail

test=netns
. "$(dirname "${BASH_SOURCE[0]}")/lan.sh"
alone "$0" "$@"

party=$(realpath "${1:?usage: tests/netns.sh PATH-TO-SNOWPARTY}")
work=$(mktemp -d)

# Process ids: the machines of the LAN, and the appliances on two of them.
guest='' first='' second='' first_pid='' second_pid=''

trap 'rm -rf "$work"' EXIT

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

# browsed SERVICE NAME HOST ADDRESS: true if the guest sees this appliance under this service, with its port and TXT.
browsed() {
    local line
    line=$(on "$guest" timeout 10 avahi-browse -rpt "$1" | tee "$work/browse.log" | grep "^=;br0;IPv4;.*;$3;$4;") || return 1
    grep -qF ";$(told "$2" port);" <<<"$line" && grep -qF '"path=/"' <<<"$line" &&
        grep -qF "\"code=$(told "$2" code)\"" <<<"$line" && grep -qE '"version=[0-9]' <<<"$line"
}

resolved() { [[ "$(on "$guest" timeout 10 avahi-resolve -4 -n "$1" 2>&1 | tee "$work/resolve.log")" == *"$2" ]]; }

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

# at_address NAME ADDRESS: true if the appliance sends phones there, and answers there.
at_address() { [[ "$(asked "$1" "$2" state | tee "$work/asked.log")" == *"\"address\":\"$2:$(told "$1" port)\""* ]]; }

gone() { [[ "$(on "$guest" timeout 10 avahi-browse -pt _snowparty._tcp)" != *"+;br0"* ]]; }

# names_are LIST: the host names that the guest sees under _snowparty._tcp, sorted.
names_are() {
    local seen
    seen=$(on "$guest" timeout 10 avahi-browse -rpt _snowparty._tcp | tee "$work/browse.log" | grep "^=;br0" | cut -d ';' -f 7 | sort | xargs)
    [ "$seen" = "$1" ]
}

needs dbus-daemon avahi-daemon avahi-browse avahi-resolve
build_lan first second
start_avahi
switch_on first
ready first
expect_found first snowparty.local 10.77.0.2
switch_on second
ready second
expect_found second snowparty-2.local 10.77.0.3
expect_found first snowparty.local 10.77.0.2
# The router gives the first another address in the middle of the evening: its name and its QR code move along.
on "$first" ip addr flush dev eth0
on "$first" ip addr add 10.77.0.9/24 dev eth0
on "$first" ip route replace default via 10.77.0.1
await "the new address in the QR code" at_address first 10.77.0.9
await "the first's name at its new address" resolved snowparty.local 10.77.0.9
say "snowparty.local has moved to 10.77.0.9, and its QR code with it"

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
