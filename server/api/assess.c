// SPDX-License-Identifier: Apache-2.0
// The one path from bytes to a decision, for every way an assessment comes in.
#include "server/api/assess.h"

#include "engine/decide/reply.h"

/** The JSON of an assessment that fits the schema; else its faults. */
static cds_status read_json(cds_ctx *ctx, const cds_ruleset_view *rules, cds_text body,
                            const cds_json **out, cds_faults *faults)
{
    cds_status status = cds_json_parse(ctx, body, out);
    return status == CDS_OK ? cds_schema_check(ctx, rules->schema, *out, faults) : status;
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

cds_status srv_read_facts(cds_ctx *ctx, const cds_ruleset_view *rules,
                          srv_assessment assessment, srv_assessed *out, const cds_facts **facts)
{
    const cds_json *json = NULL;
    cds_status status = read_json(ctx, rules, assessment.body, &json, &out->faults);
    if (status == CDS_OK)
        status = cds_facts_read(ctx, rules->fields, json, facts);
    if (status == CDS_OK)
        status = settle_day(ctx, facts, assessment.today, out);
    if (status == CDS_OK)
        out->reference = reference_of(*facts);
    return status;
}

cds_status srv_decide(cds_ctx *ctx, cds_sandbox *sandbox, srv_assessment assessment,
                      srv_assessed *out)
{
    const cds_facts *facts = NULL;
    const cds_ruleset_view *rules = cds_ruleset_look(cds_sandbox_ruleset(sandbox));
    const cds_status status = srv_read_facts(ctx, rules, assessment, out, &facts);
    return status == CDS_OK ? cds_evaluate(ctx, sandbox, facts, &out->evaluation) : status;
}

cds_status srv_assess(cds_ctx *ctx, cds_sandbox *sandbox, srv_assessment assessment,
                      srv_assessed *out)
{
    const cds_status status = srv_decide(ctx, sandbox, assessment, out);
    return status == CDS_OK ? cds_reply_write(ctx, out->evaluation, &out->decision) : status;
}
