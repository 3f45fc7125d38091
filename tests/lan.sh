#!/usr/bin/env bash
# A small LAN out of network namespaces, for the tests that source this: machines, cables to a switch in the guest's machine, and words
# for waiting and failing. The test names itself in $test, its folder in $work, and the machine with the switch in $guest.
# Everything runs in a process namespace of its own, so that nothing outlives the test, however it ends.

# alone TEST ARGUMENTS...: starts the test again in a process namespace of its own, if it is not there yet.
alone() {
    if [ -z "${SNOWPARTY_NETNS:-}" ] && [ "$(id -u)" = 0 ] && unshare --pid --fork --mount-proc true 2>/dev/null; then
        SNOWPARTY_NETNS=1 exec unshare --pid --fork --mount-proc --kill-child -- bash "$@"
    fi
}

say() { printf '%s: %s\n' "$test" "$*"; }

skip() {
    say "SKIPPED: $*" >&2
    exit 77
}

fail() {
    tail -n 40 "$work"/*.log >&2 || true
    # Last, so that who sees only the end of a long log sees it.
    say "FAILED: $*" >&2
    exit 1
}

# needs TOOL...: the test is skipped without root, without these tools, and where nobody may make network namespaces.
needs() {
    [ "$(id -u)" = 0 ] || skip "making network namespaces needs root"
    local tool
    for tool in ip unshare nsenter "$@"; do
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

# build_lan MACHINE...: the guest at 10.77.0.1, and these machines from 10.77.0.2 on.
build_lan() {
    local name address=2
    machine guest
    on "$guest" ip link add br0 type bridge mcast_snooping 0 forward_delay 0
    on "$guest" ip addr add 10.77.0.1/24 dev br0
    on "$guest" ip link set br0 up
    for name; do
        machine "$name"
        plug "${!name}" "10.77.0.$((address++))"
    done
}

# await WHAT COMMAND...: repeats the command until it succeeds, for at most a minute: a starved machine took more than 20 seconds.
await() {
    local what=$1 end=$((SECONDS + 60))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || fail "waited in vain for $what"
        sleep 0.2
    done
}

# told NAME FIELD: what an appliance said of itself.
told() { sed -nE "1s/.*\"$2\": ?\"?([^\",}]*).*/\1/p" "$work/$1.json"; }

# switch_on NAME OPTION...: starts a snowparty on that machine; its first line goes into $work/NAME.json, its id into $NAME_pid.
switch_on() {
    local name=$1
    shift
    : >"$work/$name.json"
    background "${!name}" "$work/$name.json" "$party" host --json --audio off --data-dir "$work/$name" "$@"
    printf -v "${name}_pid" '%s' "$!"
}

ready() { await "the $1 appliance" grep -q '"port"' "$work/$1.json"; }

# asked NAME ADDRESS WHAT: what the appliance answers there to whoever asks for something of its party.
asked() {
    local port code
    port=$(told "$1" port) code=$(told "$1" code)
    on "$guest" timeout 5 bash -c "exec 3<>/dev/tcp/$2/$port
        printf 'GET /api/session/$code/$3 HTTP/1.1\r\nHost: $2:$port\r\nConnection: close\r\n\r\n' >&3
        cat <&3" 2>/dev/null
}
