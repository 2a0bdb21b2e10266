// SPDX-License-Identifier: Apache-2.0
// The changelog to the letter: newest day first, rules with the same line together, lines
// wrapped.
#include "engine/check/changelog.h"

#include "release_fixture.h"

#define RULE(id, history)                                                                      \
    "rule { id = \"" id "\", title = \"T\", version = \"1.0.0\", status = \"active\",\n"       \
    "owner = \"Lead\", review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"            \
    "purpose = \"To test.\", basis = \"clinic policy\", decides = \"care\",\n"                 \
    "answer = \"now\", indicator = \"info\", when = yes(patient.fever),\n"                     \
    "say = { clinician = \"c\", patient = \"p\" }, history = { " history " } }\n"
#define FIRST "{ \"1.0.0\", \"2026-11-22\", \"First release.\" }"
#define LONG "a-name-that-takes-a-great-deal-of-the-width-of-a-line-"

static release made;

static void setup(void)
{
    made = release_new();
}

static void teardown(void)
{
    release_free(&made);
}

/** What stands below the heading. */
static const char *written(void)
{
    cds_buf buf;
    cds_text text = {0};
    (void)release_look(&made);
    cds_buf_init(&buf, made.ctx.mem);
    cds_changelog_write(&buf, made.rules);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &text), CDS_OK);
    const char *first = strstr(text.data, "\n## ");
    ck_assert_ptr_nonnull(first);
    return first;
}

START_TEST(the_newest_day_comes_first_and_on_a_day_the_words_decide)
{
    release_put(&made, "care/one.lua", RULE("care/one", FIRST));
    release_put(&made, "care/two.lua",
                RULE("care/two", "{ \"1.0.0\", \"2026-12-01\", \"Later.\" }, "
                                 "{ \"0.9.0\", \"2026-11-22\", \"First release.\" }, "
                                 "{ \"0.8.0\", \"2026-11-22\", \"A draft.\" }"));
    release_put(&made, "care/six.lua", RULE("care/six", FIRST));
    ck_assert_str_eq(written(), "\n## 2026-12-01\n\n- Later. (1.0.0)\n  `care/two`\n"
                                "\n## 2026-11-22\n\n- A draft. (0.8.0)\n  `care/two`\n"
                                "- First release. (0.9.0)\n  `care/two`\n"
                                "- First release. (1.0.0)\n  `care/one`, `care/six`\n");
}
END_TEST

START_TEST(ids_are_wrapped)
{
    release_put(&made, "care/one.lua", RULE("care/one", FIRST));
    release_put(&made, "care/" LONG "a.lua", RULE("care/" LONG "a", FIRST));
    release_put(&made, "care/" LONG "b.lua", RULE("care/" LONG "b", FIRST));
    ck_assert_str_eq(written(), "\n## 2026-11-22\n\n- First release. (1.0.0)\n"
                                "  `care/" LONG "a`,\n  `care/" LONG "b`, `care/one`\n");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("changelog");
    TCase *cases = tcase_create("changelog");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, the_newest_day_comes_first_and_on_a_day_the_words_decide);
    tcase_add_test(cases, ids_are_wrapped);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
