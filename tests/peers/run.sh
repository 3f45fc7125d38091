#!/usr/bin/env bash
# Measures snowparty beside its peers: installs what they need, builds the release binary, then every server in every room, five
# rounds, in less than twelve minutes. Writes peers.md and peers.json beside itself. Arguments go to the measuring side:
#   tests/peers/run.sh                  all of it, on a machine that does nothing else
#   tests/peers/run.sh --short          few sockets, two seconds, one round
#   tests/peers/run.sh --only snowparty,socketio --rooms 1 --rounds 3
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

servers=tests/peers/servers
if ! cmp -s $servers/package-lock.json $servers/node_modules/.lock-installed; then
    # Not `ci`: it refuses a lock that lacks the optional binaries of other platforms.
    npm --prefix $servers install --no-audit --no-fund
    cp $servers/package-lock.json $servers/node_modules/.lock-installed
fi
if ! cmp -s $servers/requirements.txt $servers/.venv/requirements-installed.txt; then
    python3 -m venv $servers/.venv
    $servers/.venv/bin/pip install --quiet --no-deps -r $servers/requirements.txt
    cp $servers/requirements.txt $servers/.venv/requirements-installed.txt
fi
case " $* " in
*" --out "* | *" --short "* | *" --help "*) out=() ;;
*) out=(--out "$PWD/tests/peers") ;;
esac
exec cargo bench --locked --bench peers -- "${out[@]}" "$@"
