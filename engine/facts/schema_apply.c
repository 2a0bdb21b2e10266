// SPDX-License-Identifier: Apache-2.0
// Reads the keywords that hold schemas, and those that list what a value may be.
#include "engine/facts/schema_load.h"

cds_status cds_load_nodes(cds_loader *load, const cds_json *list, void *to)
{
    cds_nodes nodes = {NULL, 0};
    if (list->kind != CDS_JSON_ARRAY || list->count == 0) {
        return cds_refuse(load, list, "This keyword takes a list of at least one schema.");
    }
    nodes.list = cds_alloc(load->ctx->mem, list->count * sizeof(cds_node *));
    if (nodes.list == NULL) {
        return cds_fail_memory(load->ctx);
    }
    for (const cds_json *item = list->child; item != NULL; item = item->next) {
        cds_status status = cds_load_node(load, item, &nodes.list[nodes.count++]);
        if (status != CDS_OK) {
            return status;
        }
    }
    *(cds_nodes *)to = nodes;
    return CDS_OK;
}

cds_status cds_load_named(cds_loader *load, const cds_json *object, void *to)
{
    cds_named_nodes *out = to;
    if (object->kind != CDS_JSON_OBJECT) {
        return cds_refuse(load, object, "This keyword takes an object of schemas.");
    }
    size_t at = 0;
    cds_text *names = cds_alloc(load->ctx->mem, object->count * sizeof *names);
    out->list = cds_alloc(load->ctx->mem, object->count * sizeof(cds_node *));
    if (names == NULL || out->list == NULL) {
        return cds_fail_memory(load->ctx);
    }
    for (const cds_json *member = object->child; member != NULL; member = member->next) {
        names[at] = member->name;
        cds_status status = cds_load_node(load, member, &out->list[at++]);
        if (status != CDS_OK) {
            return status;
        }
    }
    return cds_names_build(load->ctx, names, object->count, &out->names);
}

static void add_choice(cds_choice *choice, cds_text *words, const cds_json *value)
{
    if (value->kind == CDS_JSON_STRING) {
        words[choice->words.count++] = value->text;
    } else {
        choice->others[choice->other_count++] = value;
    }
}

static cds_status end_choice(cds_loader *load, cds_text *words, cds_choice *choice)
{
    choice->given = true;
    return cds_names_build(load->ctx, words, choice->words.count, &choice->words);
}

// Room for `count` values; NULL where there is no memory.
static cds_text *begin_choice(cds_loader *load, size_t count, cds_choice *choice)
{
    *choice = (cds_choice){.others = cds_alloc(load->ctx->mem, count * sizeof(cds_json *))};
    cds_text *words = cds_alloc(load->ctx->mem, count * sizeof *words);
    return choice->others == NULL ? NULL : words;
}

cds_status cds_load_constant(cds_loader *load, const cds_json *value, void *to)
{
    cds_text *words = begin_choice(load, 1, to);
    if (words == NULL) {
        return cds_fail_memory(load->ctx);
    }
    add_choice(to, words, value);
    return end_choice(load, words, to);
}

cds_status cds_load_listed(cds_loader *load, const cds_json *list, void *to)
{
    if (list->kind != CDS_JSON_ARRAY) {
        return cds_refuse(load, list, "enum takes a list of values.");
    }
    cds_text *words = begin_choice(load, list->count, to);
    if (words == NULL) {
        return cds_fail_memory(load->ctx);
    }
    for (const cds_json *value = list->child; value != NULL; value = value->next) {
        add_choice(to, words, value);
    }
    return end_choice(load, words, to);
}

// The one value that fits a node which says nothing but `const`, or `type: null`; else NULL.
static const cds_json *only_value(const cds_node *node)
{
    static const cds_json null = {.kind = CDS_JSON_NULL};
    bool is_plain = !node->never && node->number == NULL && node->string == NULL &&
                    node->array == NULL && node->object == NULL && node->combine == NULL;
    if (!is_plain) {
        return NULL;
    }
    if (node->value == NULL) {
        return node->types == CDS_TYPE_NULL ? &null : NULL;
    }
    bool is_constant = node->value->constant.given && !node->value->listed.given &&
                       node->types == CDS_TYPE_ANY;
    return is_constant ? cds_json_member(node->json, CDS_TEXT("const")) : NULL;
}

static bool are_distinct_values(const cds_nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        const cds_json *value = only_value(nodes->list[i]);
        if (value == NULL) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (cds_json_equal(value, only_value(nodes->list[j]))) {
                return false;
            }
        }
    }
    return true;
}

cds_status cds_fold_choices(cds_loader *load, cds_node *node)
{
    if (node->combine == NULL || node->combine->one.count == 0 ||
        !are_distinct_values(&node->combine->one)) {
        return CDS_OK;
    }
    cds_nodes *from = &node->combine->one;
    if (node->value == NULL) {
        node->value = cds_alloc(load->ctx->mem, sizeof *node->value);
    }
    cds_choice *choice = node->value == NULL ? NULL : &node->value->chosen;
    cds_text *words = choice == NULL ? NULL : begin_choice(load, from->count, choice);
    if (words == NULL) {
        return cds_fail_memory(load->ctx);
    }
    for (size_t i = 0; i < from->count; i++) {
        add_choice(choice, words, only_value(from->list[i]));
    }
    from->count = 0;
    return end_choice(load, words, choice);
}
