// SPDX-License-Identifier: Apache-2.0
// Calls that are recalled: said again for the same facts, run anew for others, and no person's
// own words among them.
#include "engine/rules/recall.h"

#include "sandbox_fixture.h"

// What a function says of each of these people, with and without recall.
typedef struct people_case {
    const char *function;
    const char *facts[2];
    const char *says[2]; // NULL: it lacks a fact
} people_case;

static const people_case people[] = {
    {"function(facts) return { fill = { n = facts.patient.age_years } } end",
     {"{\"patient\":{\"age_years\":52}}", "{\"patient\":{\"age_years\":53}}"},
     {"{\"fill\":{\"n\":52}}", "{\"fill\":{\"n\":53}}"}},
    {"function(facts) return { fill = { n = facts.patient.bmi } } end",
     {"{\"patient\":{\"bmi\":22.5}}", "{\"patient\":{\"bmi\":22.25}}"},
     {"{\"fill\":{\"n\":22.5}}", "{\"fill\":{\"n\":22.25}}"}},
    {"function(facts) return { fill = { n = facts.patient.fever } } end",
     {"{\"patient\":{\"fever\":true}}", "{\"patient\":{\"fever\":false}}"},
     {"{\"fill\":{\"n\":true}}", "{\"fill\":{\"n\":false}}"}},
    {"function(facts) return { fill = { n = facts.assessed_on } } end",
     {"{\"assessed_on\":\"2026-11-24\"}", "{\"assessed_on\":\"2026-11-25\"}"},
     {"{\"fill\":{\"n\":\"2026-11-24\"}}", "{\"fill\":{\"n\":\"2026-11-25\"}}"}},
    {"function(facts) return { fill = { n = facts.patient.level } } end",
     {"{\"patient\":{\"level\":\"novice\"}}", "{\"patient\":{\"level\":\"elite\"}}"},
     {"{\"fill\":{\"n\":\"novice\"}}", "{\"fill\":{\"n\":\"elite\"}}"}},
    {"function(facts) return { fill = { n = table.concat(facts.patient.sites, \" \") } } end",
     {"{\"patient\":{\"sites\":[\"knee\"]}}", "{\"patient\":{\"sites\":[\"knee\",\"calf\"]}}"},
     {"{\"fill\":{\"n\":\"knee\"}}", "{\"fill\":{\"n\":\"calf knee\"}}"}},
    {"function(facts) return { fill = { n = facts.patient.word } } end",
     {"{\"patient\":{\"word\":\"blue\"}}", "{\"patient\":{\"word\":\"red\"}}"},
     {"{\"fill\":{\"n\":\"blue\"}}", "{\"fill\":{\"n\":\"red\"}}"}},
    {"function(facts) return { fill = { n = facts.patient.drugs[1].dose } } end",
     {"{\"patient\":{\"drugs\":[{\"dose\":1}]}}", "{\"patient\":{\"drugs\":[{\"dose\":2}]}}"},
     {"{\"fill\":{\"n\":1}}", "{\"fill\":{\"n\":2}}"}},
    {"function(facts) return { fill = { n = facts:known \"patient.bmi\" } } end",
     {"{\"patient\":{\"bmi\":22.5}}", "{\"patient\":{}}"},
     {"{\"fill\":{\"n\":true}}", "{\"fill\":{\"n\":false}}"}},
    {"function(facts) return { fill = { n = facts:known \"patient.bmi\" } } end",
     {"{\"patient\":{}}", "{\"patient\":{\"bmi\":22.5}}"},
     {"{\"fill\":{\"n\":false}}", "{\"fill\":{\"n\":true}}"}},
    {"function(facts) return { fill = { n = facts.rehab.pain } } end",
     {"{\"rehab\":{}}", "{\"rehab\":{\"pain\":0}}"},
     {NULL, "{\"fill\":{\"n\":0}}"}},
    {"function(facts) local p = facts.rehab.pain return { fill = { n = p > 3 and "
     "facts.patient.bmi or 0 } } end",
     {"{\"rehab\":{\"pain\":1}}", "{\"rehab\":{\"pain\":5},\"patient\":{\"bmi\":20}}"},
     {"{\"fill\":{\"n\":0}}", "{\"fill\":{\"n\":20}}"}},
    {"function(facts) if facts.rehab.pain > 3 then return { fill = { n = 1 } } end end",
     {"{\"rehab\":{\"pain\":5}}", "{\"rehab\":{\"pain\":1}}"},
     {"{\"fill\":{\"n\":1}}", ""}},
};

static void check_said(scene *set, const people_case *one, int person)
{
    set->facts = release_facts(&set->made, one->facts[person]);
    const cds_call out = advise(set);
    if (one->says[person] == NULL) {
        ck_assert_int_eq(out.status, CDS_UNKNOWN);
        ck_assert_text(out.unknown->path, "rehab.pain");
    } else if (one->says[person][0] == '\0') {
        ck_assert_int_eq(out.status, CDS_OK);
        ck_assert_ptr_null(out.advice);
    } else {
        check_advice(set, one->says[person]);
    }
}

START_TEST(each_person_hears_what_is_theirs)
{
    const cds_budget budgets[] = {cds_default_budget, cds_serving_budget};
    for (size_t i = 0; i < 2; i++) {
        scene set;
        scene_open(&set, "", people[_i].function);
        scene_start(&set, budgets[i]);
        for (int turn = 0; turn < 6; turn++) {
            check_said(&set, &people[_i], turn % 2);
        }
        scene_close(&set);
    }
}
END_TEST

// The option's own text is changed behind the function's back: who runs again sees it.
static void rename_elite(scene *set)
{
    const cds_fields *fields = cds_ruleset_look(set->made.rules)->fields;
    const cds_field *level = cds_fields_find(fields, CDS_TEXT("patient.level"));
    ((char *)level->options[cds_field_option(level, CDS_TEXT("elite"))].value.data)[0] = 'E';
}

START_TEST(only_who_serves_recalls)
{
    const cds_budget budgets[] = {cds_default_budget, cds_serving_budget};
    const char *const again[] = {"{\"fill\":{\"n\":\"Elite\"}}",
                                 "{\"fill\":{\"n\":\"elite\"}}"};
    for (size_t i = 0; i < 2; i++) {
        scene set;
        scene_open(&set, "",
                   "function(facts) return { fill = { n = facts.patient.level } } end");
        scene_start(&set, budgets[i]);
        check_advice(&set, "{\"fill\":{\"n\":\"elite\"}}");
        rename_elite(&set);
        check_advice(&set, again[i]);
        scene_close(&set);
    }
}
END_TEST

// Fields of one kind each, and what a call of them said.
typedef struct desk {
    cds_ctx ctx;
    cds_field list[2];
    cds_fields fields;
    cds_fact facts[2];
    cds_facts person;
    cds_recall *recall;
} desk;

static void desk_open(desk *d, size_t calls)
{
    *d = (desk){.ctx.mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES)};
    d->list[0] = (cds_field){.kind = CDS_WHOLE, .index = 0};
    d->list[1] = (cds_field){.kind = CDS_WORD, .index = 1};
    d->fields = (cds_fields){.list = d->list, .count = 2};
    d->person = (cds_facts){&d->fields, d->facts};
    d->recall = cds_recall_new(calls);
    ck_assert_ptr_nonnull(d->recall);
}

static void desk_close(desk *d)
{
    cds_recall_free(d->recall);
    cds_arena_free(d->ctx.mem);
}

static void keep(desk *d, double age, cds_call said)
{
    cds_reads reads = {.count = 0};
    d->facts[0] = (cds_fact){.known = true, .number = age};
    cds_reads_note(&reads, &d->list[0], &d->facts[0]);
    cds_recall_keep(d->recall, &reads, &said);
}

static bool finds(desk *d, double age)
{
    cds_call out;
    d->facts[0] = (cds_fact){.known = true, .number = age};
    return cds_recall_find(&d->ctx, d->recall, &d->person, &out);
}

START_TEST(the_oldest_call_makes_room)
{
    desk d;
    desk_open(&d, 2);
    ck_assert(!finds(&d, 0)); // nothing is kept yet
    for (int age = 1; age <= 3; age++) {
        keep(&d, age, (cds_call){.status = CDS_OK});
    }
    ck_assert(!finds(&d, 1));
    ck_assert(finds(&d, 2));
    ck_assert(finds(&d, 3));
    desk_close(&d);
}
END_TEST

START_TEST(what_went_wrong_is_not_kept)
{
    static const cds_status wrong[] = {CDS_BUDGET, CDS_FAILED, CDS_TOO_LARGE};
    desk d;
    desk_open(&d, 2);
    keep(&d, 52, (cds_call){.status = wrong[_i]});
    ck_assert(!finds(&d, 52));
    keep(&d, 52, (cds_call){.status = CDS_UNKNOWN, .unknown = &d.list[1]});
    ck_assert(finds(&d, 52));
    desk_close(&d);
}
END_TEST

START_TEST(own_words_and_too_much_are_lost)
{
    desk d;
    desk_open(&d, 2);
    cds_reads reads = {.count = 0};
    const cds_json word = {.kind = CDS_JSON_STRING, .text = CDS_TEXT("blue")};
    cds_reads_note(&reads, &d.list[1], &(cds_fact){.known = false});
    ck_assert(!reads.is_lost);
    reads.count = 0;
    cds_reads_note(&reads, &d.list[1], &(cds_fact){.known = true, .json = &word});
    ck_assert(reads.is_lost);
    reads = (cds_reads){.count = 0};
    for (size_t i = 0; i <= CDS_READS_MAX; i++) {
        ck_assert(!reads.is_lost);
        cds_reads_note(&reads, &(cds_field){.kind = CDS_YESNO, .index = i},
                       &(cds_fact){.known = true});
    }
    ck_assert(reads.is_lost);
    cds_recall_keep(d.recall, &reads, &(cds_call){.status = CDS_OK});
    ck_assert(!finds(&d, 52));
    desk_close(&d);
}
END_TEST

START_TEST(what_is_too_long_is_not_kept_and_a_full_arena_is_said)
{
    static char words[8192];
    memset(words, 'a', sizeof words);
    const cds_json text = {.kind = CDS_JSON_STRING, .text = {words, sizeof words}};
    const cds_json few = {.kind = CDS_JSON_STRING, .text = {words, 1024}};
    desk d;
    cds_call out;
    desk_open(&d, 2);
    keep(&d, 52, (cds_call){.status = CDS_OK, .advice = &text});
    ck_assert(!finds(&d, 52));
    keep(&d, 52, (cds_call){.status = CDS_OK, .advice = &few});
    cds_ctx small = {.mem = cds_arena_new(512)};
    ck_assert(cds_recall_find(&small, d.recall, &d.person, &out));
    ck_assert_int_eq(out.status, CDS_TOO_LARGE);
    ck_assert_ptr_null(out.advice);
    cds_arena_free(small.mem);
    desk_close(&d);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("recall");
    TCase *tests = tcase_create("calls");
    tcase_add_loop_test(tests, each_person_hears_what_is_theirs, 0,
                        (int)(sizeof people / sizeof *people));
    tcase_add_test(tests, only_who_serves_recalls);
    tcase_add_test(tests, the_oldest_call_makes_room);
    tcase_add_loop_test(tests, what_went_wrong_is_not_kept, 0, 3);
    tcase_add_test(tests, own_words_and_too_much_are_lost);
    tcase_add_test(tests, what_is_too_long_is_not_kept_and_a_full_arena_is_said);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
