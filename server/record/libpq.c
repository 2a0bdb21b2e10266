// SPDX-License-Identifier: Apache-2.0
// Loaded once and never closed, as a library that is linked; CMakeLists.txt names its file.
#include "server/record/libpq.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <threads.h>

#define WHY_BYTES 200

static once_flag once = ONCE_FLAG_INIT;
static srv_libpq functions;
static bool whole;
static char why[WHY_BYTES]; // the linker's words, when it is not

/** Sets the pointer to a function that `out` points to; after the first that is not there,
 * none. */
static void find(void *library, const char *name, void *out)
{
    void *const found = whole ? dlsym(library, name) : NULL;
    memcpy(out, &found, sizeof found);
    whole = found != NULL;
}

static void load(void)
{
    void *const library = dlopen(SRV_LIBPQ_FILE, RTLD_NOW | RTLD_LOCAL);
    whole = library != NULL;
#define FIND(name) find(library, #name, &functions.name);
    SRV_LIBPQ(FIND)
#undef FIND
    if (!whole)
        (void)snprintf(why, sizeof why, "%s", dlerror());
}

cds_status srv_libpq_open(cds_ctx *ctx)
{
    call_once(&once, load);
    return whole ? CDS_OK
                 : cds_fail(ctx, CDS_FAILED, "--store",
                            "a PostgreSQL store needs libpq 14 or newer, which can't be "
                            "loaded (%s): apt-get install libpq5",
                            why);
}

const srv_libpq *srv_pq(void)
{
    CDS_PROMISE(whole);
    return &functions;
}
