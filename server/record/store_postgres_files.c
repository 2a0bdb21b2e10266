// SPDX-License-Identifier: Apache-2.0
// libpq itself reads the address, so that both find the same names in it.
#include "server/record/store_postgres_files.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "server/record/libpq.h"

static bool names_a_file(const char *keyword)
{
    static const char *const keywords[] = {"passfile",    "sslcert", "sslkey",
                                           "sslrootcert", "sslcrl",  "sslcrldir"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strcmp(keyword, keywords[i]) == 0)
            return true;
    }
    return false;
}

static void tell(PQconninfoOption *options, void (*each)(void *user, const char *path),
                 void *user)
{
    for (const PQconninfoOption *at = options; at != NULL && at->keyword != NULL; at++) {
        if (names_a_file(at->keyword) && at->val != NULL && at->val[0] == '/')
            each(user, at->val);
    }
    srv_pq()->PQconninfoFree(options);
}

void srv_postgres_files(const char *url, void (*each)(void *user, const char *path), void *user)
{
    cds_ctx own = {.mem = NULL}; // whoever opens the store says why
    if (srv_libpq_open(&own) != CDS_OK)
        return;
    tell(srv_pq()->PQconninfoParse(url, NULL), each, user);
    tell(srv_pq()->PQconndefaults(), each, user);
}
