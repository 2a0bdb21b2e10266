// SPDX-License-Identifier: Apache-2.0
// The table of all keywords, and the walk that reads a document by it.
#include "engine/facts/schema_load.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "engine/facts/pointer.h"

// Where a keyword's value goes: a part of the node, made when it is first needed.
static const cds_number_part no_numbers = {
    .minimum = -INFINITY, .maximum = INFINITY, .above = -INFINITY, .below = INFINITY};
static const cds_string_part no_strings = {.max_length = SIZE_MAX};
static const cds_array_part no_arrays = {
    .min_contains = 1, .max_contains = SIZE_MAX, .max_items = SIZE_MAX};
static const cds_object_part no_objects = {.max_members = SIZE_MAX};
static const cds_combine_part no_combination = {.ref = NULL};
static const cds_value_part no_values = {.constant = {.given = false}};
static const cds_aside_part no_aside = {.content = NULL};

typedef struct part {
    size_t pointer_offset;
    const void *blank;
    size_t bytes;
} part;

#define PART(member, blank)                                                                    \
    {                                                                                          \
        offsetof(cds_node, member), &(blank), sizeof(blank)                                    \
    }

enum { NUMBER, STRING, ARRAY, OBJECT, COMBINE, VALUE, ASIDE, NODE };

static const part parts[] = {
    [NUMBER] = PART(number, no_numbers),       [STRING] = PART(string, no_strings),
    [ARRAY] = PART(array, no_arrays),          [OBJECT] = PART(object, no_objects),
    [COMBINE] = PART(combine, no_combination), [VALUE] = PART(value, no_values),
    [ASIDE] = PART(aside, no_aside),
};

typedef struct keyword {
    const char *name;
    int part;
    size_t offset;
    cds_keyword_fn load;
} keyword;

#define IN_NODE(member) NODE, offsetof(cds_node, member)
#define IN_NUMBER(member) NUMBER, offsetof(cds_number_part, member)
#define IN_STRING(member) STRING, offsetof(cds_string_part, member)
#define IN_ARRAY(member) ARRAY, offsetof(cds_array_part, member)
#define IN_OBJECT(member) OBJECT, offsetof(cds_object_part, member)
#define IN_COMBINE(member) COMBINE, offsetof(cds_combine_part, member)
#define IN_VALUE(member) VALUE, offsetof(cds_value_part, member)
#define IN_ASIDE(member) ASIDE, offsetof(cds_aside_part, member)
#define NOWHERE NODE, 0

static const keyword keywords[] = {
    {"type", IN_NODE(types), cds_load_types},
    {"const", IN_VALUE(constant), cds_load_constant},
    {"enum", IN_VALUE(listed), cds_load_listed},
    {"minimum", IN_NUMBER(minimum), cds_load_bound},
    {"maximum", IN_NUMBER(maximum), cds_load_bound},
    {"exclusiveMinimum", IN_NUMBER(above), cds_load_bound},
    {"exclusiveMaximum", IN_NUMBER(below), cds_load_bound},
    {"multipleOf", NUMBER, 0, cds_load_multiple},
    {"minLength", IN_STRING(min_length), cds_load_count},
    {"maxLength", IN_STRING(max_length), cds_load_count},
    {"pattern", IN_STRING(pattern), cds_load_pattern},
    {"format", IN_STRING(format), cds_load_format},
    {"prefixItems", IN_ARRAY(prefix), cds_load_nodes},
    {"items", IN_ARRAY(items), cds_load_node},
    {"contains", IN_ARRAY(contains), cds_load_node},
    {"minContains", IN_ARRAY(min_contains), cds_load_count},
    {"maxContains", IN_ARRAY(max_contains), cds_load_count},
    {"minItems", IN_ARRAY(min_items), cds_load_count},
    {"maxItems", IN_ARRAY(max_items), cds_load_count},
    {"uniqueItems", IN_ARRAY(unique), cds_load_flag},
    {"properties", IN_OBJECT(properties), cds_load_named},
    {"patternProperties", IN_OBJECT(patterns), cds_load_patterns},
    {"additionalProperties", IN_OBJECT(additional), cds_load_node},
    {"propertyNames", IN_OBJECT(names), cds_load_node},
    {"required", IN_OBJECT(required), cds_load_texts},
    {"minProperties", IN_OBJECT(min_members), cds_load_count},
    {"maxProperties", IN_OBJECT(max_members), cds_load_count},
    {"dependentRequired", IN_OBJECT(needs), cds_load_needs},
    {"dependentSchemas", IN_OBJECT(dependents), cds_load_named},
    {"$ref", IN_COMBINE(ref), cds_load_ref},
    {"allOf", IN_COMBINE(all), cds_load_nodes},
    {"anyOf", IN_COMBINE(any), cds_load_nodes},
    {"oneOf", IN_COMBINE(one), cds_load_nodes},
    {"not", IN_COMBINE(not_this), cds_load_node},
    {"if", IN_COMBINE(if_this), cds_load_node},
    {"then", IN_COMBINE(then_this), cds_load_node},
    {"else", IN_COMBINE(else_this), cds_load_node},
    {"$defs", IN_ASIDE(defs), cds_load_named},
    {"contentSchema", IN_ASIDE(content), cds_load_node},
    {"$anchor", NOWHERE, cds_load_anchor},
    {"$schema", NOWHERE, cds_load_dialect},
    {"$id", NOWHERE, cds_load_nothing}, // read before the others
    {"$comment", NOWHERE, cds_load_nothing},
    {"title", NOWHERE, cds_load_nothing},
    {"description", NOWHERE, cds_load_nothing},
    {"default", NOWHERE, cds_load_nothing},
    {"examples", NOWHERE, cds_load_nothing},
    {"deprecated", NOWHERE, cds_load_nothing},
    {"readOnly", NOWHERE, cds_load_nothing},
    {"writeOnly", NOWHERE, cds_load_nothing},
    {"contentMediaType", NOWHERE, cds_load_nothing},
    {"contentEncoding", NOWHERE, cds_load_nothing},
};

#define KEYWORDS (sizeof keywords / sizeof *keywords)

static const struct {
    const char *name, *instead;
} refused[] = {
    {"unevaluatedProperties", "additionalProperties"},
    {"unevaluatedItems", "items"},
    {"$dynamicRef", "$ref"},
    {"$dynamicAnchor", "$anchor"},
    {"$recursiveRef", "$ref"},
    {"$recursiveAnchor", "$anchor"},
    {"$vocabulary", NULL},
    {"dependencies", "dependentRequired or dependentSchemas"},
    {"definitions", "$defs"},
    {"additionalItems", "items"},
};

cds_status cds_load_nothing(cds_loader *load, const cds_json *any, void *to)
{
    (void)load;
    (void)any;
    (void)to;
    return CDS_OK;
}

static cds_status refuse_keyword(cds_loader *load, const cds_json *member)
{
    cds_text names[KEYWORDS];
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (cds_text_is(member->name, refused[i].name)) {
            const char *instead = refused[i].instead;
            return cds_refuse(load, member, "The keyword %s is not supported%s%s.",
                              refused[i].name, instead == NULL ? "" : "; write ",
                              instead == NULL ? "" : instead);
        }
    }
    for (size_t i = 0; i < KEYWORDS; i++) {
        names[i] = cds_text_of(keywords[i].name);
    }
    cds_text nearest = cds_text_nearest(member->name, names, KEYWORDS);
    return cds_refuse(load, member, "This is no keyword of a schema%s%.*s%s",
                      nearest.data == NULL ? "" : "; did you mean ", (int)nearest.length,
                      nearest.data == NULL ? "" : nearest.data,
                      nearest.data == NULL ? "; a remark of your own begins with x-." : "?");
}

// The node's part that the keyword belongs to, made where it is not there yet.
static void *part_of(cds_loader *load, cds_node *node, const keyword *word)
{
    if (word->part == NODE) {
        return (char *)node + word->offset;
    }
    const part *kind = &parts[word->part];
    void **pointer = (void **)(void *)((char *)node + kind->pointer_offset);
    if (*pointer == NULL) {
        *pointer = cds_alloc(load->ctx->mem, kind->bytes);
        if (*pointer == NULL) {
            return NULL;
        }
        memcpy(*pointer, kind->blank, kind->bytes);
    }
    return (char *)*pointer + word->offset;
}

static cds_status load_keyword(cds_loader *load, cds_node *node, const cds_json *member)
{
    if (cds_text_starts(member->name, "x-")) {
        return CDS_OK;
    }
    for (size_t i = 0; i < KEYWORDS; i++) {
        if (cds_text_is(member->name, keywords[i].name)) {
            void *to = part_of(load, node, &keywords[i]);
            load->node = node;
            return to == NULL ? cds_fail_memory(load->ctx) : keywords[i].load(load, member, to);
        }
    }
    return refuse_keyword(load, member);
}

static cds_status load_keywords(cds_loader *load, cds_node *node)
{
    const cds_json *id = cds_json_member(node->json, CDS_TEXT("$id"));
    cds_status status = id == NULL ? CDS_OK : cds_load_id(load, id, node->json);
    node->resource = load->resource;
    const cds_json *member = node->json->child;
    for (; member != NULL && status == CDS_OK; member = member->next) {
        status = load_keyword(load, node, member);
    }
    return status == CDS_OK ? cds_fold_choices(load, node) : status;
}

cds_status cds_load_node(cds_loader *load, const cds_json *json, void *to)
{
    bool is_boolean = json->kind == CDS_JSON_TRUE || json->kind == CDS_JSON_FALSE;
    if (!is_boolean && json->kind != CDS_JSON_OBJECT) {
        return cds_refuse(load, json, "A schema is an object, true or false.");
    }
    cds_node *node = cds_alloc(load->ctx->mem, sizeof *node);
    if (node == NULL) {
        return cds_fail_memory(load->ctx);
    }
    *node = (cds_node){.types = CDS_TYPE_ANY,
                       .never = json->kind == CDS_JSON_FALSE,
                       .json = json,
                       .resource = load->resource,
                       .next = load->schema->nodes};
    load->schema->nodes = node;
    *(cds_node **)to = node;
    if (is_boolean) {
        return CDS_OK;
    }
    const cds_resource *outer = load->resource;
    cds_status status = load_keywords(load, node);
    load->resource = outer;
    return status;
}

cds_status cds_schema_load(cds_ctx *ctx, const cds_json *document, const cds_schema **out)
{
    cds_schema *schema = cds_alloc(ctx->mem, sizeof *schema);
    cds_resource *whole = cds_alloc(ctx->mem, sizeof *whole);
    if (schema == NULL || whole == NULL) {
        return cds_fail_memory(ctx);
    }
    schema->document = document;
    *whole = (cds_resource){.uri = {"", 0}, .root = document};
    cds_loader load = {
        .ctx = ctx, .schema = schema, .resource = whole, .resources = whole, .anchors = NULL};
    cds_status status = cds_load_node(&load, document, &schema->root);
    if (status == CDS_OK) {
        status = cds_resolve_refs(&load);
    }
    if (status == CDS_OK) {
        status = cds_measure_nodes(&load);
    }
    if (status != CDS_OK) {
        cds_schema_close(schema);
        return status;
    }
    cds_sort_kinds(&load);
    *out = schema;
    return CDS_OK;
}

void cds_schema_close(const cds_schema *schema)
{
    if (schema == NULL) {
        return;
    }
    for (const cds_open_regex *open = schema->regexes; open != NULL; open = open->next) {
        cds_regex_close(open->regex);
    }
}
