// SPDX-License-Identifier: Apache-2.0
// What the record's checks share: a folder that goes away, a context, an entry to keep.
#pragma once

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/record/entry.h"

#define FIXTURE_RELEASE                                                                        \
    "sha256:0000000000000000000000000000000000000000000000000000000000000000"

typedef struct fixture {
    char dir[256];
    cds_ctx ctx;
} fixture;

static inline fixture fixture_make(void)
{
    fixture made = {.ctx = {.mem = cds_arena_new((size_t)16 << 20)}};
    const char *tmp = getenv("TMPDIR");
    snprintf(made.dir, sizeof made.dir, "%s/tendon-check-XXXXXX", tmp == NULL ? "/tmp" : tmp);
    ck_assert_ptr_nonnull(mkdtemp(made.dir));
    return made;
}

static inline int fixture_remove_one(const char *path, const struct stat *status, int type,
                                     struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

static inline void fixture_remove(const char *folder)
{
    ck_assert_int_eq(nftw(folder, fixture_remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

static inline void fixture_drop(fixture *made)
{
    cds_arena_free(made->ctx.mem);
    fixture_remove(made->dir);
}

static inline srv_entry fixture_entry(void)
{
    srv_entry entry = {
        .kind = "evaluation",
        .time_ms = srv_time_now_ms(),
        .node = CDS_TEXT("0193a2b4-0000-7000-8000-000000000001"),
        .client = CDS_TEXT("local"),
        .release = CDS_TEXT(FIXTURE_RELEASE),
        .release_name = CDS_TEXT("2026.11.1"),
        .release_activated_ms = 1700000000000,
        .engine = CDS_TEXT("1.0.0"),
        .assessed_on = CDS_TEXT("2026-11-22"),
        .reference = CDS_TEXT("patient-7"),
        .assessment = CDS_TEXT("{\"patient\":{\"age_years\":52}}"),
        .decision = CDS_TEXT("{\"decisions\":{}}"),
    };
    srv_entry_new_id(entry.time_ms, entry.id);
    return entry;
}

static inline int fixture_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
