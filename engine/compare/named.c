// SPDX-License-Identifier: Apache-2.0
// What rules share: findings, measures, sources, contradictions and suggestions, each by name.
#include "engine/compare/code.h"
#include "engine/compare/things.h"
#include "engine/compare/tree.h"

/** A kind of thing both releases have lists of, sorted by the name that stands first in it. */
typedef struct kind {
    cds_concern concern;
    size_t bytes; // of one
    const char *before, *after;
    size_t before_count, after_count;
    cds_text (*title)(const void *one);
    size_t place; // where in one its cds_place stands
    void (*compare)(cds_differ *differ, const void *before, const void *after);
} kind;

static cds_text name_of(const void *one)
{
    return *(const cds_text *)one;
}

static cds_text file_of(const kind *of, const void *one)
{
    const cds_place *place = (const void *)((const char *)one + of->place);
    return place->file;
}

static cds_thing thing_of(const kind *of, const void *one)
{
    return (cds_thing){of->concern, name_of(one), of->title(one), file_of(of, one)};
}

// Both lists at once: the smaller name is only in one of them.
static void walk(cds_differ *differ, const kind *of)
{
    size_t i = 0;
    size_t j = 0;
    while (i < of->before_count || j < of->after_count) {
        const void *before = of->before + i * of->bytes;
        const void *after = of->after + j * of->bytes;
        int order = i == of->before_count  ? 1
                    : j == of->after_count ? -1
                                           : cds_text_compare(name_of(before), name_of(after));
        i += order <= 0;
        j += order >= 0;
        if (order < 0) {
            cds_differ_went(differ, thing_of(of, before));
        } else if (order > 0) {
            cds_differ_came(differ, thing_of(of, after));
        } else {
            of->compare(differ, before, after);
            cds_differ_thing(differ, thing_of(of, after));
        }
    }
}

static cds_text finding_title(const void *one)
{
    return ((const cds_finding *)one)->says;
}

static void compare_finding(cds_differ *differ, const void *a, const void *b)
{
    const cds_finding *before = a;
    const cds_finding *after = b;
    cds_tree_compare(differ, (cds_tree_of){"when", ""}, before->when, after->when);
    cds_differ_words(differ, "what it says", before->says, after->says);
}

#define KIND(noun, list)                                                                       \
    .place = offsetof(struct cds_##noun, place), .bytes = sizeof *differ->before->list,        \
    .before = (const char *)differ->before->list, .after = (const char *)differ->after->list,  \
    .before_count = differ->before->noun##_count, .after_count = differ->after->noun##_count

void cds_compare_findings(cds_differ *differ)
{
    walk(differ, &(kind){.concern = CDS_CONCERN_FINDING,
                         .title = finding_title,
                         .compare = compare_finding,
                         KIND(finding, findings)});
}

static cds_text measure_title(const void *one)
{
    return ((const cds_measure *)one)->says;
}

static cds_text range_of(cds_differ *differ, const cds_measure *measure)
{
    cds_buf buf = cds_differ_buf(differ);
    if (measure->has_range) {
        cds_buf_number(&buf, measure->low);
        cds_buf_word(&buf, " to ");
        cds_buf_number(&buf, measure->high);
    }
    return cds_differ_end(differ, &buf);
}

static cds_text value_of(cds_differ *differ, const cds_measure *measure)
{
    cds_buf buf = cds_differ_buf(differ);
    if (measure->value == NULL) {
        return CDS_TEXT("a function");
    }
    cds_code_expression(&buf, measure->value);
    return cds_differ_end(differ, &buf);
}

static void compare_measure(cds_differ *differ, const void *a, const void *b)
{
    const cds_measure *before = a;
    const cds_measure *after = b;
    cds_differ_values(differ, CDS_EDIT_VALUE, "value", value_of(differ, before),
                      value_of(differ, after));
    if (before->value == NULL && after->value == NULL) {
        cds_compare_functions(differ, &before->function, &after->function);
    }
    cds_differ_values(differ, CDS_EDIT_RANGE, "range", range_of(differ, before),
                      range_of(differ, after));
    cds_differ_values(differ, CDS_EDIT_UNIT, "unit", before->unit, after->unit);
    cds_differ_words(differ, "what it says", before->says, after->says);
}

void cds_compare_measures(cds_differ *differ)
{
    walk(differ, &(kind){.concern = CDS_CONCERN_MEASURE,
                         .title = measure_title,
                         .compare = compare_measure,
                         KIND(measure, measures)});
}

static cds_text source_title(const void *one)
{
    return ((const cds_source *)one)->title;
}

static cds_text year_of(cds_differ *differ, const cds_source *source)
{
    return source->year == 0 ? CDS_TEXT("") : cds_differ_say(differ, "%d", source->year);
}

static void compare_source(cds_differ *differ, const void *a, const void *b)
{
    const cds_source *before = a;
    const cds_source *after = b;
    cds_differ_words(differ, "title", before->title, after->title);
    cds_differ_words(differ, "authors", before->authors, after->authors);
    cds_differ_words(differ, "journal", before->journal, after->journal);
    cds_differ_words(differ, "year", year_of(differ, before), year_of(differ, after));
    cds_differ_words(differ, "doi", before->doi, after->doi);
    cds_differ_words(differ, "kind", before->kind, after->kind);
}

void cds_compare_sources(cds_differ *differ)
{
    walk(differ, &(kind){.concern = CDS_CONCERN_SOURCE,
                         .title = source_title,
                         .compare = compare_source,
                         KIND(source, sources)});
}

static cds_text contradiction_title(const void *one)
{
    return ((const cds_contradiction *)one)->ask;
}

static void compare_contradiction(cds_differ *differ, const void *a, const void *b)
{
    const cds_contradiction *before = a;
    const cds_contradiction *after = b;
    cds_tree_compare(differ, (cds_tree_of){"when", ""}, before->when, after->when);
    cds_differ_words(differ, "text", before->say.source, after->say.source);
    cds_differ_words(differ, "question", before->ask, after->ask);
}

void cds_compare_contradictions(cds_differ *differ)
{
    walk(differ, &(kind){.concern = CDS_CONCERN_CONTRADICTION,
                         .title = contradiction_title,
                         .compare = compare_contradiction,
                         KIND(contradiction, contradictions)});
}

static cds_text suggestion_title(const void *one)
{
    return ((const cds_suggestion *)one)->label;
}

static void compare_suggestion(cds_differ *differ, const void *a, const void *b)
{
    const cds_suggestion *before = a;
    const cds_suggestion *after = b;
    cds_differ_words(differ, "label", before->label, after->label);
}

void cds_compare_suggestions(cds_differ *differ)
{
    walk(differ, &(kind){.concern = CDS_CONCERN_SUGGESTION,
                         .title = suggestion_title,
                         .compare = compare_suggestion,
                         KIND(suggestion, suggestions)});
}
