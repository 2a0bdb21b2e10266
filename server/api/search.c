// SPDX-License-Identifier: Apache-2.0
// From query parameters to a search of the record, and from its hits to a page.
#include "server/api/search.h"

#include <string.h>
#include <time.h>

#include "engine/base/arena.h"
#include "server/api/envelope.h"
#include "server/api/keeping.h"
#include "server/api/query.h"
#include "server/record/entry.h"
#include "server/record/search.h"
#include "server/record/shown.h"

#define ENTRY_ARENA_BYTES ((size_t)4 << 20)
#define DAY_SECONDS 86400

static const char *const parameters[] = {"day", "rule", "answer", "reference", "after"};

typedef struct asked {
    srv_search search;
    char from_id[SRV_ID_LENGTH + 1], before_id[SRV_ID_LENGTH + 1];
} asked;

/** When a day begins where the clinic is, by the offset from UTC that holds then. */
static int64_t midnight_ms(cds_date day)
{
    time_t utc = (time_t)day.days * DAY_SECONDS;
    time_t midnight = utc;
    for (int i = 0; i < 2; i++) {
        struct tm local;
        CDS_PROMISE(localtime_r(&midnight, &local) != NULL);
        midnight = utc - local.tm_gmtoff;
    }
    return (int64_t)midnight * 1000;
}

static const char *take_day(cds_text value, asked *out)
{
    cds_date day;
    if (!cds_date_parse(value, &day) || day.days < 0)
        return "day= takes a day like 2026-11-22.";
    srv_entry_first_id(midnight_ms(day), out->from_id);
    srv_entry_first_id(midnight_ms((cds_date){day.days + 1}), out->before_id);
    out->search.from_id = cds_text_of(out->from_id);
    out->search.before_id = cds_text_of(out->before_id);
    return NULL;
}

static const char *take_rule(cds_text value, asked *out)
{
    out->search.rule = value;
    return NULL;
}

static const char *take_answer(cds_text value, asked *out)
{
    const char *colon = value.length == 0 ? NULL : memchr(value.data, ':', value.length);
    if (colon == NULL)
        return "answer= takes a decision and one of its answers, with a colon between them.";
    size_t length = (size_t)(colon - value.data);
    out->search.decision = (cds_text){value.data, length};
    out->search.answer = (cds_text){colon + 1, value.length - length - 1};
    return NULL;
}

static const char *take_reference(cds_text value, asked *out)
{
    out->search.reference = value;
    return NULL;
}

static const char *take_after(cds_text value, asked *out)
{
    if (value.length != SRV_ID_LENGTH)
        return "after= takes what `next` of the page before said.";
    if (out->search.before_id.data == NULL ||
        cds_text_compare(value, out->search.before_id) < 0)
        out->search.before_id = value;
    return NULL;
}

/** False: the exchange has been answered 400. */
static bool read_asked(srv_exchange *exchange, asked *out)
{
    static const char *(*const takes[])(cds_text, asked *) = {take_day, take_rule, take_answer,
                                                              take_reference, take_after};
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_asked none;
    if (!srv_query_read(exchange, parameters, sizeof parameters / sizeof *parameters, &none))
        return false;
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++) {
        cds_text value;
        if (!srv_request_query(ctx, srv_exchange_request(exchange), parameters[i], &value))
            continue;
        const char *wrong = takes[i](value, out);
        if (wrong != NULL) {
            srv_exchange_problem(exchange, 400, wrong);
            return false;
        }
    }
    if (ctx->error.status != CDS_OK)
        srv_exchange_fail(exchange);
    return ctx->error.status == CDS_OK;
}

/** The answers, and whether it showed the rule and gave the answer that were asked for. */
static bool write_answers(cds_buf *buf, const srv_search *search, cds_text decision)
{
    srv_shown_walk walk = srv_shown_begin(decision);
    srv_shown one;
    bool has_rule = search->rule.data == NULL;
    bool has_answer = search->decision.data == NULL;
    cds_buf_word(buf, ",\"answers\":{");
    while (srv_shown_next(&walk, &one)) {
        if (one.is_rule) {
            has_rule = has_rule || cds_text_equal(one.name, search->rule);
            continue;
        }
        has_answer = has_answer || (cds_text_equal(one.name, search->decision) &&
                                    cds_text_equal(one.value, search->answer));
        cds_buf_comma(buf);
        cds_buf_format(buf, "\"%.*s\":\"%.*s\"", (int)one.name.length, one.name.data,
                       (int)one.value.length, one.value.data);
    }
    cds_buf_word(buf, "}}");
    return has_rule && has_answer;
}

/** Nothing is left of an entry that does not fit after all. */
static void write_hit(cds_buf *buf, const srv_search *search, const srv_entry *entry)
{
    size_t before = buf->length;
    char time[SRV_TIME_LENGTH + 1];
    srv_time_format(entry->time_ms, time);
    cds_buf_comma(buf);
    cds_buf_format(buf, "{\"id\":\"%s\",\"evaluated_at\":\"%s\"", entry->id, time);
    if (entry->reference.data != NULL) {
        cds_buf_word(buf, ",\"reference\":");
        cds_buf_json(buf, entry->reference);
    }
    cds_buf_char(buf, ',');
    srv_envelope_write_release(buf, entry);
    if (!write_answers(buf, search, entry->decision))
        buf->length = before;
}

static cds_status write_hits(srv_exchange *exchange, srv_store *store, const srv_search *search,
                             cds_buf *buf)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_ctx own = {.mem = cds_arena_new(ENTRY_ARENA_BYTES)};
    srv_hits hits;
    CDS_PROMISE(own.mem != NULL);
    cds_status status = srv_store_search(ctx, store, search, &hits);
    for (size_t i = 0; status == CDS_OK && i < hits.count; i++) {
        srv_entry entry;
        cds_arena_reset(own.mem);
        status = srv_store_entry(&own, store, hits.numbers[i], &entry);
        if (status == CDS_OK && srv_caller_sees(srv_exchange_caller(exchange), entry.client))
            write_hit(buf, search, &entry);
    }
    cds_buf_char(buf, ']');
    if (status == CDS_OK && hits.more)
        cds_buf_format(buf, ",\"next\":\"%s\"", hits.last_id);
    if (own.error.status != CDS_OK)
        ctx->error = own.error;
    cds_arena_free(own.mem);
    return status;
}

void srv_search_get(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    asked of = {0};
    srv_store *store;
    cds_text body;
    cds_buf buf;
    if (!read_asked(exchange, &of))
        return;
    if (of.search.reference.data == NULL &&
        (srv_exchange_caller(exchange)->roles & SRV_AUDITOR) == 0) {
        srv_exchange_problem(exchange, 403,
                             "Without reference= this needs the role auditor; with it, a "
                             "client finds its own evaluations.");
        return;
    }
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"evaluations\":[");
    cds_status status =
        srv_keeping_reader(ctx, srv_worker_slot(srv_exchange_worker(exchange)), &store);
    if (status == CDS_OK)
        status = write_hits(exchange, store, &of.search, &buf);
    cds_buf_char(&buf, '}');
    if (status == CDS_OK)
        status = cds_buf_end(ctx, &buf, &body);
    if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, body);
    else
        srv_exchange_fail(exchange);
}
