// SPDX-License-Identifier: Apache-2.0
// Each keyword of a schema takes values of its kind and is refused with any other, at its
// place; and each format knows what it is called by (RFC 3986, RFC 3339, RFC 5321, RFC 4122).
#include "engine/facts/schema.h"

#include "release_fixture.h"

static cds_ctx ctx;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)1 << 20)};
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

static cds_status load(const char *text, const cds_schema **out)
{
    const cds_json *document = NULL;
    ck_assert_msg(cds_json_parse(&ctx, cds_text_of(text), &document) == CDS_OK, "%s", text);
    return cds_schema_load(&ctx, document, out);
}

// What a keyword may be given, one of each kind and at each edge.
static const char *const values[] = {
    "null", "true", "0",       "-1", "1.5",       "1e300",           "\"x\"",
    "[]",   "[1]",  "[\"a\"]", "{}", "{\"a\":1}", "{\"a\":[\"b\"]}", "{\"a\":{}}",
    "[{}]"};
#define VALUES (sizeof values / sizeof *values)

static const struct {
    const char *keyword, *takes; // y or n for each value above
} keywords[] = {
    {"const", "yyyyyyyyyyyyyyy"},
    {"enum", "nnnnnnnyyynnnny"},
    {"minimum", "nnyyyynnnnnnnnn"},
    {"exclusiveMaximum", "nnyyyynnnnnnnnn"},
    {"multipleOf", "nnnnynnnnnnnnnn"},
    {"minLength", "nnynnnnnnnnnnnn"},
    {"maxItems", "nnynnnnnnnnnnnn"},
    {"minProperties", "nnynnnnnnnnnnnn"},
    {"pattern", "nnnnnnynnnnnnnn"},
    {"uniqueItems", "nynnnnnnnnnnnnn"},
    {"prefixItems", "nnnnnnnnnnnnnny"},
    {"items", "nynnnnnnnnynnnn"},
    {"contains", "nynnnnnnnnynnnn"},
    {"properties", "nnnnnnnnnnynnyn"},
    {"patternProperties", "nnnnnnnnnnynnyn"},
    {"required", "nnnnnnnynynnnnn"},
    {"dependentRequired", "nnnnnnnnnnynynn"},
    {"dependentSchemas", "nnnnnnnnnnynnyn"},
    {"allOf", "nnnnnnnnnnnnnny"},
    {"not", "nynnnnnnnnynnnn"},
    {"$defs", "nnnnnnnnnnynnyn"},
    {"$ref", "nnnnnnnnnnnnnnn"},
    {"$anchor", "nnnnnnynnnnnnnn"},
    {"$schema", "nnnnnnnnnnnnnnn"},
    {"$id", "nnnnnnynnnnnnnn"},
    {"type", "nnnnnnnnnnnnnnn"},
    {"format", "nnnnnnnnnnnnnnn"},
    {"title", "yyyyyyyyyyyyyyy"},
};

START_TEST(a_keyword_takes_its_kind_of_value_and_no_other)
{
    for (size_t i = 0; i < VALUES; i++) {
        char text[256];
        const cds_schema *read = NULL;
        snprintf(text, sizeof text, "{\"%s\":%s}", keywords[_i].keyword, values[i]);
        cds_error_clear(&ctx);
        const cds_status status = load(text, &read);
        const bool taken = keywords[_i].takes[i] == 'y';
        ck_assert_msg(status == (taken ? CDS_OK : CDS_REFUSED), "%s: %d %s", text, status,
                      ctx.error.what);
        if (!taken)
            ck_assert_msg(strstr(ctx.error.where, keywords[_i].keyword) != NULL, "%s: %s", text,
                          ctx.error.where);
        cds_schema_close(read);
    }
}
END_TEST

static const struct {
    const char *format, *text;
    bool fits;
} texts[] = {
    {"uri", "http://a.example", true},
    {"uri", "http://a.example/b?c=d&e#f", true},
    {"uri", "urn:isbn:0451450523", true},
    {"uri", "mailto:a@b.example", true},
    {"uri", "http://u%40:p@a.example:80/", true},
    {"uri", "http://192.0.2.1/", true},
    {"uri", "http://[2001:db8::1]:80/", true},
    {"uri", "http://[::1]/", true},
    {"uri", "http://[1::]/", true},
    {"uri", "http://[1:2:3:4:5:6:7:8]/", true},
    {"uri", "http://[1:2:3:4:5:6:192.0.2.1]/", true},
    {"uri", "http://[v1.fe80:a]/", true},
    {"uri", "http://[V1F.a]/", true},
    {"uri", "http://a.example/%C3%a4", true},
    {"uri", "a+b-c.d:e", true},
    {"uri", "http://a.example:/", true},
    {"uri", "", false},
    {"uri", "a", false},
    {"uri", "//a.example/b", false},
    {"uri", "/b", false},
    {"uri", "1a:b", false},
    {"uri", "a_b:c", false},
    {"uri", ":b", false},
    {"uri", "http://a.example/ b", false},
    {"uri", "http://a.example/%4", false},
    {"uri", "http://a.example/%g0", false},
    {"uri", "http://a.example/%0g", false},
    {"uri", "http://a.example/#a#b", false},
    {"uri", "http://a.example/?\"", false},
    {"uri", "http://a.example:8a/", false},
    {"uri", "http://a@b@c/", false},
    {"uri", "http://[]/", false},
    {"uri", "http://[::1/", false},
    {"uri", "http://[1::2::3]/", false},
    {"uri", "http://[1:2:3:4:5:6:7]/", false},
    {"uri", "http://[1:2:3:4:5:6:7:8:9]/", false},
    {"uri", "http://[1:2:3:4:5:6:7::8]/", false},
    {"uri", "http://[1:2:3:4:5:6:7::]/", true},
    {"uri", "http://[12345::]/", false},
    {"uri", "http://[g::]/", false},
    {"uri", "http://[::1.2.3]/", false},
    {"uri", "http://[::1.2.3.256]/", false},
    {"uri", "http://[v.a]/", false},
    {"uri", "http://[v1]/", false},
    {"uri", "http://[v1.]/", false},
    {"uri", "http://[v1.a%20]/", false},
    {"uri", "http://[vg.a]/", false},
    {"date-time", "2026-11-27T09:00:00Z", true},
    {"date-time", "2026-11-27t09:00:00.123z", true},
    {"date-time", "2026-11-27T09:00:00+10:30", true},
    {"date-time", "2026-11-27T09:00:00-00:00", true},
    {"date-time", "2026-12-31T23:59:60Z", true},
    {"date-time", "2026-11-27T09:00:60Z", false},
    {"date-time", "2026-11-27T24:00:00Z", false},
    {"date-time", "2026-11-27T09:60:00Z", false},
    {"date-time", "2026-11-27T09:00:00", false},
    {"date-time", "2026-11-27T09:00:00.Z", false},
    {"date-time", "2026-11-27T09:00:00+24:00", false},
    {"date-time", "2026-11-27T09:00:00+10", false},
    {"date-time", "2026-11-27T09:00:00Zx", false},
    {"date-time", "2026-11-27 09:00:00Z", false},
    {"date-time", "2026-11-27T9:00:00Z", false},
    {"date-time", "2026-11-27T09:00Z", false},
    {"date-time", "2026-11-27T0", false},
    {"date-time", "2026-11-31T09:00:00Z", false},
    {"email", "a@b.example", true},
    {"email", "a.b+c@d-e.example", true},
    {"email", "\"a b\"@c.example", true},
    {"email", "\"a\\\"b\"@c.example", true},
    {"email", "a@[192.0.2.1]", true},
    {"email", "a@[IPv6:2001:db8::1]", true},
    {"email", "", false},
    {"email", "a", false},
    {"email", "@b.example", false},
    {"email", "a@", false},
    {"email", ".a@b.example", false},
    {"email", "a.@b.example", false},
    {"email", "a..b@c.example", false},
    {"email", "a b@c.example", false},
    {"email", "\"a@b.example", false},
    {"email", "\"a\"b@c.example", false},
    {"email", "\"a\\\x01\"@c.example", false},
    {"email", "a@-b.example", false},
    {"email", "a@b-.example", false},
    {"email", "a@b..example", false},
    {"email", "a@b_c.example", false},
    {"email", "a@[192.0.2]", false},
    {"email", "a@[192.0.2.1", false},
    {"email", "a@[", false},
    {"uuid", "01a21a63-8bb2-4a24-93f9-2f4622e65c00", true},
    {"uuid", "01A21A63-8BB2-4A24-93F9-2F4622E65C00", true},
    {"uuid", "01a21a638bb24a2493f92f4622e65c00", false},
    {"uuid", "01a21a63-8bb2-4a24-93f9-2f4622e65c0g", false},
    {"uuid", "01a21a63-8bb2-4a24-93f9-2f4622e65c000", false},
};

START_TEST(a_format_knows_what_it_is_called_by)
{
    char text[256];
    const cds_schema *read = NULL;
    const cds_json string = {.kind = CDS_JSON_STRING, .text = cds_text_of(texts[_i].text)};
    static cds_faults faults;
    faults.count = 0;
    snprintf(text, sizeof text, "{\"format\":\"%s\"}", texts[_i].format);
    ck_assert_int_eq(load(text, &read), CDS_OK);
    const cds_status status = cds_schema_check(&ctx, read, &string, &faults);
    ck_assert_msg(status == (texts[_i].fits ? CDS_OK : CDS_INVALID), "%s: %s is %d",
                  texts[_i].format, texts[_i].text, status);
    cds_schema_close(read);
}
END_TEST

// Where a schema says what it is called, and whether that is so.
static const struct {
    const char *schema;
    bool taken;
} names[] = {
    {"{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}", true},
    {"{\"$schema\":\"https://json-schema.org/draft/2020-12/schema#\"}", true},
    {"{\"$schema\":\"https://json-schema.org/draft/2020-12/schema/\"}", false},
    {"{\"$schema\":\"https://json-schema.org/draft/2020-12/Schema#\"}", false},
    {"{\"$schema\":\"https://json-schema.org/draft/2019-09/schema\"}", false},
    {"{\"$anchor\":\"a-1.B_\"}", true},
    {"{\"$anchor\":\"_a\"}", true},
    {"{\"$anchor\":\"1a\"}", false},
    {"{\"$anchor\":\"-a\"}", false},
    {"{\"$anchor\":\"a b\"}", false},
    {"{\"$anchor\":\"a/b\"}", false},
    {"{\"$anchor\":\"\"}", false},
    {"{\"$anchor\":\"a\",\"not\":{\"$anchor\":\"b\"}}", true},
    {"{\"$anchor\":\"a\",\"not\":{\"$anchor\":\"a\"}}", false},
    {"{\"$anchor\":\"a\",\"not\":{\"$id\":\"b\",\"$anchor\":\"a\"}}", true},
    {"{\"$id\":\"https://a.example/s\",\"not\":{\"$id\":\"t\"}}", true},
    {"{\"$id\":\"https://a.example/s\",\"not\":{\"$id\":\"./s\"}}", false},
    {"{\"$id\":\"https://a.example/s#\"}", true},
    {"{\"$id\":\"https://a.example/s#t\"}", false},
    {"{\"$defs\":{\"x\":{\"$anchor\":\"a\"}},\"not\":{\"$ref\":\"#a\"}}", true},
    {"{\"$anchor\":\"a\",\"not\":{\"$ref\":\"#a\"}}", false},
    {"{\"$anchor\":\"a\",\"not\":{\"$ref\":\"#b\"}}", false},
    {"{\"not\":{\"$ref\":\"#/not\"}}", false}, // itself, for ever
    {"{\"$defs\":{\"a b\":true},\"not\":{\"$ref\":\"#/$defs/a%20b\"}}", true},
    {"{\"not\":{\"$ref\":\"#/$defs/a\"}}", false},
    {"{\"not\":{\"$ref\":\"other.json\"}}", false},
};

START_TEST(a_schema_is_called_by_what_it_says_it_is_called)
{
    const cds_schema *read = NULL;
    const cds_status status = load(names[_i].schema, &read);
    ck_assert_msg(status == (names[_i].taken ? CDS_OK : CDS_REFUSED), "%s: %d %s",
                  names[_i].schema, status, ctx.error.what);
    cds_schema_close(read);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("schema_words");
    TCase *cases = tcase_create("schema_words");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, a_keyword_takes_its_kind_of_value_and_no_other, 0,
                        sizeof keywords / sizeof *keywords);
    tcase_add_loop_test(cases, a_format_knows_what_it_is_called_by, 0,
                        sizeof texts / sizeof *texts);
    tcase_add_loop_test(cases, a_schema_is_called_by_what_it_says_it_is_called, 0,
                        sizeof names / sizeof *names);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
