// SPDX-License-Identifier: Apache-2.0
// What a schema expects, in words a person can act on. null, which says that nothing is known,
// is named only where nothing else is allowed.
#include <math.h>

#include "engine/facts/schema_walk.h"

static bool is_named(const cds_choice *choice, const cds_json *other)
{
    bool is_alone = choice->words.count + choice->other_count == 1;
    return other->kind != CDS_JSON_NULL || is_alone;
}

static size_t count_named(const cds_choice *choice)
{
    size_t count = choice->words.count;
    for (size_t i = 0; i < choice->other_count; i++) {
        count += is_named(choice, choice->others[i]);
    }
    return count;
}

static void add_choice(cds_buf *buf, const cds_choice *choice)
{
    size_t count = count_named(choice);
    const char *between = "";
    cds_buf_word(buf, count > 1 ? "one of: " : count == 1 ? "" : "nothing at all");
    for (size_t i = 0; i < choice->words.count; i++) {
        cds_buf_word(buf, between);
        cds_buf_text(buf, choice->words.list[i]);
        between = ", ";
    }
    for (size_t i = 0; i < choice->other_count; i++) {
        if (is_named(choice, choice->others[i])) {
            cds_buf_word(buf, between);
            cds_json_write(buf, choice->others[i]);
            between = ", ";
        }
    }
}

static void add_limit(cds_buf *buf, const char *words, double limit)
{
    if (isfinite(limit)) {
        cds_buf_word(buf, words);
        cds_buf_number(buf, limit);
    }
}

static void add_number(cds_buf *buf, const cds_node *node, unsigned types)
{
    const cds_number_part *part = node->number;
    cds_buf_word(buf, types & CDS_TYPE_NUMBER ? "a number" : "a whole number");
    if (part == NULL) {
        return;
    }
    bool has_both = isfinite(part->minimum) && isfinite(part->maximum);
    add_limit(buf, has_both ? " from " : " of at least ", part->minimum);
    add_limit(buf, has_both ? " to " : " of at most ", part->maximum);
    add_limit(buf, " above ", part->above);
    add_limit(buf, " below ", part->below);
    if (part->multiple > 0) {
        add_limit(buf, ", a multiple of ", part->multiple);
    }
}

static void add_length(cds_buf *buf, size_t least, size_t most)
{
    size_t last = most < SIZE_MAX ? most : least;
    if (least > 0 && most < SIZE_MAX) {
        cds_buf_format(buf, " of %zu to %zu character", least, most);
    } else if (least > 0) {
        cds_buf_format(buf, " of at least %zu character", least);
    } else if (most < SIZE_MAX) {
        cds_buf_format(buf, " of at most %zu character", most);
    } else {
        return;
    }
    cds_buf_word(buf, last == 1 ? "" : "s");
}

static void add_string(cds_buf *buf, const cds_node *node)
{
    const cds_string_part *part = node->string;
    bool has_format = part != NULL && part->format != NULL;
    cds_buf_word(buf, has_format ? part->format->expected : "text");
    if (part == NULL) {
        return;
    }
    add_length(buf, part->min_length, part->max_length);
    if (part->pattern.regex != NULL) {
        cds_buf_word(buf, " that fits the pattern ");
        cds_buf_text(buf, part->pattern.text);
    }
}

static void add_type(cds_buf *buf, const cds_node *node, unsigned type)
{
    switch (type) {
    case CDS_TYPE_NULL:
        cds_buf_word(buf, "null");
        return;
    case CDS_TYPE_BOOLEAN:
        cds_buf_word(buf, "true or false");
        return;
    case CDS_TYPE_STRING:
        add_string(buf, node);
        return;
    case CDS_TYPE_ARRAY:
        cds_buf_word(buf, "a list");
        return;
    case CDS_TYPE_OBJECT:
        cds_buf_word(buf, "an object");
        return;
    default:
        add_number(buf, node, type);
    }
}

static unsigned type_of(const cds_json *value)
{
    static const unsigned types[] = {
        [CDS_JSON_NULL] = CDS_TYPE_NULL,     [CDS_JSON_FALSE] = CDS_TYPE_BOOLEAN,
        [CDS_JSON_TRUE] = CDS_TYPE_BOOLEAN,  [CDS_JSON_NUMBER] = CDS_TYPE_NUMBER,
        [CDS_JSON_STRING] = CDS_TYPE_STRING, [CDS_JSON_ARRAY] = CDS_TYPE_ARRAY,
        [CDS_JSON_OBJECT] = CDS_TYPE_OBJECT,
    };
    return types[value->kind];
}

static void add_types(cds_buf *buf, const cds_node *node, unsigned types)
{
    const char *between = "";
    if (types != CDS_TYPE_NULL) {
        types &= ~(unsigned)CDS_TYPE_NULL;
    }
    if (types & CDS_TYPE_NUMBER) {
        types &= ~(unsigned)CDS_TYPE_INTEGER;
    }
    for (unsigned type = 1; type < CDS_TYPE_ANY; type *= 2) {
        if (types & type) {
            cds_buf_word(buf, between);
            add_type(buf, node, type);
            between = " or ";
        }
    }
}

void cds_node_describe(cds_buf *buf, const cds_node *node, const cds_json *value)
{
    const cds_value_part *part = node->value;
    cds_buf_word(buf, "expected ");
    if (part != NULL && part->chosen.given) {
        add_choice(buf, &part->chosen);
    } else if (part != NULL && part->constant.given) {
        add_choice(buf, &part->constant);
    } else if (part != NULL && part->listed.given) {
        add_choice(buf, &part->listed);
    } else {
        add_types(buf, node, node->types == CDS_TYPE_ANY ? type_of(value) : node->types);
    }
}
