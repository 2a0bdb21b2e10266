// SPDX-License-Identifier: Apache-2.0
// The clinic's own rules with one edit at a time: the difference names what was edited, and
// nothing else.
#include "difference_fixture.h"

#include "server/record/folder.h"

#define EDITS 8 // of each kind
#define SECONDS 300

static srv_files clinic;
static cds_ruleset *as_it_is;
static uint64_t seed;

static uint64_t draw(size_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (seed >> 33) % below;
}

static void setup(void)
{
    const srv_folder folder = {SOURCE_DIR "/rules",
                               SOURCE_DIR "/schemas/assessment.schema.json"};
    asked = (cds_ctx){.mem = cds_arena_new((size_t)1 << 30)};
    seed = 20261122;
    ck_assert_int_eq(srv_folder_read(&asked, &folder, &clinic), CDS_OK);
    ck_assert_int_eq(cds_ruleset_load(&asked, clinic.list, clinic.count, &as_it_is), CDS_OK);
}

static void teardown(void)
{
    cds_ruleset_drop(as_it_is);
    cds_arena_free(asked.mem);
}

/** Where a text is edited: bytes `at` to `end` of a file become `to`. */
typedef struct edit_at {
    size_t file, at, end;
    const char *to;
} edit_at;

static cds_text edited_bytes(cds_text bytes, const edit_at *one)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, asked.mem);
    cds_buf_text(&buf, (cds_text){bytes.data, one->at});
    cds_buf_word(&buf, one->to);
    cds_buf_text(&buf, (cds_text){bytes.data + one->end, bytes.length - one->end});
    ck_assert_int_eq(cds_buf_end(&asked, &buf, &text), CDS_OK);
    return text;
}

/** The release with one file other than it is; NULL where it is refused. */
static cds_ruleset *load_edited(const edit_at *one)
{
    cds_ruleset *rules = NULL;
    cds_file *files = cds_alloc(asked.mem, clinic.count * sizeof *files);
    memcpy(files, clinic.list, clinic.count * sizeof *files);
    files[one->file].bytes = edited_bytes(files[one->file].bytes, one);
    cds_error_clear(&asked);
    (void)cds_ruleset_load(&asked, files, clinic.count, &rules);
    cds_error_clear(&asked);
    return rules;
}

static bool in_folder(cds_text path, const char *folder, bool is)
{
    bool lua = path.length > 4 && memcmp(path.data + path.length - 4, ".lua", 4) == 0;
    bool test = memmem(path.data, path.length, ".test.", 6) != NULL;
    return lua && !test && cds_text_starts(path, folder) == is;
}

/** A place in a file of rules (or of findings) behind `before`, drawn at random. */
static edit_at draw_place(bool finding, const char *before)
{
    for (;;) {
        size_t file = draw(clinic.count);
        const cds_file *one = &clinic.list[file];
        size_t from = one->bytes.length == 0 ? 0 : draw(one->bytes.length);
        const char *found =
            memmem(one->bytes.data + from, one->bytes.length - from, before, strlen(before));
        bool rule = memmem(one->bytes.data, one->bytes.length, "\nrule {", 7) != NULL;
        if (found != NULL && in_folder(one->path, "findings/", finding) && rule != finding) {
            size_t at = (size_t)(found - one->bytes.data) + strlen(before);
            return (edit_at){file, at, at, ""};
        }
    }
}

/** The id of the rule, or the name of the finding, that the place is in. */
static cds_text thing_at(const edit_at *one)
{
    const cds_file *file = &clinic.list[one->file];
    if (!cds_text_starts(file->path, "findings/"))
        return (cds_text){file->path.data, file->path.length - 4};
    const char *name = NULL;
    for (const char *at = file->bytes.data; at < file->bytes.data + one->at; at++) {
        if (strncmp(at, "\nfinding(\"", 10) == 0)
            name = at + 10;
    }
    ck_assert_ptr_nonnull(name);
    return (cds_text){name, (size_t)(strchr(name, '"') - name)};
}

static void names_only(const edit_at *one, const cds_ruleset *rules, cds_edit_kind kind)
{
    cds_difference found = {0};
    cds_text id = thing_at(one);
    ck_assert_int_eq(cds_difference_find(&asked, cds_ruleset_look(as_it_is),
                                         cds_ruleset_look(rules), &found),
                     CDS_OK);
    bool named = false;
    for (size_t i = 0; i < found.count; i++) {
        const cds_differing *thing = &found.things[i];
        bool its = cds_text_equal(thing->id, id);
        bool answers = kind == CDS_EDIT_ANSWER && thing->concern == CDS_CONCERN_DECISION;
        named = named || (its && thing->edit_count == 1 && thing->edits[0].kind == kind);
        ck_assert_msg(its || answers, "%.*s was edited: %s", (int)id.length, id.data,
                      difference_lines(&found));
    }
    ck_assert_msg(named, "%.*s was edited at byte %zu: %s", (int)id.length, id.data, one->at,
                  difference_lines(&found));
}

static bool is_number(char byte)
{
    return byte >= '0' && byte <= '9';
}

/** A number behind the word becomes one more; where that is refused, another is drawn. */
static void moved_numbers_are_named(bool finding, const char *word)
{
    for (size_t done = 0; done < EDITS;) {
        edit_at one = draw_place(finding, word);
        const char *bytes = clinic.list[one.file].bytes.data;
        char more[32];
        while (is_number(bytes[one.end]))
            one.end++;
        if (one.end == one.at || bytes[one.end] != ')')
            continue;
        snprintf(more, sizeof more, "%ld", strtol(bytes + one.at, NULL, 10) + 1);
        one.to = more;
        cds_ruleset *rules = load_edited(&one);
        if (rules != NULL) {
            names_only(&one, rules, CDS_EDIT_THRESHOLD);
            done++;
        }
        cds_ruleset_drop(rules);
    }
}

START_TEST(a_moved_threshold_names_its_rule)
{
    moved_numbers_are_named(false, ":at_least(");
}
END_TEST

START_TEST(a_moved_threshold_names_its_finding)
{
    moved_numbers_are_named(true, ":at_least(");
    moved_numbers_are_named(true, ":at_most(");
}
END_TEST

START_TEST(another_title_names_its_rule)
{
    for (size_t done = 0; done < EDITS; done++) {
        edit_at one = draw_place(false, "\n  title    = \"");
        one.to = "Really: ";
        cds_ruleset *rules = load_edited(&one);
        ck_assert_ptr_nonnull(rules);
        names_only(&one, rules, CDS_EDIT_REWORDED);
        cds_ruleset_drop(rules);
    }
}
END_TEST

START_TEST(an_option_taken_out_names_its_finding)
{
    for (size_t done = 0; done < EDITS;) {
        edit_at one = draw_place(true, ":includes_any { ");
        const char *bytes = clinic.list[one.file].bytes.data;
        const char *end = strstr(bytes + one.at, "\", ");
        if (end == NULL || memchr(bytes + one.at, '}', (size_t)(end - bytes) - one.at) != NULL)
            continue;
        one.end = (size_t)(end - bytes) + 3;
        cds_ruleset *rules = load_edited(&one);
        ck_assert_ptr_nonnull(rules);
        names_only(&one, rules, CDS_EDIT_OPTIONS);
        cds_ruleset_drop(rules);
        done++;
    }
}
END_TEST

START_TEST(another_answer_names_its_rule)
{
    for (size_t done = 0; done < EDITS;) {
        edit_at one = draw_place(false, "\n  answer   = \"");
        const cds_rule *rule = cds_ruleset_rule(as_it_is, thing_at(&one));
        const cds_decision *decision = rule->decision;
        unsigned other = (rule->answer + 1) % (unsigned)decision->declared_count;
        char word[64];
        if (other == rule->answer)
            continue;
        snprintf(word, sizeof word, "%.*s", (int)decision->answers[other].name.length,
                 decision->answers[other].name.data);
        one.end += decision->answers[rule->answer].name.length;
        one.to = word;
        cds_ruleset *rules = load_edited(&one);
        ck_assert_ptr_nonnull(rules);
        names_only(&one, rules, CDS_EDIT_ANSWER);
        cds_ruleset_drop(rules);
        done++;
    }
}
END_TEST

/** The release without about one rule in `of`. */
static cds_ruleset *load_fewer(size_t of)
{
    cds_ruleset *rules = NULL;
    cds_file *files = cds_alloc(asked.mem, clinic.count * sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < clinic.count; i++) {
        cds_text bytes = clinic.list[i].bytes;
        bool rule = memmem(bytes.data, bytes.length, "\nrule {", 7) != NULL;
        if (!rule || draw(of) != 0)
            files[count++] = clinic.list[i];
    }
    cds_status status = cds_ruleset_load(&asked, files, count, &rules);
    ck_assert_msg(status == CDS_OK, "%s: %s", asked.error.where, asked.error.what);
    return rules;
}

static size_t count_kind(const cds_difference *found, cds_edit_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++)
        count += found->things[i].edits[0].kind == kind;
    return count;
}

START_TEST(what_one_way_adds_the_other_way_removes)
{
    for (size_t done = 0; done < EDITS / 2; done++) {
        cds_difference there = {0};
        cds_difference back = {0};
        cds_ruleset *fewer = load_fewer(8);
        const cds_ruleset_view *before = cds_ruleset_look(as_it_is);
        const cds_ruleset_view *after = cds_ruleset_look(fewer);
        ck_assert_int_eq(cds_difference_find(&asked, before, after, &there), CDS_OK);
        ck_assert_int_eq(cds_difference_find(&asked, after, before, &back), CDS_OK);
        size_t gone = before->rule_count - after->rule_count;
        ck_assert_uint_gt(gone, 0);
        ck_assert_uint_eq(count_kind(&there, CDS_EDIT_REMOVED), gone);
        ck_assert_uint_eq(count_kind(&back, CDS_EDIT_ADDED), gone);
        ck_assert_uint_eq(count_kind(&there, CDS_EDIT_ADDED), 0);
        ck_assert_uint_eq(count_kind(&back, CDS_EDIT_REMOVED), 0);
        cds_ruleset_drop(fewer);
    }
}
END_TEST

START_TEST(the_clinics_rules_do_not_differ_from_themselves)
{
    cds_difference found = {0};
    cds_ruleset *again = NULL;
    ck_assert_int_eq(cds_ruleset_load(&asked, clinic.list, clinic.count, &again), CDS_OK);
    ck_assert_int_eq(cds_difference_find(&asked, cds_ruleset_look(as_it_is),
                                         cds_ruleset_look(again), &found),
                     CDS_OK);
    ck_assert_uint_eq(found.count, 0);
    ck_assert_uint_eq(found.affected_count, 0);
    cds_ruleset_drop(again);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("difference of the clinic's rules");
    TCase *cases = tcase_create("one edit");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, SECONDS);
    tcase_add_test(cases, a_moved_threshold_names_its_rule);
    tcase_add_test(cases, a_moved_threshold_names_its_finding);
    tcase_add_test(cases, another_title_names_its_rule);
    tcase_add_test(cases, an_option_taken_out_names_its_finding);
    tcase_add_test(cases, another_answer_names_its_rule);
    tcase_add_test(cases, what_one_way_adds_the_other_way_removes);
    tcase_add_test(cases, the_clinics_rules_do_not_differ_from_themselves);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
