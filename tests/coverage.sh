#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# How many of the branches of engine/ and server/record the tests go through; tests/run --coverage.
# Each side of each condition in the text counts (clang's source-based coverage).
set -u
cd "$(dirname "$0")/.." || exit 1
. server/packages

ENOUGH=90                                                                               # per cent

need_packages $BUILD_PACKAGES $TEST_PACKAGES $COVERAGE_PACKAGES
folder=build/coverage
(CC=clang build_folder $folder Debug -DTENDON_TESTS=ON \
    "-DCMAKE_C_FLAGS=-fprofile-instr-generate -fcoverage-mapping") || exit 1

# Each process adds to a few files, whichever program it is of.
rm -rf $folder/counted
export LLVM_PROFILE_FILE="$PWD/$folder/counted/%8m.profraw"
ctest --test-dir $folder -j "$(nproc)" >$folder/tests.log 2>&1 || {
    tail -n 40 $folder/tests.log
    echo "The tests fail, so the figure would be of no use."
    exit 1
}
for script in tests/command/*.sh; do
    TENDON=$folder/tendon "./$script" >$folder/script.log 2>&1 || {
        cat $folder/script.log
        exit 1
    }
done
llvm-profdata merge -sparse $folder/counted/*.profraw -o $folder/counted/all || exit 1
llvm-cov report $folder/libengine.a -object $folder/libserver.a -instr-profile=$folder/counted/all \
    -show-branch-summary >$folder/report || exit 1
