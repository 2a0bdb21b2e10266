// SPDX-License-Identifier: Apache-2.0
// One walk over a checked value fills the slots; what is absent or null stays unknown.
#include "engine/facts/facts.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/branch.h"

// Each of these says whether the value is of the field's kind, as the schema has seen to.
static bool read_options(const cds_field *field, const cds_json *value, uint64_t *out)
{
    uint64_t options = 0;
    for (const cds_json *item = value->child; item != NULL; item = item->next) {
        int place = item->kind == CDS_JSON_STRING ? cds_field_option(field, item->text) : -1;
        if (place < 0) {
            return false;
        }
        options |= (uint64_t)1 << place;
    }
    *out = options;
    return value->kind == CDS_JSON_ARRAY;
}

static bool read_option(const cds_field *field, const cds_json *value, unsigned *out)
{
    int place = value->kind == CDS_JSON_STRING ? cds_field_option(field, value->text) : -1;
    *out = place < 0 ? 0 : (unsigned)place;
    return place >= 0;
}

static bool read_fact(const cds_field *field, const cds_json *value, cds_fact *out)
{
    out->json = value;
    out->known = true;
    switch (field->kind) {
    case CDS_YESNO:
        out->yes = value->kind == CDS_JSON_TRUE;
        return out->yes || value->kind == CDS_JSON_FALSE;
    case CDS_WHOLE:
    case CDS_NUMBER:
        out->number = value->number;
        return value->kind == CDS_JSON_NUMBER;
    case CDS_DAY:
        return cds_date_parse(value->text, &out->day);
    case CDS_CHOICE:
        return read_option(field, value, &out->option);
    case CDS_CHOICES:
        return read_options(field, value, &out->options);
    case CDS_WORD:
        return value->kind == CDS_JSON_STRING;
    case CDS_WORDS:
    case CDS_ITEMS:
        return value->kind == CDS_JSON_ARRAY;
    }
    return false;
}

// NULL, or the first field whose value is not of its kind.
static const cds_field *read_branch(const cds_branch *branch, const cds_json *object,
                                    cds_fact *list)
{
    const cds_field *wrong = NULL;
    ptrdiff_t last = -1;
    const cds_json *member = object->child;
    for (; member != NULL && wrong == NULL; member = member->next) {
        ptrdiff_t place = cds_names_find_behind(&branch->names, member->name, last);
        if (place < 0 || member->kind == CDS_JSON_NULL) {
            continue;
        }
        last = place;
        const cds_twig *twig = &branch->twigs[place];
        if (twig->field == NULL) {
            wrong = read_branch(twig->branch, member, list);
        } else if (!read_fact(twig->field, member, &list[twig->field->index])) {
            wrong = twig->field;
        }
    }
    return wrong;
}

cds_status cds_facts_read(cds_ctx *ctx, const cds_fields *fields, const cds_json *value,
                          const cds_facts **out)
{
    cds_facts *facts = cds_alloc(ctx->mem, sizeof *facts);
    cds_fact *list = cds_alloc(ctx->mem, fields->count * sizeof *list);
    if (facts == NULL || list == NULL) {
        return cds_fail_memory(ctx);
    }
    const cds_field *wrong = read_branch(fields->trunk, value, list);
    if (wrong != NULL) { // its schema let pass what no field can hold
        char where[sizeof ctx->error.where];
        snprintf(where, sizeof where, "%.*s", (int)wrong->pointer.length, wrong->pointer.data);
        return cds_fail(ctx, CDS_INVALID, where, "This is not of its field's kind.");
    }
    facts->fields = fields;
    facts->list = list;
    *out = facts;
    return CDS_OK;
}

const cds_fact *cds_facts_of(const cds_facts *facts, const cds_field *field)
{
    return &facts->list[field->index];
}

cds_status cds_facts_with_day(cds_ctx *ctx, const cds_facts *facts, const cds_field *field,
                              cds_date day, const cds_facts **out)
{
    size_t bytes = facts->fields->count * sizeof *facts->list;
    cds_facts *made = cds_alloc(ctx->mem, sizeof *made);
    cds_fact *list = cds_alloc(ctx->mem, bytes);
    if (made == NULL || list == NULL) {
        return cds_fail_memory(ctx);
    }
    CDS_PROMISE(field->kind == CDS_DAY);
    memcpy(list, facts->list, bytes);
    list[field->index] = (cds_fact){.known = true, .day = day};
    made->fields = facts->fields;
    made->list = list;
    *out = made;
    return CDS_OK;
}

cds_status cds_facts_under(cds_ctx *ctx, const cds_facts *facts, const cds_fields *fields,
                           const cds_facts **out)
{
    cds_facts *made = cds_alloc(ctx->mem, sizeof *made);
    if (made == NULL) {
        return cds_fail_memory(ctx);
    }
    CDS_PROMISE(fields->count == facts->fields->count);
    *made = (cds_facts){fields, facts->list};
    *out = made;
    return CDS_OK;
}

void cds_fact_write(cds_buf *buf, const cds_field *field, const cds_fact *fact)
{
    char day[CDS_DATE_LENGTH + 1];
    if (fact->json != NULL) {
        cds_json_write(buf, fact->json);
        return;
    }
    CDS_PROMISE(field->kind == CDS_DAY);
    cds_date_format(fact->day, day);
    cds_buf_json(buf, cds_text_of(day));
}
