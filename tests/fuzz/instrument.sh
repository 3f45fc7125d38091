#!/bin/sh
# rustc, with a fuzzer's counters in our own crate and its targets; libraries are taken as the tests have compiled them.
rustc=$1
shift
case " $* " in
*" --crate-name snowparty "* | *" targets/"*)
    set -- "$@" --cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
        -Cllvm-args=-sanitizer-coverage-trace-compares
    ;;
esac
exec "$rustc" "$@"
