// SPDX-License-Identifier: Apache-2.0
// The official test suite of JSON Schema 2020-12: every group of supported keywords passes.
// What is left out stands in one table with the reason, and the reason is tested too.
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "engine/base/arena.h"
#include "engine/facts/schema.h"

#define SUITE SOURCE_DIR "/../shared/corpora/json-schema/draft2020-12/"
#define LONGEST_FILE ((size_t)1 << 20)
#define MEMORY ((size_t)16 << 20)

// REFUSED: the schema, when it is loaded. DIFFERENT: a test comes out the other way here.
// UNREADABLE: our strict JSON reader refuses a text of it.
typedef enum why { REFUSED, DIFFERENT, UNREADABLE } why;

// A row leaves out what fits all that it gives: the file, how the group's or the test's
// description begins, the format that the schema asks for.
static const struct {
    const char *file, *group, *test, *format;
    why why;
    const char *reason;
} left_out[] = {
    {"dynamicRef", NULL, NULL, NULL, REFUSED, "$dynamicRef is not supported"},
    {"optional/dynamicRef", NULL, NULL, NULL, REFUSED, "$dynamicRef is not supported"},
    {"unevaluatedItems", NULL, NULL, NULL, REFUSED, "unevaluated* is not supported"},
    {"unevaluatedProperties", NULL, NULL, NULL, REFUSED, "unevaluated* is not supported"},
    {"not", "collect annotations inside", NULL, NULL, REFUSED, "unevaluated*, too"},
    {"ref", "ref creates new scope when", NULL, NULL, REFUSED, "unevaluated*, too"},
    {"refRemote", NULL, NULL, NULL, REFUSED, "no other document is read"},
    {"ref", "remote ref, containing refs", NULL, NULL, REFUSED, "no other document is read"},
    {"defs", "validate definition against", NULL, NULL, REFUSED, "no other document is read"},
    {"vocabulary", NULL, NULL, NULL, REFUSED, "vocabularies are not supported"},
    {"optional/format-assertion", NULL, NULL, NULL, REFUSED, "vocabularies, too"},
    {"optional/cross-draft", NULL, NULL, NULL, REFUSED, "no other document is read"},
    {"optional/dependencies-compatibility", NULL, NULL, NULL, REFUSED, "of older drafts"},
    {"optional/refOfUnknownKeyword", "reference of", NULL, NULL, REFUSED,
     "an unknown keyword is refused, not ignored"},
    {"optional/refOfUnknownKeyword", "reference internals", NULL, NULL, REFUSED,
     "a reference leads to a schema, not into an example"},
    {"optional/unknownKeyword", NULL, NULL, NULL, REFUSED, "an unknown keyword is refused"},
    {"optional/ecmascript-regex", "ECMA 262 \\\\s ", NULL, NULL, DIFFERENT, "ASCII, as \\d"},
    {"optional/ecmascript-regex", "ECMA 262 \\\\S ", NULL, NULL, DIFFERENT, "ASCII, as \\d"},
    {"format", NULL, "invalid ", "date", DIFFERENT, "formats are asserted"},
    {"format", NULL, "invalid ", "date-time", DIFFERENT, "formats are asserted"},
    {"format", NULL, "invalid ", "uuid", DIFFERENT, "formats are asserted"},
    {"format", NULL, "invalid ", "email", DIFFERENT, "formats are asserted"},
    {"format", NULL, "invalid ", "uri", DIFFERENT, "formats are asserted"},
    {NULL, NULL, NULL, "regex", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "ipv4", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "ipv6", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "hostname", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "idn-hostname", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "idn-email", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "time", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "duration", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "iri", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "iri-reference", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "uri-reference", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "uri-template", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "json-pointer", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "relative-json-pointer", REFUSED, "the format is not supported"},
    {NULL, NULL, NULL, "unknown", REFUSED, "the format is not supported"},
    {"optional/bignum", "integer", NULL, NULL, UNREADABLE, "beyond 2^53"},
    {"optional/bignum", "number", NULL, NULL, UNREADABLE, "beyond 2^53"},
    {"optional/bignum", "string", NULL, NULL, UNREADABLE, "beyond 2^53"},
    {"optional/bignum", "maximum integer", NULL, NULL, UNREADABLE, "beyond 2^53"},
    {"optional/bignum", "minimum integer", NULL, NULL, UNREADABLE, "beyond 2^53"},
    {"const", "nul characters in strings", NULL, NULL, UNREADABLE, "U+0000 is refused"},
    {"enum", "nul characters in strings", NULL, NULL, UNREADABLE, "U+0000 is refused"},
    {"optional/format/date", NULL, "invalid: NUL", NULL, UNREADABLE, "U+0000 is refused"},
};

#define LEFT_OUT ((int)(sizeof left_out / sizeof *left_out))

static int times_used[LEFT_OUT];
static size_t groups, groups_left_out, tests_passed, tests_left_out;
static cds_ctx ctx;

// The texts of the suite are taken apart here, since some of their values our reader refuses.
static const char *skip_space(const char *c)
{
    return c + strspn(c, " \t\r\n");
}

static const char *end_of_string(const char *c)
{
    for (c++; *c != '"'; c++) {
        c += *c == '\\';
    }
    return c + 1;
}

static const char *end_of_value(const char *c)
{
    int depth = 0;
    do {
        if (*c == '"') {
            c = end_of_string(c);
            continue;
        }
        depth += *c == '[' || *c == '{';
        depth -= *c == ']' || *c == '}';
        c++;
    } while (depth > 0 || strchr(",:]} \t\r\n", *c) == NULL);
    return c;
}

/** The next item of an array, or value of an object whose name it steps over. */
static bool next_value(const char **at, cds_text *name, cds_text *out)
{
    const char *c = skip_space(*at);
    if (*c == ']' || *c == '}') {
        return false;
    }
    c = skip_space(c + 1);
    if (*c == ']' || *c == '}') {
        return false;
    }
    const char *end = end_of_value(c);
    if (name != NULL) {
        *name = (cds_text){c + 1, (size_t)(end - c) - 2};
        c = skip_space(skip_space(end) + 1);
        end = end_of_value(c);
    }
    *out = (cds_text){c, (size_t)(end - c)};
    *at = end;
    return true;
}

static cds_text member(cds_text object, const char *wanted)
{
    cds_text name, value;
    const char *at = object.data;
    while (next_value(&at, &name, &value)) {
        if (cds_text_is(name, wanted)) {
            return value;
        }
    }
    return CDS_TEXT("\"\"");
}

static cds_text words(cds_text object, const char *name)
{
    cds_text text = member(object, name);
    return (cds_text){text.data + 1, text.length - 2};
}

typedef struct group {
    const char *file;
    cds_text description, schema, tests;
} group;

/** The row that leaves the test out, or with an empty `test` all of the group; else -1. */
static int row_of(const group *in, cds_text test)
{
    cds_text format = in->schema.data[0] == '{' ? words(in->schema, "format") : CDS_TEXT("");
    for (int i = 0; i < LEFT_OUT; i++) {
        bool is_group = left_out[i].test == NULL;
        bool fits = left_out[i].file == NULL || strcmp(left_out[i].file, in->file) == 0;
        fits = fits && (left_out[i].group == NULL ||
                        cds_text_starts(in->description, left_out[i].group));
        fits = fits && (left_out[i].format == NULL || cds_text_is(format, left_out[i].format));
        if (fits && (is_group ? test.length == 0 : cds_text_starts(test, left_out[i].test))) {
            return i;
        }
    }
    return -1;
}

/** 1: valid, 0: not, -1: no JSON that is read here. */
static int judge(const cds_schema *schema, cds_text data)
{
    const cds_json *value = NULL;
    cds_faults *faults = cds_alloc(ctx.mem, sizeof *faults);
    cds_error_clear(&ctx);
    if (cds_json_parse(&ctx, data, &value) != CDS_OK) {
        return -1;
    }
    cds_status status = cds_schema_check(&ctx, schema, value, faults);
    ck_assert(status == CDS_OK || status == CDS_INVALID);
    ck_assert_int_eq(status == CDS_OK, faults->count == 0);
    return status == CDS_OK;
}

/** Whether all tests of a group that are not left out by themselves come out as expected. */
static bool all_pass(const group *in, const cds_schema *schema)
{
    cds_text test;
    bool pass = true;
    const char *at = in->tests.data;
    while (next_value(&at, NULL, &test)) {
        int expected = cds_text_is(member(test, "valid"), "true");
        int row = row_of(in, words(test, "description"));
        int got = judge(schema, member(test, "data"));
        if (row < 0) {
            tests_passed += got == expected;
            pass = pass && got == expected;
            continue;
        }
        times_used[row]++;
        tests_left_out++;
        ck_assert_int_eq(got, left_out[row].why == UNREADABLE ? -1 : !expected);
    }
    return pass;
}

static bool all_readable(const group *in)
{
    const cds_json *value = NULL;
    return cds_json_parse(&ctx, in->schema, &value) == CDS_OK &&
           cds_json_parse(&ctx, in->tests, &value) == CDS_OK;
}

static void check_left_out(const group *in, int row)
{
    const cds_json *document = NULL;
    const cds_schema *schema = NULL;
    times_used[row]++;
    groups_left_out++;
    if (left_out[row].why == UNREADABLE) {
        ck_assert_msg(!all_readable(in), "%s is read after all", in->file);
        return;
    }
    ck_assert_int_eq(cds_json_parse(&ctx, in->schema, &document), CDS_OK);
    cds_status status = cds_schema_load(&ctx, document, &schema);
    if (left_out[row].why == REFUSED) {
        ck_assert_msg(status == CDS_REFUSED, "%s: %.*s is loaded", in->file,
                      (int)in->description.length, in->description.data);
        ck_assert_msg(ctx.error.where[0] == '/', "%s: no place is named", in->file);
        return;
    }
    size_t passed_before = tests_passed;
    ck_assert_msg(!all_pass(in, schema), "%s is no different", in->file);
    tests_passed = passed_before;
    cds_schema_close(schema);
}

static void check_group(const group *in)
{
    const cds_json *document = NULL;
    const cds_schema *schema = NULL;
    int row = row_of(in, CDS_TEXT(""));
    int length = (int)in->description.length;
    cds_arena_reset(ctx.mem);
    cds_error_clear(&ctx);
    if (row >= 0) {
        check_left_out(in, row);
        return;
    }
    cds_status status = cds_json_parse(&ctx, in->schema, &document);
    status = status == CDS_OK ? cds_schema_load(&ctx, document, &schema) : status;
    ck_assert_msg(status == CDS_OK, "%s: %.*s: %s %s", in->file, length, in->description.data,
                  ctx.error.where, ctx.error.what);
    ck_assert_msg(all_pass(in, schema), "%s: %.*s fails", in->file, length,
                  in->description.data);
    cds_schema_close(schema);
    groups++;
}

static void check_file(const char *path)
{
    char name[128];
    const char *stem = path + strlen(SUITE);
    char *text = calloc(1, LONGEST_FILE);
    FILE *file = fopen(path, "rb");
    ck_assert(file != NULL && text != NULL);
    ck_assert_uint_lt(fread(text, 1, LONGEST_FILE - 1, file), LONGEST_FILE - 1);
    fclose(file);
    snprintf(name, sizeof name, "%.*s", (int)(strlen(stem) - strlen(".json")), stem);
    cds_text one;
    const char *at = skip_space(text);
    while (next_value(&at, NULL, &one)) {
        group in = {name, words(one, "description"), member(one, "schema"),
                    member(one, "tests")};
        check_group(&in);
    }
    free(text);
}

START_TEST(every_group_of_supported_keywords_passes_and_each_reason_for_the_others_holds)
{
    static const char *const folders[] = {"*.json", "optional/*.json",
                                          "optional/format/*.json"};
    char pattern[1024];
    glob_t found = {0};
    ctx = (cds_ctx){.mem = cds_arena_new(MEMORY)};
    for (size_t i = 0; i < 3; i++) {
        snprintf(pattern, sizeof pattern, "%s%s", SUITE, folders[i]);
        glob(pattern, i == 0 ? 0 : GLOB_APPEND, NULL, &found);
    }
    if (found.gl_pathc == 0) {
        printf("skipped: the JSON Schema test suite is not beside this checkout\n");
    }
    for (size_t i = 0; i < found.gl_pathc; i++) {
        check_file(found.gl_pathv[i]);
    }
    for (int i = 0; i < LEFT_OUT && found.gl_pathc > 0; i++) {
        ck_assert_msg(times_used[i] > 0, "nothing is left out by row %d any more", i);
    }
    printf("%zu groups, %zu tests passed; %zu groups and %zu tests left out\n", groups,
           tests_passed, groups_left_out, tests_left_out);
    globfree(&found);
    cds_arena_free(ctx.mem);
}
END_TEST

static Suite *schema_suite_suite(void)
{
    Suite *suite = suite_create("schema_suite");
    TCase *tests = tcase_create("schema_suite");
    tcase_set_timeout(tests, 60);
    tcase_add_test(
        tests, every_group_of_supported_keywords_passes_and_each_reason_for_the_others_holds);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(schema_suite_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
