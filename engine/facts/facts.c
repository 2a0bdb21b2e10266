// SPDX-License-Identifier: Apache-2.0
// One walk over a checked value fills the slots; what is absent or null stays unknown.
#include "engine/facts/facts.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/branch.h"

static uint64_t options_of(const cds_field *field, const cds_json *list)
{
    uint64_t options = 0;
    for (const cds_json *one = list->child; one != NULL; one = one->next) {
        int place = cds_field_option(field, one->text);
        CDS_PROMISE(place >= 0); // the schema was checked
        options |= (uint64_t)1 << place;
    }
    return options;
}

static void read_fact(const cds_field *field, const cds_json *value, cds_fact *out)
{
    out->json = value;
    out->known = true;
    switch (field->kind) {
    case CDS_YESNO:
        out->yes = value->kind == CDS_JSON_TRUE;
        break;
    case CDS_WHOLE:
    case CDS_NUMBER:
        out->number = value->number;
        break;
    case CDS_DAY:
        CDS_PROMISE(cds_date_parse(value->text, &out->day)); // the schema was checked
        break;
    case CDS_CHOICE: {
        int place = cds_field_option(field, value->text);
        CDS_PROMISE(place >= 0); // the schema was checked
        out->option = (unsigned)place;
        break;
    }
    case CDS_CHOICES:
        out->options = options_of(field, value);
        break;
    case CDS_WORD:
    case CDS_WORDS:
    case CDS_ITEMS:
        break;
    }
}

static void read_branch(const cds_branch *branch, const cds_json *object, cds_fact *list)
{
    for (const cds_json *one = object->child; one != NULL; one = one->next) {
        ptrdiff_t place = cds_names_find(&branch->names, one->name);
        if (place < 0 || one->kind == CDS_JSON_NULL)
            continue;
        const cds_twig *twig = &branch->twigs[place];
        if (twig->field != NULL)
            read_fact(twig->field, one, &list[twig->field->index]);
        else
            read_branch(twig->branch, one, list);
    }
}

cds_status cds_facts_read(cds_ctx *ctx, const cds_fields *fields, const cds_json *value,
                          const cds_facts **out)
{
    cds_facts *facts = cds_alloc(ctx->mem, sizeof *facts);
    cds_fact *list = cds_alloc(ctx->mem, (fields->count + 1) * sizeof *list);
    if (facts == NULL || list == NULL)
        return cds_fail_memory(ctx);
    read_branch(fields->trunk, value, list);
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
    if (made == NULL || list == NULL)
        return cds_fail_memory(ctx);
    memcpy(list, facts->list, bytes);
    list[field->index] = (cds_fact){.known = true, .day = day};
    made->fields = facts->fields;
    made->list = list;
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
