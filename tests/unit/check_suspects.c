// SPDX-License-Identifier: Apache-2.0
// The quick look that spares deciding people under two releases, against the bytes themselves:
// the clinic's own rules with one edit at a time, for many people.
#include "clinic_people.h"

#include "engine/compare/suspects.h"
#include "engine/decide/reply.h"

#define EXAMPLES SOURCE_DIR "/schemas/examples/"
#define RANDOM_PEOPLE 120
#define PEOPLE_MAX (RANDOM_PEOPLE + 64)
#define RANDOM_EDITS 60
#define SECONDS 600

static clinic it;
static people all;
static cds_sandbox *before;
static const cds_facts *who[PEOPLE_MAX];
static cds_text told[PEOPLE_MAX]; // under the rules as they are
static size_t who_count;

static cds_text decision_of(cds_ctx *ctx, cds_sandbox *sandbox, const cds_facts *facts)
{
    cds_text text;
    ck_assert_int_eq(cds_reply_write(ctx, person_evaluate(ctx, sandbox, facts), &text), CDS_OK);
    return text;
}

static void take_person(const cds_facts *facts)
{
    ck_assert_uint_lt(who_count, PEOPLE_MAX);
    told[who_count] = decision_of(&it.ctx, before, facts);
    who[who_count++] = facts;
}

/** The same person with fewer calf raises than are usual at most ages. */
static void take_weak_calf(const cds_facts *facts)
{
    const cds_field *field =
        cds_fields_find(facts->fields, CDS_TEXT("strength.calf_raise_reps"));
    const size_t bytes = facts->fields->count * sizeof *facts->list;
    cds_fact *list = cds_alloc(it.ctx.mem, bytes);
    cds_facts *weak = cds_alloc(it.ctx.mem, sizeof *weak);
    cds_json *number = cds_alloc(it.ctx.mem, sizeof *number);
    *number = (cds_json){.kind = CDS_JSON_NUMBER, .number = 15};
    memcpy(list, facts->list, bytes);
    list[field->index] = (cds_fact){.known = true, .number = 15, .json = number};
    *weak = (cds_facts){facts->fields, list};
    take_person(weak);
}

static void take_example(const char *name)
{
    char path[512];
    const cds_json *json = NULL;
    const cds_facts *facts = NULL;
    snprintf(path, sizeof path, EXAMPLES "%s", name);
    const cds_file file = clinic_read(&it, path, name);
    ck_assert_int_eq(cds_json_parse(&it.ctx, file.bytes, &json), CDS_OK);
    ck_assert_int_eq(cds_facts_read(&it.ctx, it.view->fields, json, &facts), CDS_OK);
    if (!cds_facts_of(facts, cds_fields_find(facts->fields, CDS_TEXT("assessed_on")))->known) {
        const cds_field *day = cds_fields_find(facts->fields, CDS_TEXT("assessed_on"));
        ck_assert_int_eq(cds_facts_with_day(&it.ctx, facts, day, (cds_date){20779}, &facts),
                         CDS_OK);
    }
    take_person(facts);
    take_weak_calf(facts);
}

/** All good examples, and random persons who answered from little to nearly everything. */
static void setup(void)
{
    static person persons[RANDOM_PEOPLE];
    (void)setenv("SEED", "1", 0); // the same people each time: an edit must change somebody
    clinic_open(&it);
    clinic_load(&it);
    ck_assert_int_eq(cds_sandbox_open(&it.ctx, it.rules, cds_default_budget, &before), CDS_OK);
    DIR *folder = opendir(EXAMPLES);
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        if (strncmp(one->d_name, "good-", 5) == 0)
            take_example(one->d_name);
    }
    closedir(folder);
    people_open(&all, it.view, "suspects");
    for (size_t i = 0; i < RANDOM_PEOPLE; i++) {
        persons[i] = person_new(&all);
        for (size_t k = 0; k < it.view->fields->count; k++) {
            const cds_field *field = &it.view->fields->list[k];
            if (!is_given(field) && below(&all, RANDOM_PEOPLE) < i)
                persons[i].facts[k] = random_fact(&all, &persons[i], field);
        }
        take_person(&persons[i].known);
    }
}

static void teardown(void)
{
    cds_sandbox_close(before);
    clinic_close(&it);
}

/** How the people fared under an edited release. */
typedef struct tally {
    size_t changed; // told something else
    size_t spared;  // the quick look said that nothing changes
} tally;

static bool in_question(cds_ctx *ctx, const cds_suspects *suspects, cds_sandbox *after,
                        const cds_facts *facts, const cds_facts *facts_after)
{
    bool plays = suspects->everything;
    const cds_ruleset_view *view = cds_ruleset_look(cds_sandbox_ruleset(after));
    if (!plays)
        ck_assert_int_eq(
            cds_in_play(ctx, (cds_inputs){it.view, before, facts}, &suspects->before, &plays),
            CDS_OK);
    if (!plays)
        ck_assert_int_eq(
            cds_in_play(ctx, (cds_inputs){view, after, facts_after}, &suspects->after, &plays),
            CDS_OK);
    return plays;
}

static tally try_people(cds_ruleset *edited, const char *edit)
{
    tally found = {0};
    cds_ctx ctx = {.mem = cds_arena_new((size_t)256 << 20)};
    cds_ctx each = {.mem = cds_arena_new((size_t)64 << 20)};
    const cds_ruleset_view *view = cds_ruleset_look(edited);
    cds_sandbox *after = NULL;
    cds_suspects suspects;
    ck_assert_int_eq(cds_sandbox_open(&ctx, edited, cds_default_budget, &after), CDS_OK);
    ck_assert_int_eq(cds_suspects_find(&ctx, it.view, view, &suspects), CDS_OK);
    for (size_t i = 0; i < who_count && suspects.same_schema; i++) {
        const cds_facts *facts = NULL;
        cds_arena_reset(each.mem);
        ck_assert_int_eq(cds_facts_under(&each, who[i], view->fields, &facts), CDS_OK);
        const bool plays = in_question(&each, &suspects, after, who[i], facts);
        const bool same = cds_text_equal(told[i], decision_of(&each, after, facts));
        ck_assert_msg(plays || same, "%s: person %zu is told something else, and was spared",
                      edit, i);
        found.changed += !same;
        found.spared += !plays;
    }
    cds_sandbox_close(after);
    cds_arena_free(each.mem);
    cds_arena_free(ctx.mem);
    return found;
}

static cds_file *file_at(const char *path)
{
    for (size_t i = 0; i < it.file_count; i++) {
        if (cds_text_is(it.files[i].path, path))
            return &it.files[i];
    }
    ck_abort_msg("there is no %s", path);
    return NULL;
}

/** The release with bytes `at` to `end` of one file become `to`; NULL where it is refused. */
static cds_ruleset *load_edited(cds_file *file, size_t at, size_t end, const char *to)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)256 << 20)};
    const cds_text was = file->bytes;
    cds_ruleset *rules = NULL;
    cds_buf buf;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_text(&buf, (cds_text){was.data, at});
    cds_buf_word(&buf, to);
    cds_buf_text(&buf, (cds_text){was.data + end, was.length - end});
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &file->bytes), CDS_OK);
    (void)cds_ruleset_load(&ctx, it.files, it.file_count, &rules);
    file->bytes = was;
    cds_arena_free(ctx.mem);
    return rules;
}

// What each edit changes for somebody: a member of every kind of thing.
static const struct edit {
    const char *path, *from, *to;
    bool spares; // somebody need not be decided twice
} edits[] = {
    {"cortisone/recreational-over-40.lua", "at_least(40)", "at_least(35)", true},
    {"cortisone/recreational-over-40.lua", "\"competitive\" }", "}", true},
    {"cortisone/recreational-over-40.lua", "Strong advice", "Clear advice", true},
    {"cortisone/recreational-over-40.lua", "Loading goes on", "Loading goes further", true},
    {"cortisone/recreational-over-40.lua", "Your \"", "Those \"", true},
    {"cortisone/recreational-over-40.lua", "\"warning\"", "\"info\"", true},
    {"cortisone/recreational-over-40.lua", "Most of the", "Much of the", true},
    {"cortisone/recreational-over-40.lua", "offer     = { suggest \"continue-loading\" },", "",
     true},
    {"cortisone/recreational-over-40.lua", "less collagen", "little collagen", true},
    {"cortisone/recreational-over-40.lua", "\"active\"", "\"draft\"", true},
    {"cortisone/recreational-over-40.lua", "= \"advise-against\"", "= \"specialist-decision\"",
     true},
    {"cortisone/decision.lua", "title = \"", "title = \"Really: ", false},
    {"suggestions/continue-loading.lua", "Continue", "Go on with", true},
    {"evidence/coombes-2010.lua", "Lancet", "The Lancet", true},
    {"progression/hold.lua", "review_after_days = 7", "review_after_days = 8", true},
    {"progression/hold.lua", "A-skips", "B-skips", true},
    {"outlook/weeks.lua", "upper, found = 26", "upper, found = 27", true},
    {"class/join.lua", "The course starts", "It starts", true},
    {"clinic.lua", "weeks           = 8", "weeks           = 9", true},
    {"clinic.lua", "emergency_number = \"000\"", "emergency_number = \"112\"", false},
    {"findings/flare.lua", "load_test_pain:more_than(5)", "load_test_pain:more_than(4)", true},
    {"findings/flare.lua", "given(rehab.stage), yes(rehab.limping)", "yes(rehab.limping)",
     true},
    {"measures/calf-norm.lua", "age_years / 10", "age_years / 20", true},
    {"contradictions/gradual-with-event.lua", "named as what", "named for what", true},
    {"contradictions/gradual-with-event.lua", "Did the pain", "Has the pain", true},
    {"contradictions/gradual-with-event.lua", "\"minor-slip\",", "", true},
    {"referral/cauda-equina.lua", "status   = \"active\"", "status   = \"draft\"", true},
};

START_TEST(whoever_is_spared_is_told_the_same)
{
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        cds_file *file = file_at(edits[i].path);
        const char *place =
            memmem(file->bytes.data, file->bytes.length, edits[i].from, strlen(edits[i].from));
        ck_assert_msg(place != NULL, "%s lacks %s", edits[i].path, edits[i].from);
        const size_t at = (size_t)(place - file->bytes.data);
        cds_ruleset *edited = load_edited(file, at, at + strlen(edits[i].from), edits[i].to);
        ck_assert_msg(edited != NULL, "%s is refused with %s", edits[i].path, edits[i].to);
        const tally found = try_people(edited, edits[i].from);
        ck_assert_msg(found.changed > 0, "%s -> %s changes nobody", edits[i].from, edits[i].to);
        ck_assert_msg((found.spared > 0) == edits[i].spares, "%s: %zu spared", edits[i].from,
                      found.spared);
        cds_ruleset_drop(edited);
    }
}
END_TEST

START_TEST(a_release_against_itself_spares_everybody)
{
    cds_file *file = file_at("clinic.lua");
    cds_ruleset *edited =
        load_edited(file, file->bytes.length, file->bytes.length, "-- more\n");
    const tally found = try_people(edited, "nothing");
    ck_assert_uint_eq(found.changed, 0);
    ck_assert_uint_eq(found.spared, who_count);
    cds_ruleset_drop(edited);
}
END_TEST

START_TEST(a_schema_that_differs_spares_nobody)
{
    cds_file *file = file_at("assessment.schema.json");
    const char *place = memmem(file->bytes.data, file->bytes.length, "How old are you?", 16);
    const size_t at = (size_t)(place - file->bytes.data);
    cds_ruleset *edited = load_edited(file, at, at + 16, "What is your age?");
    cds_suspects suspects;
    ck_assert_int_eq(cds_suspects_find(&it.ctx, it.view, cds_ruleset_look(edited), &suspects),
                     CDS_OK);
    ck_assert(!suspects.same_schema);
    ck_assert(suspects.everything);
    cds_ruleset_drop(edited);
}
END_TEST

static bool is_number(const cds_text *bytes, size_t at)
{
    return bytes->data[at] >= '0' && bytes->data[at] <= '9';
}

/** A digit, a word or a letter drawn at random becomes another. */
static cds_ruleset *load_random(char *said, size_t room)
{
    static const char *const words[][2] = {
        {"all", "any"}, {"any", "all"}, {"yes(", "no("}, {"no(", "yes("}, {"most", "least"}};
    cds_file *file = &it.files[below(&all, it.file_count)];
    const size_t at = below(&all, file->bytes.length);
    const char *from = file->bytes.data + at;
    char letter[2] = {(char)('a' + below(&all, 26)), '\0'};
    if (cds_text_is(file->path, "assessment.schema.json"))
        return NULL;
    snprintf(said, room, "%.*s at %zu", (int)file->path.length, file->path.data, at);
    if (is_number(&file->bytes, at)) {
        letter[0] = (char)('0' + below(&all, 10));
        return load_edited(file, at, at + 1, letter);
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t length = strlen(words[i][0]);
        if (file->bytes.length - at > length && memcmp(from, words[i][0], length) == 0)
            return load_edited(file, at, at + length, words[i][1]);
    }
    return load_edited(file, at, at + 1, letter);
}

START_TEST(whatever_the_edit)
{
    tally sum = {0};
    char said[600];
    for (size_t made = 0; made < people_wanted(RANDOM_EDITS);) {
        cds_ruleset *edited = load_random(said, sizeof said);
        if (edited == NULL)
            continue;
        const tally found = try_people(edited, said);
        sum.changed += found.changed;
        sum.spared += found.spared;
        made++;
        cds_ruleset_drop(edited);
    }
    ck_assert_uint_gt(sum.changed, 0);
    ck_assert_uint_gt(sum.spared, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("suspects");
    TCase *cases = tcase_create("suspects");
    tcase_add_unchecked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, SECONDS);
    tcase_add_test(cases, whoever_is_spared_is_told_the_same);
    tcase_add_test(cases, a_release_against_itself_spares_everybody);
    tcase_add_test(cases, a_schema_that_differs_spares_nobody);
    tcase_add_test(cases, whatever_the_edit);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
