#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What takes hours: every test under the thread sanitiser and valgrind, long fuzzing, thousands of kills, slow
# connections for minutes with their bar, and a soak; tests/run --deep. Set FUZZ_SECONDS, KILL_CYCLES, LOAD_SECONDS
# and SOAK_SECONDS for shorter or longer.
set -u
cd "$(dirname "$0")/.." || exit 1
. server/packages

: "${FUZZ_SECONDS:=1200}" "${KILL_CYCLES:=5000}" "${LOAD_SECONDS:=60}" "${SOAK_SECONDS:=3600}"
export KILL_CYCLES CUTS=2000
need_packages $BUILD_PACKAGES $TEST_PACKAGES valgrind
build_folder build/plain Release -DTENDON_TESTS=ON
failed=0

# part NAME COMMAND...: its output is in build/deep/NAME.log, and shown where it fails.
part() {
    name=$1
    shift
    mkdir -p build/deep
    echo "$name: began $(date)"
    if "$@" >"build/deep/$name.log" 2>&1; then
        tail -n 12 "build/deep/$name.log" | sed "s/^/    /"
    else
        failed=1
        tail -n 60 "build/deep/$name.log" | sed "s/^/    /"
        echo "$name: FAILED"
    fi
}

threads() {
    build_folder build/threads Debug -DTENDON_TESTS=ON "-DCMAKE_C_FLAGS=-fsanitize=thread -g -O1"
    TSAN_OPTIONS="halt_on_error=1 exitcode=66 second_deadlock_stack=1" CK_TIMEOUT_MULTIPLIER=10 \
        ctest --test-dir build/threads --output-on-failure --timeout 3600
}

# The unit tests: what counts allocations or bounds time, valgrind would only slow down.
memory() {
    bad=0
    for program in build/plain/tests/check_*; do
        source=tests/unit/$(basename "$program").c
        [ -e "$source" ] || continue
        CK_FORK=no CK_TIMEOUT_MULTIPLIER=50 valgrind -q --error-exitcode=67 --leak-check=full \
            --errors-for-leak-kinds=definite --child-silent-after-fork=yes "$program" >"build/deep/valgrind.log" 2>&1 || {
            echo "$program"
            tail -n 40 build/deep/valgrind.log
            bad=1
        }
    done
    return "$bad"
}

part fuzz tests/fuzz/run "$FUZZ_SECONDS"
part kills ctest --test-dir build/plain -R '^(check_kill|check_power)' --output-on-failure --timeout 100000
part load tests/load/run "$LOAD_SECONDS" 50
part soak tests/load/soak "$SOAK_SECONDS"
part threads threads
part memory memory
exit "$failed"
