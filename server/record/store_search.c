// SPDX-License-Identifier: Apache-2.0
// Walks the indexes `shown`, `of_reference` and `feedback`.
#include <string.h>

#include "engine/base/arena.h"
#include "server/record/search.h"
#include "server/record/shown.h"
#include "server/record/store_inner.h"

#define FIRST_ROOM 1024
#define AFTER_ALL CDS_TEXT("~") // ids are hexadecimal digits and dashes

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
    srv_row row = srv_row_of(store, of_one ? SRV_SEARCH_REFERENCE : SRV_SEARCH);
    srv_row_text(&row, 0, search->from_id.data == NULL ? CDS_TEXT("") : search->from_id);
    srv_row_text(&row, 1, search->before_id.data == NULL ? AFTER_ALL : search->before_id);
    srv_row_int(&row, 2, SRV_LOOKED_AT_MAX + 1);
    if (of_one) {
        srv_row_text(&row, 3, search->reference);
    }
    return row;
}

cds_status srv_store_search(cds_ctx *ctx, srv_store *store, const srv_search *search,
                            srv_hits *out)
{
    srv_row row = bind_search(store, search);
    size_t looked_at = 0;
    out->count = 0;
    int code = srv_row_step(&row);
    while (code == SRV_CODE_ROW && out->count < SRV_HITS_MAX && looked_at < SRV_LOOKED_AT_MAX) {
        if (fits(search, srv_row_read(&row, 2))) {
            srv_row_read_id(&row, 1, out->ids[out->count++]);
        }
        srv_row_read_id(&row, 1, out->last_id);
        looked_at++;
        code = srv_row_step(&row);
    }
    out->more = code == SRV_CODE_ROW;
    srv_row_end(&row);
    return code == SRV_CODE_ROW || code == SRV_CODE_DONE
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

static cds_status count_row(cds_ctx *ctx, srv_mark_counts *counts, srv_row *row)
{
    const cds_text marks = srv_row_read(row, 2);
    for (size_t i = 0; i < marks.length / SRV_MARK_BYTES; i++) {
        const uint64_t mark = srv_mark_at(marks, i);
        if (make_room(ctx, counts) != CDS_OK) {
            return ctx->error.status;
        }
        srv_mark_count *place = place_of(counts, mark);
        counts->used += place->count == 0 ? 1 : 0;
        if (place->count == 0) {
            place->mark = mark;
            srv_row_read_id(row, 1, place->example);
        }
        place->count++;
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
    int code = srv_row_step(&row);
    while (code == SRV_CODE_ROW && status == CDS_OK && looked_at++ < SRV_LOOKED_AT_MAX) {
        status = count_row(ctx, counts, &row);
        srv_row_read_id(&row, 1, out_id);
        code = srv_row_step(&row);
    }
    if (code == SRV_CODE_DONE) {
        out_id[0] = '\0';
    }
    srv_row_end(&row);
    return code == SRV_CODE_ROW || code == SRV_CODE_DONE
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

cds_status srv_store_feedback(cds_ctx *ctx, srv_store *store, srv_feedback_page *page)
{
    srv_row row = srv_row_of(store, SRV_FEEDBACK);
    cds_status status = CDS_OK;
    char node[SRV_ID_LENGTH + 1];
    memcpy(node, page->node, sizeof node);
    srv_row_int(&row, 0, page->number);
    srv_row_int(&row, 1, SRV_FEEDBACK_PAGE);
    srv_row_text(&row, 2, cds_text_of(node));
    int code = srv_row_step(&row);
    for (page->count = 0; code == SRV_CODE_ROW && status == CDS_OK;) {
        page->number = srv_row_read_int(&row, 0) + 1;
        srv_row_read_id(&row, 2, page->node);
        status = srv_row_read_text(ctx, &row, 1, &page->details[page->count++]);
        code = srv_row_step(&row);
    }
    srv_row_end(&row);
    return code == SRV_CODE_ROW || code == SRV_CODE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}

cds_status srv_store_feedback_on(cds_ctx *ctx, srv_store *store, cds_text evaluation,
                                 cds_text after, srv_feedback_on *out)
{
    srv_row row = srv_row_of(store, SRV_FEEDBACK_ON);
    cds_status status = CDS_OK;
    srv_row_text(&row, 0, evaluation);
    srv_row_text(&row, 1, after);
    srv_row_int(&row, 2, SRV_FEEDBACK_ON_MAX + 1);
    out->count = 0;
    int code = srv_row_step(&row);
    while (code == SRV_CODE_ROW && status == CDS_OK && out->count < SRV_FEEDBACK_ON_MAX) {
        status = srv_row_read_entry(ctx, &row, &out->entries[out->count++]);
        code = srv_row_step(&row);
    }
    out->more = code == SRV_CODE_ROW;
    srv_row_end(&row);
    return code == SRV_CODE_ROW || code == SRV_CODE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}
