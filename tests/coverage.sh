#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# How many branches of engine/ and server/record the tests take (clang's source-based coverage); tests/run --coverage.
set -u
cd "$(dirname "$0")/.." || exit 1
. server/packages

folder=build/coverage
need_packages $BUILD_PACKAGES $TEST_PACKAGES llvm
# A confined service could not write down what it took.
(CC=clang build_folder $folder Debug -DTENDON_TESTS=ON -DTENDON_CONFINE=OFF \
    "-DCMAKE_C_FLAGS=-fprofile-instr-generate -fcoverage-mapping") || exit 1

# Each process adds what it took to a few files of its program.
rm -rf $folder/counted
export LLVM_PROFILE_FILE="$PWD/$folder/counted/%4m.profraw"
ctest --test-dir $folder -j "$(nproc)" --output-on-failure >$folder/tests.log 2>&1 || {
    tail -n 60 $folder/tests.log
    echo "Tests fail, so a figure would say nothing."
    exit 1
}
for script in tests/command/*.sh; do
    case $script in */harden.sh | */package.sh) continue ;; esac # of a confined program, installed
    TENDON=$folder/tendon "./$script" >$folder/script.log 2>&1 || {
        cat $folder/script.log
        echo "$script fails, so a figure would say nothing."
        exit 1
    }
done

objects=
for program in "$folder"/tests/check_*; do
    objects="$objects -object $program"
done
llvm-profdata merge -sparse "$folder"/counted/*.profraw -o $folder/counted/all || exit 1
llvm-cov export $folder/tendon $objects -instr-profile=$folder/counted/all >$folder/counted.json || exit 1
exec python3 tests/coverage.py $folder/counted.json
