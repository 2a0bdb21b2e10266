// SPDX-License-Identifier: Apache-2.0
// Walks the indexes `shown`, `of_reference` and `feedback`.
#include <string.h>

#include <sqlite3.h>

#include "engine/base/arena.h"
#include "server/record/search.h"
#include "server/record/shown.h"
#include "server/record/store_sqlite.h"

#define FIRST_ROOM 1024
#define AFTER_ALL CDS_TEXT("~") // ids are hexadecimal digits and dashes

static cds_text column_bytes(sqlite3_stmt *statement, int column)
{
    const char *data = sqlite3_column_blob(statement, column);
    return (cds_text){data, (size_t)sqlite3_column_bytes(statement, column)};
}

static bool has_mark(cds_text marks, uint64_t wanted, uint64_t bits)
{
    for (size_t i = 0; i < marks.length / SRV_MARK_BYTES; i++) {
        if ((srv_mark_at(marks, i) & bits) == (wanted & bits)) {
            return true;
        }
    }
    return false;
}

static bool fits(const srv_search *search, cds_text marks)
{
    const cds_text any = {"", 0};
    return (search->rule.data == NULL ||
            has_mark(marks, srv_mark_of(search->rule, any), SRV_MARK_NAME)) &&
           (search->decision.data == NULL ||
            has_mark(marks, srv_mark_of(search->decision, search->answer), UINT64_MAX));
}

static srv_row bind_search(srv_store *store, const srv_search *search)
{
    const bool of_one = search->reference.data != NULL;
    srv_row row = {store->statements[of_one ? SRV_SEARCH_REFERENCE : SRV_SEARCH], SQLITE_OK};
    srv_row_text(&row, 0, search->from_id.data == NULL ? CDS_TEXT("") : search->from_id);
    srv_row_text(&row, 1, search->before_id.data == NULL ? AFTER_ALL : search->before_id);
    srv_row_int(&row, 2, SRV_LOOKED_AT_MAX + 1);
    if (of_one) {
        srv_row_text(&row, 3, search->reference);
    }
    return row;
}

static void keep_last_id(sqlite3_stmt *statement, char out[SRV_ID_LENGTH + 1])
{
    const cds_text id = column_bytes(statement, 1);
    const size_t length = id.length < SRV_ID_LENGTH ? id.length : SRV_ID_LENGTH;
    memcpy(out, id.data, length);
    out[length] = '\0';
}

cds_status srv_store_search(cds_ctx *ctx, srv_store *store, const srv_search *search,
                            srv_hits *out)
{
    srv_row row = bind_search(store, search);
    size_t looked_at = 0;
    out->count = 0;
    int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    while (code == SQLITE_ROW && out->count < SRV_HITS_MAX && looked_at < SRV_LOOKED_AT_MAX) {
        if (fits(search, column_bytes(row.statement, 2))) {
            out->numbers[out->count++] = sqlite3_column_int64(row.statement, 0);
        }
        keep_last_id(row.statement, out->last_id);
        looked_at++;
        code = sqlite3_step(row.statement);
    }
    out->more = code == SQLITE_ROW;
    (void)sqlite3_reset(row.statement);
    return code == SQLITE_ROW || code == SQLITE_DONE
               ? CDS_OK
               : srv_store_fail(ctx, store, code, "be read");
}

// The mark's place, or the free one where it belongs.
static srv_mark_count *place_of(const srv_mark_counts *counts, uint64_t mark)
{
    size_t at = (size_t)(mark ^ mark >> 32) & (counts->room - 1);
    while (counts->places[at].count != 0 && counts->places[at].mark != mark) {
        at = (at + 1) & (counts->room - 1);
    }
    return &counts->places[at];
}

srv_mark_count *srv_mark_counts_find(const srv_mark_counts *counts, uint64_t mark)
{
    srv_mark_count *place = place_of(counts, mark);
    return place->count == 0 ? NULL : place;
}

static cds_status make_room(cds_ctx *ctx, srv_mark_counts *counts)
{
    srv_mark_counts larger = {.room = counts->room == 0 ? FIRST_ROOM : counts->room * 2,
                              .used = counts->used};
    if (counts->room > counts->used * 2) {
        return CDS_OK;
    }
    larger.places = cds_alloc(ctx->mem, larger.room * sizeof *larger.places);
    if (larger.places == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < counts->room; i++) {
        if (counts->places[i].count != 0) {
            *place_of(&larger, counts->places[i].mark) = counts->places[i];
        }
    }
    *counts = larger;
    return CDS_OK;
}

static cds_status count_row(cds_ctx *ctx, srv_mark_counts *counts, sqlite3_stmt *statement)
{
    const cds_text marks = column_bytes(statement, 2);
    for (size_t i = 0; i < marks.length / SRV_MARK_BYTES; i++) {
        const uint64_t mark = srv_mark_at(marks, i);
        if (make_room(ctx, counts) != CDS_OK) {
            return ctx->error.status;
        }
        srv_mark_count *place = place_of(counts, mark);
        counts->used += place->count == 0 ? 1 : 0;
        *place = (srv_mark_count){mark, place->count + 1, sqlite3_column_int64(statement, 0)};
    }
    return CDS_OK;
}

// One short read; *out_id is where the next begins, empty after the last.
static cds_status count_some(cds_ctx *ctx, srv_store *store, srv_mark_counts *counts,
                             char out_id[SRV_ID_LENGTH + 1])
{
    const srv_search search = {
        .before_id = {out_id[0] == '\0' ? NULL : out_id, strlen(out_id)}};
    srv_row row = bind_search(store, &search);
    cds_status status = CDS_OK;
    size_t looked_at = 0;
    int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    while (code == SQLITE_ROW && status == CDS_OK && looked_at++ < SRV_LOOKED_AT_MAX) {
        status = count_row(ctx, counts, row.statement);
        keep_last_id(row.statement, out_id);
        code = sqlite3_step(row.statement);
    }
    if (code == SQLITE_DONE) {
        out_id[0] = '\0';
    }
    (void)sqlite3_reset(row.statement);
    return code == SQLITE_ROW || code == SQLITE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}

cds_status srv_store_count_marks(cds_ctx *ctx, srv_store *store, srv_mark_counts *out)
{
    srv_mark_counts counts = {0};
    char id[SRV_ID_LENGTH + 1] = "";
    cds_status status = make_room(ctx, &counts);
    do {
        status = status == CDS_OK ? count_some(ctx, store, &counts, id) : status;
    } while (status == CDS_OK && id[0] != '\0');
    *out = counts;
    return status;
}

cds_status srv_store_feedback(cds_ctx *ctx, srv_store *store, int64_t from,
                              srv_feedback_page *out)
{
    srv_row row = {store->statements[SRV_FEEDBACK], SQLITE_OK};
    cds_status status = CDS_OK;
    srv_row_int(&row, 0, from);
    srv_row_int(&row, 1, SRV_FEEDBACK_PAGE);
    int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    for (out->count = 0; code == SQLITE_ROW && status == CDS_OK;) {
        out->next = sqlite3_column_int64(row.statement, 0) + 1;
        status = srv_row_read_text(ctx, row.statement, 1, &out->details[out->count++]);
        code = sqlite3_step(row.statement);
    }
    (void)sqlite3_reset(row.statement);
    return code == SQLITE_ROW || code == SQLITE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}
