// SPDX-License-Identifier: Apache-2.0
// The one path from bytes to a decision, for every way an assessment comes in.
#include "server/api/assess.h"

#include "engine/decide/reply.h"

static cds_status read_facts(cds_ctx *ctx, const cds_ruleset_view *rules, cds_text body,
                             const cds_facts **out, cds_faults *faults)
{
    const cds_json *json;
    cds_status status = cds_json_parse(ctx, body, &json);
    if (status == CDS_OK)
        status = cds_schema_check(ctx, rules->schema, json, faults);
    if (status == CDS_OK)
        status = cds_facts_read(ctx, rules->fields, json, out);
    return status;
}

/** The day the facts hold for: as given, else today, said to be assumed. */
static cds_status settle_day(cds_ctx *ctx, const cds_facts **facts, cds_date today,
                             srv_assessed *out)
{
    const cds_field *field = cds_fields_find((*facts)->fields, CDS_TEXT("assessed_on"));
    if (field == NULL || field->kind != CDS_DAY)
        return CDS_OK;
    const cds_fact *fact = cds_facts_of(*facts, field);
    cds_date day = fact->known ? fact->day : today;
    out->assessed_on_assumed = !fact->known;
    cds_date_format(day, out->assessed_on);
    return fact->known ? CDS_OK : cds_facts_with_day(ctx, *facts, field, today, facts);
}

static cds_text reference_of(const cds_facts *facts)
{
    const cds_field *field = cds_fields_find(facts->fields, CDS_TEXT("patient.reference"));
    if (field == NULL || field->kind != CDS_WORD)
        return (cds_text){0};
    const cds_fact *fact = cds_facts_of(facts, field);
    return fact->known ? fact->json->text : (cds_text){0};
}

cds_status srv_assess(cds_ctx *ctx, cds_sandbox *sandbox, cds_text body, cds_date today,
                      srv_assessed *out, cds_faults *faults)
{
    const cds_facts *facts = NULL;
    srv_assessed assessed = {0};
    const cds_ruleset_view *rules = cds_ruleset_look(cds_sandbox_ruleset(sandbox));
    cds_status status = read_facts(ctx, rules, body, &facts, faults);
    if (status == CDS_OK)
        status = settle_day(ctx, &facts, today, &assessed);
    if (status == CDS_OK)
        status = cds_evaluate(ctx, sandbox, facts, &assessed.evaluation);
    if (status == CDS_OK)
        status = cds_reply_write(ctx, assessed.evaluation, &assessed.decision);
    if (status != CDS_OK)
        return status;
    assessed.reference = reference_of(facts);
    *out = assessed;
    return CDS_OK;
}
