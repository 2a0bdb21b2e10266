// SPDX-License-Identifier: Apache-2.0
// A QuestionnaireResponse: items whose linkId is a field's pointer, at any depth. The others
// say nothing here.
#include "engine/facts/pointer.h"
#include "server/fhir/item.h"
#include "server/fhir/resource.h"
#include "server/fhir/sources.h"

/** Where one is in the response; made into a pointer only when it is needed. */
typedef struct step {
    const struct step *up;
    cds_text name; // data NULL: the index
    size_t index;
} step;

typedef struct reading {
    const srv_sources *sources;
    const cds_field *field; // of the item that is read; NULL: none
} reading;

static void put_step(cds_buf *buf, const step *at)
{
    if (at->up != NULL)
        put_step(buf, at->up);
    if (at->up == NULL)
        cds_buf_text(buf, at->name);
    else if (at->name.data != NULL)
        cds_pointer_add(buf, at->name);
    else
        cds_buf_format(buf, "/%zu", at->index);
}

static cds_text pointer_of(cds_ctx *ctx, const step *at)
{
    cds_text pointer = {0};
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    put_step(&buf, at);
    (void)cds_buf_end(ctx, &buf, &pointer);
    return pointer;
}

static void put_range(cds_buf *buf, const cds_field *field)
{
    if (!field->has_minimum || !field->has_maximum)
        return;
    cds_buf_word(buf, " from ");
    cds_buf_number(buf, field->minimum);
    cds_buf_word(buf, " to ");
    cds_buf_number(buf, field->maximum);
}

static const char *expected(const cds_field *field)
{
    switch (field->kind) {
    case CDS_YESNO:
        return "true or false, as valueBoolean";
    case CDS_WHOLE:
        return "a whole number, as valueInteger,";
    case CDS_NUMBER:
        return "a number, as valueDecimal,";
    case CDS_DAY:
        return "a day that exists, as valueDate (YYYY-MM-DD)";
    case CDS_CHOICE:
        return "the code of one of its options, as valueCoding";
    case CDS_CHOICES:
        return "the codes of its options, each as valueCoding, or `none` alone";
    case CDS_WORD:
    case CDS_WORDS:
    case CDS_ITEMS:
        return "a text, as valueString";
    }
    return "";
}

/** `what` NULL: what the field expects. */
static void fault(const reading *in, const step *at, const char *what)
{
    cds_ctx *ctx = in->sources->ctx;
    cds_faults *faults = in->sources->faults;
    cds_text detail = {0};
    cds_buf buf;
    if (faults == NULL || faults->count == CDS_FAULTS_MAX)
        return;
    cds_buf_init(&buf, ctx->mem);
    if (in->field != NULL) {
        cds_buf_word(&buf, "linkId ");
        cds_buf_text(&buf, in->field->pointer);
        cds_buf_word(&buf, ": ");
    }
    cds_buf_word(&buf, what != NULL ? what : expected(in->field));
    if (what == NULL)
        put_range(&buf, in->field);
    if (cds_buf_end(ctx, &buf, &detail) == CDS_OK)
        faults->list[faults->count++] = (cds_fault){pointer_of(ctx, at), detail};
}

/** The `value[x]` of an answer, NULL: it has none; of a Coding, its code. */
static const cds_json *value_of(const cds_json *answer, size_t *count)
{
    const cds_json *found = NULL;
    *count = 0;
    for (const cds_json *at = answer->child; at != NULL; at = at->next) {
        if (!cds_text_starts(at->name, "value") || at->kind == CDS_JSON_NULL)
            continue;
        *count += 1;
        found = at;
    }
    if (found == NULL || !cds_text_is(found->name, "valueCoding"))
        return found;
    const cds_json *code = srv_fhir_member(found, "code");
    return code == NULL ? found : code;
}

/** `none` stands for the empty list. */
static const cds_json *item_of(const cds_field *field, const cds_json *code)
{
    static const cds_json empty = {.kind = CDS_JSON_ARRAY};
    const bool is_none = srv_item_has_none(field) && code->kind == CDS_JSON_STRING &&
                         cds_text_is(code->text, SRV_NONE_OF_THESE);
    return is_none ? &empty : code;
}

/** Whether an answer before this one says another thing. */
static bool differs(const reading *in, const cds_json *value)
{
    const srv_said *said = &in->sources->picture->list[in->field->index].said;
    if (said->value == NULL || said->source != SRV_SAYS_RESPONSE)
        return false;
    if (in->field->kind == CDS_CHOICES)
        return (said->options == 0) != (value->kind == CDS_JSON_ARRAY);
    return !cds_json_equal(said->value, value);
}

static void put_value(const reading *in, const cds_json *value, const step *at)
{
    const bool is_strict = in->sources->faults != NULL;
    srv_said said = {.value = value, .source = SRV_SAYS_RESPONSE};
    if (in->field->kind == CDS_WORD && !is_strict)
        return; // only the schema can tell whether it fits
    if (in->field->kind == CDS_CHOICES)
        said.value = item_of(in->field, value);
    if (in->field->kind == CDS_WORD)
        said.where = pointer_of(in->sources->ctx, at);
    if (is_strict && differs(in, said.value))
        fault(in, at,
              in->field->kind == CDS_CHOICES ? "`none` stands alone, without other options"
                                             : "answered twice, and not alike: answer it once");
    else if (!srv_picture_put(in->sources->picture, in->field, said))
        fault(in, at, NULL);
}

static void put_answer(const reading *in, const cds_json *answer, const step *at)
{
    size_t count;
    if (answer->kind != CDS_JSON_OBJECT) {
        fault(in, at, "an answer is an object");
        return;
    }
    const cds_json *value = value_of(answer, &count);
    if (count > 1)
        fault(in, at, "an answer has one value[x]");
    else if (value != NULL)
        put_value(in, value, at);
}

static void put_items(const srv_sources *sources, const cds_json *items, const step *at);

/** Each answer, and the items inside it. */
static void put_answers(const reading *in, const cds_json *answers, const step *up)
{
    size_t index = 0;
    const step list = {up, CDS_TEXT("answer"), 0};
    if (answers == NULL || answers->kind == CDS_JSON_NULL)
        return;
    if (answers->kind != CDS_JSON_ARRAY && in->field != NULL)
        fault(in, &list, "`answer` is an array");
    for (const cds_json *at = srv_fhir_items(answers); at != NULL; at = at->next) {
        const step here = {&list, {0}, index++};
        if (in->field != NULL)
            put_answer(in, at, &here);
        put_items(in->sources, srv_fhir_member(at, "item"), &here);
    }
}

static void put_item(const srv_sources *sources, const cds_json *item, const step *at)
{
    const cds_text link = srv_fhir_text(item, "linkId");
    const reading in = {sources, link.length == 0
                                     ? NULL
                                     : cds_fields_at_pointer(sources->picture->fields, link)};
    if (item->kind != CDS_JSON_OBJECT)
        fault(&in, at, "an item is an object");
    put_answers(&in, srv_fhir_member(item, "answer"), at);
    put_items(sources, srv_fhir_member(item, "item"), at);
}

static void put_items(const srv_sources *sources, const cds_json *items, const step *up)
{
    size_t index = 0;
    const step list = {up, CDS_TEXT("item"), 0};
    if (items != NULL && items->kind != CDS_JSON_ARRAY && items->kind != CDS_JSON_NULL)
        fault(&(reading){sources, NULL}, &list, "`item` is an array");
    for (const cds_json *at = srv_fhir_items(items); at != NULL; at = at->next) {
        const step here = {&list, {0}, index++};
        put_item(sources, at, &here);
    }
}

static bool stands(const cds_json *response)
{
    const cds_text status = srv_fhir_text(response, "status");
    return !cds_text_is(status, "entered-in-error") && !cds_text_is(status, "stopped");
}

void srv_sources_answers(const srv_sources *sources, const cds_json *response, cds_text pointer)
{
    const step root = {NULL, pointer, 0};
    put_items(sources, srv_fhir_member(response, "item"), &root);
}

/** The latest of them by its time, the first of equal ones. */
static const cds_json *latest(const srv_sources *sources, const cds_json *value)
{
    const cds_json *best = NULL;
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        if (!srv_fhir_is(at, "QuestionnaireResponse") || !stands(at) ||
            !srv_sources_concern(sources, at))
            continue;
        if (best == NULL || cds_text_compare(srv_fhir_text(at, "authored"),
                                             srv_fhir_text(best, "authored")) > 0)
            best = at;
    }
    return best;
}

void srv_sources_response(const srv_sources *sources, const cds_json *value)
{
    const cds_json *response = latest(sources, value);
    if (response != NULL)
        srv_sources_answers(sources, response, (cds_text){0});
}
