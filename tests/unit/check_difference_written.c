// SPDX-License-Identifier: Apache-2.0
// A difference written for people, for a page and for programs; whom it reaches.
#include "difference_fixture.h"

#include "engine/facts/json.h"

#define FINDINGS(years)                                                                        \
    "finding(\"grown\", { says = \"grown up\", when = patient.age_years:at_least(" years ") "  \
    "})\n"

static const char second_decision[] =
    "decision \"rest\" {\n"
    "  question = \"Is rest needed?\",\n"
    "  answers = { \"yes\" },\n"
    "  otherwise = \"no\",\n"
    "  texts = {\n"
    "    yes = { title = \"Yes\", clinician = \"c\", patient = \"p\" },\n"
    "    no = { title = \"No\", clinician = \"c\", patient = \"p\" },\n"
    "    undetermined = { title = \"Open\", clinician = \"c\", patient = \"p\" },\n"
    "  },\n"
    "}\n";

static const char second_rule[] =
    "rule {\n"
    "  id = \"rest/one\", title = \"Rest\",\n"
    "  version = \"1.0.0\", status = \"active\", owner = \"Lead\",\n"
    "  review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
    "  purpose = \"To test.\", basis = \"clinic policy\",\n"
    "  decides = \"rest\", answer = \"yes\", indicator = \"info\",\n"
    "  when = decided(\"care\"):is \"now\",\n"
    "  say = { clinician = \"Rest.\", patient = \"*Rest*.\" },\n"
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n"
    "}\n";

static const char first_rule[] =
    RELEASE_RULE_BEGIN "all { yes(patient.fever), finding \"grown\" }" RELEASE_RULE_END;

static void put_all(release *to, const char *findings)
{
    release_put(to, "care/one.lua", first_rule);
    release_put(to, "rest/decision.lua", second_decision);
    release_put(to, "rest/one.lua", second_rule);
    release_put(to, "findings.lua", findings);
}

static void setup(void)
{
    difference_setup();
    put_all(&old_one, FINDINGS("18"));
    put_all(&new_one, FINDINGS("16"));
    release_put(&new_one, "rest/one.lua", edited(second_rule, "*Rest*.", "<Rest> more."));
}

static cds_text written(void (*write)(cds_buf *buf, const cds_difference *difference))
{
    cds_difference found = difference_find();
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, asked.mem);
    write(&buf, &found);
    ck_assert_int_eq(cds_buf_end(&asked, &buf, &text), CDS_OK);
    return text;
}

/** The same, ended by a NUL. */
static const char *ended(cds_text text)
{
    cds_text copy = {0};
    ck_assert_int_eq(cds_text_copy(&asked, text, &copy), CDS_OK);
    return copy.data;
}

static void plain(cds_buf *buf, const cds_difference *difference)
{
    cds_difference_tell(buf, difference, false);
}

static void colored(cds_buf *buf, const cds_difference *difference)
{
    cds_difference_tell(buf, difference, true);
}

START_TEST(people_read_lines)
{
    ck_assert_text(written(plain),
                   "Rules\n"
                   "  rest/one  Rest\n"
                   "    patient's text reworded\n"
                   "      - *Rest*.\n"
                   "      + <Rest> more.\n"
                   "\n"
                   "Findings\n"
                   "  grown  grown up\n"
                   "    threshold moved: age is at least 18 years -> at least 16 years\n"
                   "    read by 1 rule: care/one\n"
                   "\n"
                   "Decisions whose answers may change\n"
                   "  care, by 1 of these changes\n"
                   "  rest, which reads care\n");
}
END_TEST

START_TEST(colour_adds_nothing_but_colour)
{
    cds_text with = written(colored);
    cds_text without = written(plain);
    cds_buf buf;
    cds_text bare = {0};
    cds_buf_init(&buf, asked.mem);
    size_t codes = 0;
    for (size_t i = 0; i < with.length; i++) {
        if (with.data[i] != '\x1b') {
            cds_buf_char(&buf, with.data[i]);
            continue;
        }
        codes++;
        i = (size_t)((const char *)memchr(with.data + i, 'm', with.length - i) - with.data);
    }
    ck_assert_int_eq(cds_buf_end(&asked, &buf, &bare), CDS_OK);
    ck_assert(cds_text_equal(bare, without));
    ck_assert_uint_gt(codes, 10);
}
END_TEST

START_TEST(a_page_keeps_what_markdown_would_read_as_its_own)
{
    const char *page = ended(written(cds_difference_markdown));
    ck_assert_ptr_nonnull(strstr(page,
                                 "\n## Rules\n\n### `rest/one`: Rest\n\n- patient's text "
                                 "reworded: \"\\*Rest\\*.\" -\\> \"\\<Rest\\> more.\"\n"));
    ck_assert_ptr_nonnull(strstr(page, "- threshold moved: age is at least 18 years -\\> at "
                                       "least 16 years (answers may change)\n"));
    ck_assert_ptr_nonnull(strstr(page, "- `rest`, which reads `care`\n"));
}
END_TEST

START_TEST(programs_read_json)
{
    const cds_json *all = NULL;
    cds_text text = written(cds_difference_json);
    ck_assert_int_eq(cds_json_parse(&asked, text, &all), CDS_OK);
    const cds_json *thing = cds_json_member(all, CDS_TEXT("changes"))->child->next;
    ck_assert_text(cds_json_member(thing, CDS_TEXT("concerns"))->text, "finding");
    ck_assert_text(cds_json_member(thing, CDS_TEXT("id"))->text, "grown");
    ck_assert_text(cds_json_member(thing, CDS_TEXT("file"))->text, "findings.lua");
    ck_assert_text(cds_json_member(thing, CDS_TEXT("rules"))->child->text, "care/one");
    const cds_json *edit = cds_json_member(thing, CDS_TEXT("edits"))->child;
    ck_assert_text(cds_json_member(edit, CDS_TEXT("kind"))->text, "threshold");
    ck_assert_text(cds_json_member(edit, CDS_TEXT("before"))->text, "age is at least 18 years");
    ck_assert_text(cds_json_member(edit, CDS_TEXT("after"))->text, "age is at least 16 years");
    ck_assert_int_eq(cds_json_member(edit, CDS_TEXT("matters"))->kind, CDS_JSON_TRUE);
    const cds_json *decisions = cds_json_member(all, CDS_TEXT("decisions"));
    ck_assert_uint_eq(decisions->count, 2);
    ck_assert_text(cds_json_member(decisions->child->next, CDS_TEXT("through"))->text, "care");
}
END_TEST

START_TEST(words_alone_change_no_decision)
{
    release_put(&new_one, "findings.lua", FINDINGS("18"));
    cds_difference found = difference_find();
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.affected_count, 0);
    const char *lines = ended(written(plain));
    ck_assert_ptr_nonnull(strstr(lines, "\nNo decision reads what changes here.\n"));
}
END_TEST

START_TEST(a_draft_changes_no_decision)
{
    const char *draft = edited(second_rule, "\"active\"", "\"draft\"");
    put_all(&new_one, FINDINGS("18"));
    release_put(&old_one, "rest/one.lua", draft);
    release_put(&new_one, "rest/one.lua",
                edited(draft, "decided(\"care\"):is \"now\"", "yes(patient.fever)"));
    cds_difference found = difference_find();
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.affected_count, 0);
}
END_TEST

START_TEST(settings_are_left_to_a_replay)
{
    release_put(&old_one, "clinic.lua", "clinic { phone = \"000\" }\n");
    release_put(&new_one, "clinic.lua", "clinic { phone = \"112\" }\n");
    const char *lines = ended(written(plain));
    ck_assert_ptr_nonnull(strstr(lines, "only a replay of recorded assessments shows"));
}
END_TEST

START_TEST(nothing_that_differs_is_said)
{
    put_all(&new_one, FINDINGS("18"));
    ck_assert_text(written(plain), "Nothing differs.\n");
    ck_assert_ptr_nonnull(
        strstr(ended(written(cds_difference_markdown)), "\nNothing differs.\n"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("difference, written");
    TCase *cases = tcase_create("written");
    tcase_add_checked_fixture(cases, setup, difference_teardown);
    tcase_add_test(cases, people_read_lines);
    tcase_add_test(cases, colour_adds_nothing_but_colour);
    tcase_add_test(cases, a_page_keeps_what_markdown_would_read_as_its_own);
    tcase_add_test(cases, programs_read_json);
    tcase_add_test(cases, words_alone_change_no_decision);
    tcase_add_test(cases, a_draft_changes_no_decision);
    tcase_add_test(cases, settings_are_left_to_a_replay);
    tcase_add_test(cases, nothing_that_differs_is_said);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
