// SPDX-License-Identifier: Apache-2.0
// A try in a process of its own, since confinement is not to be undone.
#pragma once

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "server/command/harden.h"

#define CANNOT 120  // the kernel has no such confinement, or it failed
#define KILLED 1000 // by SIGSYS

/** One try: 0, or errno. */
typedef int (*attempt)(void);

static int outcome(long result)
{
    return result >= 0 ? 0 : errno;
}

typedef struct row {
    const char *name;
    attempt try;
    int ends;
} row;

/** How the try ended in a process that was confined before. */
static int ends(cds_status (*confine)(cds_ctx *ctx), attempt try)
{
    const pid_t child = fork();
    int status = 0;
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        cds_ctx ctx = {.mem = cds_arena_new((size_t)1 << 20)};
        if (srv_harden(&ctx) != CDS_OK || confine(&ctx) != CDS_OK) {
            fprintf(stderr, "%s\n", ctx.error.what);
            _exit(CANNOT);
        }
        _exit(try());
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGSYS ? KILLED : -WTERMSIG(status);
    return WEXITSTATUS(status);
}

static cds_status to_nothing(cds_ctx *ctx)
{
    (void)ctx;
    return CDS_OK;
}

static int runs_a_program(void)
{
    char *const words[] = {(char *)(uintptr_t) "true", NULL};
    return outcome(execv("/bin/true", words));
}

#define COUNT(rows) ((int)(sizeof(rows) / sizeof *(rows)))

static int run_suite(TCase *tcase)
{
    Suite *suite = suite_create("harden");
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
