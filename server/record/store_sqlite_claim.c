// SPDX-License-Identifier: Apache-2.0
// Signed tokens that have been used, for as long as they could be used again.
#include <sqlite3.h>

#include "server/record/store_sqlite.h"

static int put_claim(srv_store *store, srv_claim *claim)
{
    srv_row row = {store->statements[SRV_PUT_CLAIM], SQLITE_OK};
    srv_row_bytes(&row, 0, &claim->token, sizeof claim->token);
    srv_row_int(&row, 1, claim->expires_s);
    const int code = srv_row_run(row);
    claim->is_first = code == SQLITE_OK && sqlite3_changes(store->db) == 1;
    return code;
}

int srv_store_put_claims(srv_store *store, srv_claim *const *claims, size_t count)
{
    int code = SQLITE_OK;
    for (size_t i = 0; i < count && code == SQLITE_OK; i++) {
        code = put_claim(store, claims[i]);
    }
    srv_row row = {store->statements[SRV_PURGE_CLAIMS], code};
    srv_row_int(&row, 0, claims[count - 1]->now_s);
    srv_row_int(&row, 1, (int64_t)count * 2); // twice what comes: the table shrinks
    return srv_row_run(row);
}
