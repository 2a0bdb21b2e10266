// SPDX-License-Identifier: Apache-2.0
// Signed tokens that have been used, for as long as they could be used again.
#include "server/record/store_inner.h"

static int put_claim(srv_store *store, srv_claim *claim)
{
    srv_row row = srv_row_of(store, SRV_PUT_CLAIM);
    srv_row_bytes(&row, 0, &claim->token, sizeof claim->token);
    srv_row_int(&row, 1, claim->expires_s);
    const int code = srv_row_step(&row);
    claim->is_first = code == SRV_CODE_ROW;
    srv_row_end(&row);
    return code == SRV_CODE_ROW || code == SRV_CODE_DONE ? SRV_CODE_OK : code;
}

int srv_store_put_claims(srv_store *store, srv_claim *const *claims, size_t count)
{
    int code = SRV_CODE_OK;
    for (size_t i = 0; i < count && code == SRV_CODE_OK; i++) {
        code = put_claim(store, claims[i]);
    }
    srv_row row = srv_row_of(store, SRV_PURGE_CLAIMS);
    srv_row_int(&row, 0, claims[count - 1]->now_s);
    srv_row_int(&row, 1, (int64_t)count * 2); // twice what comes: the table shrinks
    return code == SRV_CODE_OK ? srv_row_run(&row) : code;
}
