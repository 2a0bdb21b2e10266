#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What takes hours: every test under the thread sanitiser and under valgrind, long fuzzing, thousands of kills and
# power cuts, slow connections for minutes with their bar, and a soak. tests/run --deep [PART...]: all parts without.
# Set FUZZ_SECONDS, KILL_CYCLES, POWER_CUTS, LOAD_SECONDS and SOAK_SECONDS for shorter or longer.
set -u
cd "$(dirname "$0")/.." || exit 1
. server/packages

PARTS="threads memory fuzz kills load soak"
: "${FUZZ_SECONDS:=1200}" "${KILL_CYCLES:=5000}" "${POWER_CUTS:=2000}" "${LOAD_SECONDS:=60}" "${SOAK_SECONDS:=3600}"
logs=$PWD/build/deep

plain() {
    build_folder build/plain Release -DTENDON_TESTS=ON
}

# The thread sanitiser can't work with memory that lies just anywhere; where that may be asked for, it does not.
steady() {
    if setarch -R true 2>/dev/null; then
        setarch -R "$@"
    else
        "$@"
    fi
}

# suite FOLDER FINDING NAME [CTEST OPTIONS]: its tests, then what the tool found: it writes to files in $FOUND,
# each finding from a line that FINDING fits, so also what it found in a process that was killed.
suite() {
    folder=$1
    finding=$2
    name=$3
    shift 3
    steady ctest --test-dir "$folder" --output-on-failure --timeout 7200 -j "$(nproc)" "$@" >"$FOUND.tests"
    cat "$FOUND.tests"
    find "$FOUND" -type f -exec cat {} + >"$FOUND.found"
    head -n 1000 "$FOUND.found"
    run=$(grep -cE '^ *[0-9]+/[0-9]+ Test ' "$FOUND.tests")
    bad=$(grep -cE '^ *[0-9]+/[0-9]+ Test .*(\*\*\*|Not Run)' "$FOUND.tests")
    many=$(grep -cE "$finding" "$FOUND.found")
    echo "$run tests run, $bad failed, $many $name found"
    [ "$run" -gt 0 ] && [ "$bad" -eq 0 ] && [ "$many" -eq 0 ]
}

threads() {
    build_folder build/threads Debug -DTENDON_TESTS=ON -DTENDON_CONFINE=OFF "-DCMAKE_C_FLAGS=-fsanitize=thread -g -O1"
    unset KILL_CYCLES POWER_CUTS
    CK_TIMEOUT_MULTIPLIER=10 TSAN_OPTIONS="log_path=$FOUND/race exitcode=66 history_size=5 second_deadlock_stack=1" \
        suite build/threads '^WARNING: ThreadSanitizer' races
}

# The unit tests, and the program that all others start. Not what measures time or memory, nor what is tried on a
# disk of its own, or confines itself.
memory() {
    build_folder build/memory Release -DTENDON_TESTS=ON -DTENDON_CONFINE=OFF \
        "-DTENDON_UNDER=$PWD/tests/fault/under_valgrind"
    KILL_CYCLES=5 CK_TIMEOUT_MULTIPLIER=50 \
        suite build/memory '^==[0-9]+== (Invalid|Conditional|Use|Syscall|Mismatched|Source|Argument|Jump|.* definitely lost)' \
        errors -E '^(check_disk|check_power|check_harden_.*|check_http_li.*|two_nodes_.*|activation_.*|replica_.*)$'
}

fuzz() {
    tests/fuzz/run "$FUZZ_SECONDS"
}

# Started by themselves, since ctest keeps to itself what a good test says.
kills() {
    plain
    export KILL_CYCLES POWER_CUTS
    build/plain/tests/check_kill
    killed=$?
    build/plain/tests/check_power && [ "$killed" -eq 0 ]
}

load() {
    plain
    tests/load/run "$LOAD_SECONDS" 50
}

soak() {
    plain
    tests/load/soak "$SOAK_SECONDS"
}

[ "$#" -gt 0 ] || set -- $PARTS
for part in "$@"; do
    case " $PARTS " in
    *" $part "*) ;;
    *)
        echo "usage: tests/run --deep [PART...], of $PARTS"
        exit 2
        ;;
    esac
done

need_packages $BUILD_PACKAGES $TEST_PACKAGES valgrind
failed=0
for part in "$@"; do
    export FOUND="$logs/$part"
    rm -rf "$FOUND"
    mkdir -p "$FOUND"
    echo "$part: began $(date +%T), says more in build/deep/$part.log"
    if ("$part") >"$FOUND.log" 2>&1; then
        tail -n 12 "$FOUND.log" | sed 's/^/    /'
    else
        failed=1
        tail -n 60 "$FOUND.log" | sed 's/^/    /'
        echo "$part: FAILED"
    fi
done
exit "$failed"
