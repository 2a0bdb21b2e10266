#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# No banned call stands in the text or in the built libraries; the engine calls what computes, and nothing else.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

# nothing SENTENCE FOUND: there is none of it.
nothing() {
    [ -z "$2" ] || {
        echo "$1:"
        echo "$2"
        failed=1
    }
}

# In the text, with the line: what writes past its end, reads bytecode, ends the process, ignores
# case or changes what a number looks like.
nothing "banned calls" "$(git grep -nE '\b(v?sprintf|strn?cpy|strn?cat|stpcpy|gets|strtok|alloca|system|popen|luaL_openlibs|luaL_requiref|luaopen_[a-z]+|luaL_loadbuffer|luaL_loadstring|luaL_loadfilex?|luaL_do(string|file)|lua_load|cJSON_GetObjectItem|assert|setlocale)\(' \
    -- 'engine/*.[ch]' 'server/*.[ch]')"

# Rules are text, never bytecode: each chunk is loaded in the mode "t".
nothing "Lua loaded in another mode than \"t\"" "$(git ls-files 'engine/*.c' | xargs cat | tr '\n' ' ' |
    grep -oE 'luaL_loadbufferx\([^;]*;' | grep -v ', "t");$')"

# A warning is mended, not silenced.
nothing "silenced warnings" "$(git grep -nE '#pragma (GCC|clang)|_Pragma|NOLINT' -- 'engine/*.[ch]' 'server/*.[ch]')"

# called LIBRARY: `object.c.o: function` for each it takes from elsewhere, whatever macro or rewriting named it.
called() {
    nm -A -u "$1" | sed -n 's/^[^:]*:\([^:]*:\) *U /\1 /p' | sort -u
}

for library in build/plain/libengine.a build/plain/libserver.a build/plain/libllhttp.a; do
    [ -f "$library" ] || {
        echo "$library is not built; run tests/run"
        exit 1
    }
    nothing "$library calls" "$(called "$library" | grep -E ' (_*(v?sprintf|st[rp]n?cpy|strn?cat|gets|strtok|system|popen|setlocale|assert_fail)(_chk)?|luaL_(openlibs|requiref|loadstring|loadfilex)|luaopen_.*|lua_load|cJSON_GetObjectItem.*|cJSON_Parse|cJSON_ParseWith(Length|Opts)|cJSON_Print.*)$')"
done

# No clock, file, socket, environment, thread: memory, text, numbers, and a panic's last words; once, cJSON's
# hooks, which a process has one pair of.
nothing "the engine calls" "$(called build/plain/libengine.a |
    grep -vE ' (cds_|lua_|luaL_|cJSON_|pcre2_|EVP_|OSSL_|ECDSA_|i2d_ECDSA|BN_|CRYPTO_|_GLOBAL_OFFSET_TABLE_$|__)' |
    grep -vE ' ((c|re)?alloc|malloc|free|mem(chr|cmp|cpy|mem|move|set)|str(chr|rchr|cmp|ncmp|cspn|spn|len|tod|tol)|v?snprintf|qsort|round|fmod|ldexp|floor|ceil|abort|fprintf|fputs|fwrite|fputc|stderr|call_once)$')"
exit "$failed"
