// SPDX-License-Identifier: Apache-2.0
// Prints tables from the decision's JSON, so that people read what programs get.
#include "server/command/table.h"

#include <string.h>

typedef enum shade { PLAIN, BOLD, DIM, RED, YELLOW, GREEN } shade;

typedef struct printer {
    FILE *to;
    bool color;
} printer;

static void print(const printer *out, shade tone, cds_text text)
{
    static const char *const codes[] = {"",         "\x1b[1m",  "\x1b[2m",
                                        "\x1b[31m", "\x1b[33m", "\x1b[32m"};
    bool colored = out->color && tone != PLAIN;
    if (colored)
        fputs(codes[tone], out->to);
    (void)fwrite(text.data, 1, text.length, out->to);
    if (colored)
        fputs("\x1b[0m", out->to);
}

static void word(const printer *out, shade tone, const char *text)
{
    print(out, tone, cds_text_of(text));
}

static void column(const printer *out, shade tone, cds_text text, size_t width)
{
    print(out, tone, text);
    for (size_t used = cds_text_points(text); used < width; used++)
        fputc(' ', out->to);
}

static cds_text member(const cds_json *object, const char *name)
{
    const cds_json *found = cds_json_member(object, cds_text_of(name));
    return found != NULL && found->kind == CDS_JSON_STRING ? found->text : (cds_text){0};
}

static const cds_json *items(const cds_json *object, const char *name)
{
    const cds_json *list = cds_json_member(object, cds_text_of(name));
    return list == NULL ? NULL : list->child;
}

static shade shade_of(cds_text indicator)
{
    if (cds_text_is(indicator, "critical"))
        return RED;
    return cds_text_is(indicator, "warning") ? YELLOW : GREEN;
}

static void print_answers(const printer *out, const cds_json *reply)
{
    for (const cds_json *one = items(reply, "decisions"); one != NULL; one = one->next) {
        bool final = cds_text_is(member(one, "status"), "final");
        column(out, BOLD, one->name, 14);
        column(out, PLAIN, member(one, "answer"), 28);
        column(out, final ? PLAIN : YELLOW, member(one, "status"), 13);
        print(out, DIM, member(one, "title"));
        fputc('\n', out->to);
    }
}

static void print_reasons(const printer *out, const cds_json *recommendation)
{
    const char *before = "    because ";
    for (const cds_json *one = items(recommendation, "because"); one != NULL; one = one->next) {
        word(out, DIM, before);
        print(out, DIM, member(one, "says"));
        before = "; ";
    }
    if (items(recommendation, "because") != NULL)
        fputc('\n', out->to);
}

static void print_recommendations(const printer *out, const cds_json *reply)
{
    for (const cds_json *one = items(reply, "recommendations"); one != NULL; one = one->next) {
        fputc('\n', out->to);
        print(out, shade_of(member(one, "indicator")), member(one, "title"));
        word(out, DIM, "  ");
        print(out, DIM, member(one, "rule"));
        word(out, PLAIN, "\n    ");
        print(out, PLAIN, member(one, "clinician"));
        fputc('\n', out->to);
        print_reasons(out, one);
    }
}

static void print_contradictions(const printer *out, const cds_json *reply)
{
    for (const cds_json *one = items(reply, "contradictions"); one != NULL; one = one->next) {
        word(out, YELLOW, "\nThis does not fit together: ");
        print(out, PLAIN, member(one, "says"));
        fputc('\n', out->to);
    }
}

static void print_questions(const printer *out, const cds_json *reply)
{
    const cds_json *list = cds_json_member(reply, CDS_TEXT("questions"));
    if (list == NULL || list->count == 0)
        return;
    fprintf(out->to, "\n%zu open question%s could change this:\n", list->count,
            list->count == 1 ? "" : "s");
    for (const cds_json *one = list->child; one != NULL; one = one->next) {
        word(out, PLAIN, "  ");
        print(out, PLAIN, member(one, "ask"));
        word(out, DIM, "  ");
        print(out, DIM, member(one, "pointer"));
        fputc('\n', out->to);
    }
}

cds_status srv_table_print(cds_ctx *ctx, cds_text decision, bool color, FILE *to)
{
    const cds_json *reply;
    printer out = {to, color};
    cds_status status = cds_json_parse(ctx, decision, &reply);
    if (status != CDS_OK)
        return status;
    print_answers(&out, reply);
    print_contradictions(&out, reply);
    print_recommendations(&out, reply);
    print_questions(&out, reply);
    return CDS_OK;
}
