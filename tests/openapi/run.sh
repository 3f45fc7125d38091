#!/usr/bin/env bash
# Schemathesis against our own OpenAPI document, served by a party that is running: what the document says is true, nothing answers 500,
# and what it forbids is refused. Always the same; `SEED=7 EXAMPLES=200 tests/openapi/run.sh` for another
# and longer run.
#
#   tests/openapi/run.sh [path of the binary]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
target=${CARGO_TARGET_DIR:-target}
party=$(realpath "${1:-$target/debug/snowparty}")
tools=$(realpath -m "$target/tools/openapi")
folder=$(mktemp -d)
trap 'kill "${pid:-}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

# Installed once for this list.
install() {
    cmp -s tests/openapi/requirements.txt "$tools/installed" && return
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/pip" install -q --disable-pip-version-check --no-deps -r tests/openapi/requirements.txt
    cp tests/openapi/requirements.txt "$tools/installed"
}

told() { python3 -c "import json; print(json.load(open('$folder/$1'))['$2'])"; }

ask() { curl -sS --fail-with-body -H "Authorization: Bearer ${PARTY_HOST:-}" -d "$2" "$url$1" >"$folder/answer"; }

install
"$party" --json --no-mdns --audio off --bind 127.0.0.1 --port 0 --pin 246810 --data-dir "$folder/data" >"$folder/first" 2>"$folder/log" &
pid=$!
for _ in $(seq 200); do [ -s "$folder/first" ] && break; sleep 0.05; done
url=http://127.0.0.1:$(told first port)
ask /api/host '{"pin":"246810"}'
PARTY_HOST=$(told answer token)
PARTY_CODE=$(told answer code)
# One host may not ask as often as this does; eight may.
PARTY_HOSTS=$PARTY_HOST
for _ in 2 3 4 5 6 7 8; do
    ask /api/host '{"pin":"246810"}'
    PARTY_HOSTS+=" $(told answer token)"
done
export PARTY_HOSTS PARTY_CODE
# A canvas is being played, so that most addresses have something to answer.
ask "/api/session/$PARTY_CODE/join" '{"name":"Anna"}'
ask /api/session '{"game":"canvas","settings":{"width":64,"height":48}}'
ask "/api/session/$PARTY_CODE/start" '{}'

cd tests/openapi
judge() {
    PYTHONPATH=. PYTHONDONTWRITEBYTECODE=1 "$tools/bin/schemathesis" --config-file schemathesis.toml run "$url/api/openapi.json" \
        --seed "${SEED:-1}" --max-examples "${EXAMPLES:-5}" --generation-database none --no-shrink "$@"
}
# First what leaves the canvas on the table, or nothing behind it would be looked at; then what takes it away. Not the operation that
# ends the party, nor the one that closes the door after five wrong PINs.
taken=(/api/session '/api/session/{code}/start' '/api/session/{code}/canvas/finish')
judge "${taken[@]/#/--exclude-path=}" --exclude-path='/api/session/{code}/close' --exclude-path=/api/host
judge "${taken[@]/#/--include-path=}"
kill -0 "$pid" || { cat "$folder/log"; exit 1; }
