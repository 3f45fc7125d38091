#!/usr/bin/env bash
# Builds the fuzz targets with the compiler that is there, nightly or not, and runs one of them, or all in turn.
#
#   tests/fuzz/run.sh TARGET|all [SECONDS, 60]
#
# What it finds stands in tests/fuzz/found/; the corpus that it grows, in the target folder under fuzz/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
chosen=${1:?which target?} seconds=${2:-60}
built=$(realpath "${CARGO_TARGET_DIR:-../../target}")
targets=(envelope body head evening journal picture gallery tale)
[ "$chosen" = all ] || targets=("$chosen")

RUSTC_WRAPPER=$PWD/instrument.sh CARGO_TARGET_DIR=$built cargo build --locked

mkdir -p found
for target in "${targets[@]}"; do
    corpus=$built/fuzz/$target
    mkdir -p "$corpus"
    seeds=()
    [ ! -d "seeds/$target" ] || seeds=("seeds/$target")
    printf '\n===== %s\n' "$target"
    "$built/debug/fuzz-$target" "$corpus" "${seeds[@]}" -max_total_time="$seconds" -max_len=4096 -len_control=0 -timeout=20 -rss_limit_mb=2048 \
        -artifact_prefix="found/$target-" -print_final_stats=1 2>&1 | grep -v -E '^#[0-9]+[[:space:]]+(NEW|REDUCE|pulse)|NEW_FUNC' | tail -30
done
