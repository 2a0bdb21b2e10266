// SPDX-License-Identifier: Apache-2.0
// The frame: which evaluation, by which rules, how complete, and what is still to be asked.
#include "server/fhir/guidance.h"

#include "server/fhir/advice.h"
#include "server/fhir/names.h"
#include "server/fhir/resource.h"
#include "server/record/entry.h"

static void put_release(cds_buf *buf, const srv_guidance *guidance)
{
    cds_buf_word(buf, ",\"extension\":[{");
    srv_fhir_put_url(buf, "url", guidance->public_url, SRV_EXTENSION_RELEASE);
    srv_fhir_put_text(buf, "valueString", guidance->release_digest);
    cds_buf_word(buf, "}]");
}

static void put_identifier(cds_buf *buf, const srv_guidance *guidance)
{
    if (guidance->evaluation == NULL)
        return;
    cds_buf_word(buf, ",\"identifier\":[{");
    srv_fhir_put_url(buf, "system", guidance->public_url, "/v1/evaluations");
    srv_fhir_put_word(buf, "value", guidance->evaluation);
    cds_buf_word(buf, "}]");
}

/** The rules that were run: the release's own address. */
static void put_module(cds_buf *buf, const srv_guidance *guidance)
{
    cds_buf_word(buf, ",\"moduleUri\":\"");
    cds_buf_json_inside(buf, guidance->public_url);
    cds_buf_word(buf, "/v1/releases/");
    cds_buf_json_inside(buf, guidance->release_digest);
    cds_buf_char(buf, '"');
}

static void put_circumstances(cds_buf *buf, const srv_guidance *guidance)
{
    char time[SRV_TIME_LENGTH + 1];
    srv_time_format(guidance->time_ms, time);
    if (guidance->subject.length > 0) {
        cds_buf_word(buf, ",\"subject\":{");
        srv_fhir_put_text(buf, "reference", guidance->subject);
        cds_buf_char(buf, '}');
    }
    srv_fhir_put_word(buf, "occurrenceDateTime", time);
    cds_buf_word(buf, ",\"performer\":{\"display\":\"tendon " TENDON_VERSION "\"}"
                      ",\"note\":[{\"text\":\"Advice by the rules of release ");
    cds_buf_json_inside(buf, guidance->release_name);
    cds_buf_word(buf, ", for a clinician to decide on.\"}]");
}

/** An open question, by the item of the Questionnaire that asks it. */
static void put_requirement(cds_buf *buf, const srv_guidance *guidance,
                            const cds_json *question)
{
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"type\":\"QuestionnaireResponse\",\"codeFilter\":[{"
                      "\"path\":\"item.linkId\",\"code\":[{");
    srv_fhir_put_url(buf, "system", guidance->public_url, SRV_SYSTEM_ASSESSMENT);
    srv_fhir_put_text(buf, "code", srv_fhir_text(question, "pointer"));
    srv_fhir_put_trimmed(buf, "display", srv_fhir_text(question, "ask"));
    cds_buf_word(buf, "}]}]}");
}

static void put_requirements(cds_buf *buf, const srv_guidance *guidance,
                             const cds_json *questions)
{
    if (questions == NULL)
        return;
    srv_fhir_open(buf, "dataRequirement", '[');
    for (const cds_json *at = questions; at != NULL; at = at->next)
        put_requirement(buf, guidance, at);
    cds_buf_char(buf, ']');
}

cds_status srv_guidance_write(cds_ctx *ctx, const srv_guidance *guidance, cds_text *out)
{
    const cds_json *questions =
        srv_fhir_items(srv_fhir_member(guidance->decision, "questions"));
    const cds_json *incomplete =
        srv_fhir_items(srv_fhir_member(guidance->decision, "incomplete_rules"));
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"resourceType\":\"GuidanceResponse\"");
    srv_advice_write(&buf, guidance);
    put_release(&buf, guidance);
    put_identifier(&buf, guidance);
    put_module(&buf, guidance);
    srv_fhir_put_word(&buf, "status", questions == NULL ? "success" : "data-required");
    put_circumstances(&buf, guidance);
    if (incomplete != NULL)
        cds_buf_word(&buf, ",\"evaluationMessage\":[{\"reference\":\"#" SRV_INCOMPLETE "\"}]");
    cds_buf_word(&buf, ",\"outputParameters\":{\"reference\":\"#" SRV_ANSWERS "\"},"
                       "\"result\":{\"reference\":\"#" SRV_ADVICE "\"}");
    put_requirements(&buf, guidance, questions);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}
