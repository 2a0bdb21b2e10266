// SPDX-License-Identifier: Apache-2.0
// One small function for each word that is more than a comparison of bits.
#include "engine/decide/leaf.h"

#include "engine/decide/quantity.h"

static cds_truth of_bool(bool holds)
{
    return holds ? CDS_TRUE : CDS_FALSE;
}

static bool is_word(const cds_condition *leaf, cds_text text)
{
    for (size_t i = 0; i < leaf->word_count; i++) {
        if (cds_text_equal(leaf->words[i], text)) {
            return true;
        }
    }
    return false;
}

static bool is_one_of(const cds_condition *leaf, const cds_fact *fact)
{
    if (leaf->field->kind == CDS_CHOICE) {
        return (leaf->options >> fact->option & 1) != 0;
    }
    return is_word(leaf, fact->json->text);
}

static bool includes_any(const cds_condition *leaf, const cds_fact *fact)
{
    if (leaf->field->kind == CDS_CHOICES) {
        return (leaf->options & fact->options) != 0;
    }
    for (const cds_json *item = fact->json->child; item != NULL; item = item->next) {
        if (is_word(leaf, item->text)) {
            return true;
        }
    }
    return false;
}

static size_t count_of(const cds_field *field, const cds_fact *fact)
{
    return field->kind == CDS_CHOICES ? (size_t)__builtin_popcountll(fact->options)
                                      : fact->json->count;
}

// What an item says about the members asked for; a missing member or null says nothing.
static cds_truth item_has(const cds_condition *leaf, const cds_json *item)
{
    bool lacks = false;
    for (size_t i = 0; i < leaf->member_count; i++) {
        const cds_json *value = cds_json_member(item, leaf->members[i].name);
        if (value == NULL || value->kind == CDS_JSON_NULL) {
            lacks = true;
        } else if (!cds_json_equal(value, leaf->members[i].value)) {
            return CDS_FALSE;
        }
    }
    return lacks ? CDS_IS_UNKNOWN : CDS_TRUE;
}

static cds_truth has(const cds_condition *leaf, const cds_fact *fact)
{
    cds_truth best = CDS_FALSE;
    for (const cds_json *item = fact->json->child; item != NULL; item = item->next) {
        cds_truth one = item_has(leaf, item);
        if (one == CDS_TRUE) {
            return CDS_TRUE;
        }
        best = one == CDS_IS_UNKNOWN ? one : best;
    }
    return best;
}

static cds_truth of_known(const cds_condition *leaf, const cds_fact *fact)
{
    switch (leaf->word) {
    case CDS_YES:
        return of_bool(fact->yes);
    case CDS_NO:
        return of_bool(!fact->yes);
    case CDS_IS_ONE_OF:
        return of_bool(is_one_of(leaf, fact));
    case CDS_INCLUDES_ANY:
        return of_bool(includes_any(leaf, fact));
    case CDS_INCLUDES_NONE:
        return of_bool(!includes_any(leaf, fact));
    case CDS_COUNTS_AT_LEAST:
        return of_bool(count_of(leaf->field, fact) >= leaf->count);
    case CDS_HAS:
        return has(leaf, fact);
    default:
        return CDS_TRUE; // CDS_KNOWN
    }
}

// In the set whatever is learnt: true; outside it whatever is learnt: false.
static cds_truth decided(const cds_evaluator *e, const cds_condition *leaf)
{
    const cds_outcome *outcome = &e->outcomes[leaf->decision->index];
    CDS_PROMISE(outcome->decision != NULL); // the order of evaluation saw to it
    if ((outcome->possible & ~leaf->options) == 0) {
        return CDS_TRUE;
    }
    return (outcome->possible & leaf->options) == 0 ? CDS_FALSE : CDS_IS_UNKNOWN;
}

cds_truth cds_leaf_truth(cds_evaluator *e, const cds_condition *leaf)
{
    if (leaf->word == CDS_COMPARE) {
        return cds_quantity_compare(e, leaf);
    }
    if (leaf->word == CDS_DECIDED) {
        return decided(e, leaf);
    }
    const cds_fact *fact = &e->view.facts->list[leaf->field->index];
    if (leaf->word == CDS_GIVEN || leaf->word == CDS_NOT_GIVEN) {
        return of_bool(fact->known == (leaf->word == CDS_GIVEN));
    }
    if (!fact->known) {
        return leaf->field->request ? CDS_FALSE : CDS_IS_UNKNOWN;
    }
    return of_known(leaf, fact);
}
