// SPDX-License-Identifier: Apache-2.0
// types.lua: every word is told, every field has a type, and nothing leaves its comment.
#include "engine/check/types.h"

#include "tests/unit/release_fixture.h"

static release made;

static void setup(void)
{
    made = release_new();
}

static void teardown(void)
{
    release_free(&made);
}

/** types.lua of the release, with a NUL at its end. */
static const char *written(void)
{
    cds_buf buf;
    cds_text text = {0};
    (void)release_look(&made);
    cds_buf_init(&buf, made.ctx.mem);
    cds_types_write(&buf, made.rules);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &text), CDS_OK);
    return text.data;
}

START_TEST(every_word_of_the_language_is_told)
{
    ck_assert_msg(cds_types_check(&made.ctx) == CDS_OK, "%s", made.ctx.error.what);
}
END_TEST

static const char *const lines[] = {
    "---@field fever fact.yesno Fever. Fever?\n",
    "---@field age_years fact.number Age. Age? In years. From 5 to 110.\n",
    "---@field word fact.text Word.",
    "---@field level fact.of.patient.level Running level.",
    "---@field is fun(self, value: option.patient.level): condition\n",
    "---@field is_one_of fun(self, values: option.patient.level[]): condition\n",
    "---@field includes_any fun(self, values: option.patient.sites[]): condition\n",
    "---@class fact.of.patient.sites : fact.list\n",
    "---| \"elite\" # National level\n",
    "---@field drugs fact.items ",
    "---@type fact.date\nassessed_on = {}\n",
    "---@type group.patient\npatient = {}\n",
    "---@field stage fact.number Stage. Stage? From 0 to 4. Asked for, or not: given(), "
    "not_given().\n",
    "---@class facts.patient\n---@field age_years integer ",
    "---@field sites option.patient.sites[] ",
    "---@class person.patient\n---@field age_years integer|unknown|nil ",
    "---@field patient facts.patient\n",
    "---| \"rehab.pain\" # Pain\n",
    "---@alias answer.care\n---| \"now\" # Now\n---| \"later\" # Later\n",
    "---@overload fun(decision: \"care\"): decided.care\nfunction decided(decision) end\n",
    "---@field [\"care\"] answer.care|nil Is care needed?\n",
    "---yes(patient.fever)\n",
    "---given(rehab.stage)\n",
    "rehab.pain:at_least(3)",
};

START_TEST(what_an_editor_reads_is_there)
{
    const char *text = written();
    ck_assert_msg(strstr(text, lines[_i]) != NULL, "%s is missing", lines[_i]);
}
END_TEST

START_TEST(what_is_deeper_and_what_is_alone_is_declared)
{
    release_put(&made, "assessment.schema.json",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                "\"type\":\"object\",\"properties\":{"
                "\"assessed_on\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"},"
                "\"mood\":{\"type\":[\"string\",\"null\"],\"enum\":[\"good\",\"bad\",null]},"
                "\"patient\":{\"type\":\"object\",\"properties\":{"
                "\"fever\":{\"type\":\"boolean\"},\"age_years\":{\"type\":\"integer\"},"
                "\"heart\":{\"type\":\"object\",\"properties\":{"
                "\"rate\":{\"type\":\"integer\"}}}}}}}");
    const char *text = written();
    ck_assert_ptr_nonnull(strstr(text, "---@type fact.of.mood\nmood = {}\n"));
    ck_assert_ptr_nonnull(strstr(text, "---@field heart group.patient.heart\n"));
    ck_assert_ptr_nonnull(strstr(text, "---@class group.patient.heart\n---@field rate "));
    ck_assert_ptr_null(strstr(text, "heart.rate "));
}
END_TEST

START_TEST(a_setting_has_the_type_of_its_value)
{
    static const char *const settings[] = {
        "---@field number number\n",
        "---@field word string\n",
        "---@field on boolean\n",
        "---@field off boolean\n",
        "---@field list string[]\n",
        "---@field none any[]\n",
        "---@field x1_y number\n",
        "---@field _z number\n",
        "---@field odd table\n",
        "---@field deep { a: number, b: { c: boolean } }\n",
        "---@field rows { a: number }[]\n",
    };
    release_put(&made, "clinic.lua",
                "clinic { number = 1, word = \"x\", on = true, off = false, list = { \"a\" },\n"
                "none = {}, x1_y = 1, _z = 2, odd = { [\"1 x\"] = 1 }, [\"Not-a name\"] = 1,\n"
                "[\"9a\"] = 1, [\"\"] = 1, [\"a{\"] = 1, [\"a:\"] = 1,\n"
                "deep = { a = 1, b = { c = true }, [\"B\"] = 1 }, rows = { { a = 1 } } }");
    const char *text = written();
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        ck_assert_msg(strstr(text, settings[i]) != NULL, "%s is missing", settings[i]);
    }
    ck_assert_ptr_null(strstr(text, "Not-a"));
    ck_assert_ptr_null(strstr(text, "@field 9a"));
    ck_assert_ptr_null(strstr(text, "@field a{"));
    ck_assert_ptr_null(strstr(text, "@field a:"));
}
END_TEST

/** A comment, a word that is declared, or nothing. */
static bool declares_only(const char *line, size_t length)
{
    const bool function = strncmp(line, "function ", 9) == 0 && length > 13 &&
                          strncmp(line + length - 5, ") end", 5) == 0;
    const bool value = length > 5 && strncmp(line + length - 5, " = {}", 5) == 0;
    return length == 0 || strncmp(line, "--", 2) == 0 || function || value;
}

START_TEST(no_text_leaves_its_comment)
{
    release_put(&made, "findings/hot.lua",
                "finding(\"hot \\\"one\\\"\", { says = \"hot\\n\\nos.exit()\", when = "
                "yes(patient.fever) })\n");
    const char *text = written();
    ck_assert_ptr_nonnull(strstr(text, "---| \"hot \\\"one\\\"\" # hot  os.exit()\n"));
    for (const char *line = text; *line != '\0';) {
        const size_t length = strcspn(line, "\n");
        ck_assert_msg(declares_only(line, length), "%.*s", (int)length, line);
        line += length + 1;
    }
}
END_TEST

START_TEST(settings_have_their_types)
{
    release_put(&made, "clinic.lua",
                "clinic { time_zone = \"Australia/Melbourne\", days = { \"monday\" }, "
                "course = { weeks = 8, open = true } }\n");
    const char *text = written();
    ck_assert_ptr_nonnull(strstr(text, "---@field time_zone string\n"));
    ck_assert_ptr_nonnull(strstr(text, "---@field days string[]\n"));
    ck_assert_ptr_nonnull(strstr(text, "weeks: number"));
    ck_assert_ptr_nonnull(strstr(text, "open: boolean"));
}
END_TEST

static Suite *types_suite(void)
{
    Suite *suite = suite_create("types");
    TCase *tests = tcase_create("types");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, every_word_of_the_language_is_told);
    tcase_add_loop_test(tests, what_an_editor_reads_is_there, 0, sizeof lines / sizeof *lines);
    tcase_add_test(tests, a_setting_has_the_type_of_its_value);
    tcase_add_test(tests, what_is_deeper_and_what_is_alone_is_declared);
    tcase_add_test(tests, no_text_leaves_its_comment);
    tcase_add_test(tests, settings_have_their_types);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return run_suite(types_suite());
}
