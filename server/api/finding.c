// SPDX-License-Identifier: Apache-2.0
// From words to a search of the record, and from its hits to a page.
#include "server/api/finding.h"

#include <string.h>
#include <time.h>

#include "engine/base/arena.h"
#include "server/api/envelope.h"
#include "server/record/entry.h"
#include "server/record/shown.h"

#define ENTRY_ARENA_BYTES ((size_t)4 << 20)
#define DAY_SECONDS 86400

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

static bool take_day(srv_finding *finding, cds_text value)
{
    cds_date day;
    if (!cds_date_parse(value, &day) || day.days < 0)
        return false;
    srv_entry_first_id(midnight_ms(day), finding->from_id);
    srv_entry_first_id(midnight_ms((cds_date){day.days + 1}), finding->before_id);
    finding->search.from_id = cds_text_of(finding->from_id);
    finding->search.before_id = cds_text_of(finding->before_id);
    return true;
}

static bool take_rule(srv_finding *finding, cds_text value)
{
    finding->search.rule = value;
    return true;
}

static bool take_answer(srv_finding *finding, cds_text value)
{
    const char *colon = value.length == 0 ? NULL : memchr(value.data, ':', value.length);
    if (colon == NULL)
        return false;
    const size_t length = (size_t)(colon - value.data);
    finding->search.decision = (cds_text){value.data, length};
    finding->search.answer = (cds_text){colon + 1, value.length - length - 1};
    return true;
}

static bool take_reference(srv_finding *finding, cds_text value)
{
    finding->search.reference = value;
    return true;
}

bool srv_finding_after(srv_finding *finding, cds_text value)
{
    if (value.length != SRV_ID_LENGTH)
        return false;
    if (finding->search.before_id.data != NULL &&
        cds_text_compare(value, finding->search.before_id) >= 0)
        return true;
    memcpy(finding->before_id, value.data, SRV_ID_LENGTH);
    finding->before_id[SRV_ID_LENGTH] = '\0';
    finding->search.before_id = cds_text_of(finding->before_id);
    return true;
}

// `after` narrows what `day` said, and comes after it.
const srv_finding_word srv_finding_words[SRV_FINDING_WORDS] = {
    {"day", "a day like 2026-11-22", take_day},
    {"rule", "a rule's id like class/join-now", take_rule},
    {"answer", "a decision and one of its answers, with a colon between them", take_answer},
    {"reference", "the reference that the assessment gave", take_reference},
    {"after", "what `next` of the page before said", srv_finding_after},
};

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

cds_status srv_finding_page(cds_ctx *ctx, srv_store *store, const srv_finding *finding,
                            srv_hits *hits, cds_buf *buf)
{
    cds_ctx own = {.mem = cds_arena_new(ENTRY_ARENA_BYTES)};
    CDS_PROMISE(own.mem != NULL);
    cds_status status = srv_store_search(ctx, store, &finding->search, hits);
    for (size_t i = 0; status == CDS_OK && i < hits->count; i++) {
        srv_entry entry;
        cds_arena_reset(own.mem);
        status = srv_store_find(&own, store, cds_text_of(hits->ids[i]), &entry);
        if (status == CDS_OK && srv_caller_sees(finding->caller, entry.client))
            write_hit(buf, &finding->search, &entry);
    }
    if (own.error.status != CDS_OK)
        ctx->error = own.error;
    cds_arena_free(own.mem);
    return status;
}
