// SPDX-License-Identifier: Apache-2.0
// Walks a value through the tree. A value that is faulty in itself is not looked into further.
#include <math.h>

#include "engine/facts/schema_walk.h"

#define STEPS 1000000 // schemas asked about values, in one check
#define BYTES_A_STEP 16

bool cds_walk_end(cds_walk *walk)
{
    walk->steps_left = 0;
    walk->status = CDS_TOO_LARGE;
    return false;
}

bool cds_walk_matches(cds_walk *walk, const cds_pattern *pattern, cds_text text)
{
    if (!cds_walk_step(walk, text.length / BYTES_A_STEP)) {
        return false;
    }
    cds_match match = cds_regex_search(pattern->regex, text);
    if (match == CDS_MATCH_GIVEN_UP) {
        walk->status = CDS_TOO_LARGE;
    }
    return match == CDS_MATCH_YES;
}

static bool has_type(const cds_node *node, const cds_json *value)
{
    const bool has_kind = (node->kinds >> value->kind & 1) != 0;
    const bool must_be_whole =
        value->kind == CDS_JSON_NUMBER && (node->types & CDS_TYPE_NUMBER) == 0;
    return has_kind && (!must_be_whole || value->number == floor(value->number));
}

static bool is_chosen(const cds_choice *choice, const cds_json *value)
{
    if (!choice->given) {
        return true;
    }
    if (value->kind == CDS_JSON_STRING) {
        return cds_names_find(&choice->words, value->text) >= 0;
    }
    for (size_t i = 0; i < choice->other_count; i++) {
        if (cds_json_equal(choice->others[i], value)) {
            return true;
        }
    }
    return false;
}

static bool is_multiple(const cds_number_part *part, double number)
{
    cds_decimal exactly;
    cds_decimal times;
    if (cds_decimal_of(number, &exactly) &&
        cds_decimal_combine(CDS_OVER, exactly, part->multiple_exactly, &times)) {
        return times.under == 1;
    }
    return fmod(number, part->multiple) == 0; // beyond what a decimal holds
}

static bool fits_number(const cds_number_part *part, double number)
{
    return number >= part->minimum && number <= part->maximum && number > part->above &&
           number < part->below && (part->multiple == 0 || is_multiple(part, number));
}

static bool fits_string(cds_walk *walk, const cds_string_part *part, cds_text text)
{
    if (part->min_length > 0 || part->max_length < SIZE_MAX) {
        size_t points = cds_text_points(text);
        if (points < part->min_length || points > part->max_length) {
            return false;
        }
    }
    if (part->format != NULL && !part->format->fits(text)) {
        return false;
    }
    return part->pattern.regex == NULL || cds_walk_matches(walk, &part->pattern, text);
}

// Whether the value is right in itself, whatever it holds.
static bool fits_itself(cds_walk *walk, const cds_node *node, const cds_json *value)
{
    if (!has_type(node, value)) {
        return false;
    }
    if (node->number != NULL && value->kind == CDS_JSON_NUMBER &&
        !fits_number(node->number, value->number)) {
        return false;
    }
    if (node->string != NULL && value->kind == CDS_JSON_STRING &&
        !fits_string(walk, node->string, value->text)) {
        return false;
    }
    const cds_value_part *part = node->value;
    return part == NULL || (is_chosen(&part->constant, value) &&
                            is_chosen(&part->listed, value) && is_chosen(&part->chosen, value));
}

// How many fit; counting ends beyond `most`.
static size_t count_fitting(cds_walk *walk, cds_nodes nodes, const cds_json *value, size_t most)
{
    size_t fitting = 0;
    for (size_t i = 0; i < nodes.count && fitting <= most; i++) {
        fitting += cds_walk_would_fit(walk, nodes.list[i], value);
    }
    return fitting;
}

static bool fits_forms(cds_walk *walk, const cds_combine_part *part, const cds_json *value)
{
    bool fits = true;
    if (part->any.count > 0 && count_fitting(walk, part->any, value, 0) == 0) {
        fits = cds_fault_says(walk, value, "this fits none of the %zu forms allowed here",
                              part->any.count);
    }
    if (part->one.count > 0) {
        size_t fitting = count_fitting(walk, part->one, value, 1);
        if (fitting == 0) {
            fits = cds_fault_says(walk, value, "this fits none of the %zu forms allowed here",
                                  part->one.count);
        } else if (fitting > 1) {
            fits = cds_fault_says(walk, value, "this fits several forms where one is expected");
        }
    }
    if (part->not_this != NULL && cds_walk_would_fit(walk, part->not_this, value)) {
        fits = cds_fault_says(walk, value, "this is one of the forms not allowed here");
    }
    return fits;
}

static bool fits_condition(cds_walk *walk, const cds_combine_part *part, const cds_json *value)
{
    if (part->if_this == NULL) {
        return true;
    }
    const cds_node *next =
        cds_walk_would_fit(walk, part->if_this, value) ? part->then_this : part->else_this;
    return next == NULL || cds_walk_fits(walk, next, value);
}

static bool fits_combination(cds_walk *walk, const cds_combine_part *part,
                             const cds_json *value)
{
    bool fits = part->target == NULL || cds_walk_fits(walk, part->target, value);
    for (size_t i = 0; i < part->all.count && (fits || walk->faults != NULL); i++) {
        fits = cds_walk_fits(walk, part->all.list[i], value) && fits;
    }
    if (fits || walk->faults != NULL) {
        fits = fits_forms(walk, part, value) && fits;
    }
    if (fits || walk->faults != NULL) {
        fits = fits_condition(walk, part, value) && fits;
    }
    return fits;
}

bool cds_walk_fits_closely(cds_walk *walk, const cds_node *node, const cds_json *value)
{
    if (node->never) {
        return cds_fault_says(walk, value, "nothing is allowed here");
    }
    if (!fits_itself(walk, node, value)) {
        return cds_fault_expects(walk, value, node);
    }
    bool fits = true;
    if (node->object != NULL && value->kind == CDS_JSON_OBJECT) {
        fits = cds_walk_fits_object(walk, node->object, value);
    } else if (node->array != NULL && value->kind == CDS_JSON_ARRAY) {
        fits = cds_walk_fits_array(walk, node->array, value);
    }
    if (node->combine != NULL && (fits || walk->faults != NULL)) {
        fits = fits_combination(walk, node->combine, value) && fits;
    }
    return fits;
}

bool cds_walk_would_fit(cds_walk *walk, const cds_node *node, const cds_json *value)
{
    cds_faults *faults = walk->faults;
    walk->faults = NULL;
    bool fits = cds_walk_fits(walk, node, value);
    walk->faults = faults;
    return fits;
}

cds_status cds_schema_check(cds_ctx *ctx, const cds_schema *schema, const cds_json *value,
                            cds_faults *faults)
{
    cds_walk walk;
    walk.ctx = ctx;
    walk.faults = faults;
    walk.steps_left = STEPS;
    walk.status = CDS_OK;
    faults->count = 0;
    bool fits = cds_walk_fits(&walk, schema->root, value);
    if (walk.status != CDS_OK) {
        faults->count = 0;
        return cds_fail(ctx, walk.status, "", "Checking this takes too many steps.");
    }
    return fits ? CDS_OK : cds_faults_arrange(&walk, value);
}
