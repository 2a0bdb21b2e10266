// SPDX-License-Identifier: Apache-2.0
// Texts that hang, crash or escape a naive sandbox (../shared/corpora/lua-attacks; skipped
// with a message where it is absent): as a rule file, as the body of a measure, and as what a
// rule advises in a whole evaluation.
#include <dirent.h>
#include <time.h>

#include "engine/decide/reply.h"

#include "allocations.h"
#include "sandbox_fixture.h"
#include "tests/http/program.h"

#define CORPUS SOURCE_DIR "/../shared/corpora/lua-attacks"
#define ATTACK_MS 100
#define ATTACKS_MAX 200
#define ATTACK_BYTES (2 << 20)
#define ATTACK_HEAP (((size_t)8 << 20) + ((size_t)512 << 10)) // Lua's, and an arena beside it

typedef struct attack {
    char name[64];
    cds_text text;
} attack;

static attack attacks[ATTACKS_MAX];
static size_t attack_count;

static bool attack_read(const char *name, attack *out)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", CORPUS, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    char *text = malloc(ATTACK_BYTES);
    out->text = (cds_text){text, fread(text, 1, ATTACK_BYTES, file)};
    snprintf(out->name, sizeof out->name, "%s", name);
    fclose(file);
    return true;
}

static void attacks_read(void)
{
    DIR *folder = opendir(CORPUS);
    struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        if (strstr(entry->d_name, ".lua") != NULL && attack_count < ATTACKS_MAX &&
            attack_read(entry->d_name, &attacks[attack_count])) {
            attack_count++;
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
}

static double cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

// Without the sanitisers' and the machine's own slowness, by their measure on plain loops.
static double allowed_ms(void)
{
#if defined(__SANITIZE_ADDRESS__)
    return ATTACK_MS * 5.0;
#else
    return ATTACK_MS * program_slowness();
#endif
}

static void put_bytes(release *made, const char *path, cds_text bytes)
{
    release_put(made, path, "");
    for (size_t i = 0; i < made->count; i++) {
        if (cds_text_is(made->files[i].path, path)) {
            made->files[i].bytes = bytes;
        }
    }
}

static void check_good(void)
{
    release good = release_new();
    ck_assert_uint_eq(release_look(&good)->rule_count, 1);
    release_free(&good);
}

/** The whole heap since `level`, not Lua's part alone. */
static void check_heap(const attack *one, size_t level)
{
    const size_t bytes = allocated.peak_bytes - level;
    ck_assert_msg(bytes <= ATTACK_HEAP, "%s took %zu bytes", one->name, bytes);
}

START_TEST(an_attack_as_a_rule_file_ends_soon_and_harms_nothing)
{
    const attack *one = &attacks[_i];
    release made = release_new();
    put_bytes(&made, "attack.lua", one->text);
    const size_t level = allocations_level();
    double start = cpu_ms();
    cds_status status = release_load(&made);
    double took = cpu_ms() - start;
    check_heap(one, level);
    ck_assert_msg(status == CDS_OK || status == CDS_REFUSED, "%s: %d", one->name, status);
    ck_assert_msg(took < allowed_ms(), "%s took %.0f ms", one->name, took);
    check_good();
    release_free(&made);
}
END_TEST

static cds_text wrapped(cds_text body)
{
    static const char begin[] =
        "measure(\"good\", { says = \"g\", value = function(facts) return 7 end })\n"
        "local same = 0\n"
        "measure(\"bad\", { says = \"b\", value = function(facts)\nsame = same + 1\n";
    char *text = malloc(body.length + 256);
    size_t length = sizeof begin - 1;
    memcpy(text, begin, length);
    memcpy(text + length, body.data, body.length);
    length += body.length;
    memcpy(text + length, "\nend })\n", 8);
    return (cds_text){text, length + 8};
}

static void call_both(release *made, const attack *one)
{
    cds_sandbox *sandbox = NULL;
    const cds_ruleset_view *view = cds_ruleset_look(made->rules);
    ck_assert_int_eq(cds_sandbox_open(&made->ctx, made->rules, cds_default_budget, &sandbox),
                     CDS_OK);
    const cds_facts *facts = release_facts(made, "{}");
    for (int i = 0; i < 3; i++) {
        cds_call out;
        double start = cpu_ms();
        out = cds_sandbox_measure(&made->ctx, sandbox, &view->measures[0], facts);
        double took = cpu_ms() - start;
        ck_assert_msg(took < allowed_ms(), "%s took %.0f ms", one->name, took);
        out = cds_sandbox_measure(&made->ctx, sandbox, &view->measures[1], facts);
        ck_assert_msg(out.status == CDS_OK && out.number == 7, "%s harmed its neighbour",
                      one->name);
    }
    cds_sandbox_close(sandbox);
}

START_TEST(an_attack_as_a_function_ends_soon_and_harms_no_other)
{
    const attack *one = &attacks[_i];
    release made = release_new();
    cds_text text = wrapped(one->text);
    put_bytes(&made, "attack.lua", text);
    if (release_load(&made) == CDS_OK) {
        call_both(&made, one);
    }
    check_good();
    release_free(&made);
    free((char *)text.data);
}
END_TEST

// In place of the scene's own rule: `care/one` with the attack as its advice. `care/two` is
// good.
static cds_text advising(cds_text body)
{
    static const char begin[] = RELEASE_RULE_BEGIN RELEASE_ADVISE "function(facts)\n";
    char *text = malloc(body.length + sizeof begin + 16);
    memcpy(text, begin, sizeof begin - 1);
    memcpy(text + sizeof begin - 1, body.data, body.length);
    memcpy(text + sizeof begin - 1 + body.length, "\nend\n}\n", 8);
    return (cds_text){text, sizeof begin - 1 + body.length + 7};
}

static const char good_rule[] =
    "rule {\n"
    "  id = \"care/two\", title = \"Good\", version = \"1.0.0\", status = \"active\",\n"
    "  owner = \"Lead\", review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
    "  purpose = [[ To test. ]], basis = \"clinic policy\", decides = \"care\",\n"
    "  answer = \"now\", indicator = \"info\", when = yes(patient.fever),\n"
    "  say = { clinician = \"c\", patient = \"p\" },\n"
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n"
    "  advise = function(facts) return { step = { n = facts.patient.age_years } } end,\n"
    "}\n";

static bool says(cds_text reply, const char *part)
{
    return memmem(reply.data, reply.length, part, strlen(part)) != NULL;
}

/** One evaluation, timed; the good rule advises right whatever its neighbour does. */
static cds_text evaluate(scene *set, const attack *one, const cds_evaluation **decided)
{
    cds_text reply = {0};
    const size_t level = allocations_level();
    double start = cpu_ms();
    ck_assert_int_eq(cds_evaluate(&set->made.ctx, set->sandbox, set->facts, decided), CDS_OK);
    double took = cpu_ms() - start;
    ck_assert_msg(took < allowed_ms(), "%s took %.0f ms", one->name, took);
    check_heap(one, level);
    ck_assert_int_eq(cds_reply_write(&set->made.ctx, *decided, &reply), CDS_OK);
    ck_assert_msg(says(reply, "\"step\":{\"n\":52}"), "%s harmed its neighbour", one->name);
    return reply;
}

/** A rule that could not advise still stands, its decision is provisional, and it is named. */
static void check_named(const attack *one, cds_status status, cds_text reply)
{
    const bool spent = status == CDS_BUDGET;
    ck_assert_msg(spent || status == CDS_FAILED, "%s: %d", one->name, status);
    ck_assert_msg(says(reply, spent ? "[{\"rule\":\"care/one\",\"why\":\"budget\"}]"
                                    : "[{\"rule\":\"care/one\",\"why\":\"error\"}]"),
                  "%s is not named", one->name);
    ck_assert_msg(says(reply, "\"care\":{\"answer\":\"now\",\"status\":\"provisional\""),
                  "%s: its decision is not provisional", one->name);
}

START_TEST(an_attack_as_advice_leaves_its_decision_provisional_and_names_its_rule)
{
    const attack *one = &attacks[_i];
    scene set = {.made = release_new()};
    cds_text text = advising(one->text);
    put_bytes(&set.made, "care/one.lua", text);
    release_put(&set.made, "care/two.lua", good_rule);
    if (release_load(&set.made) == CDS_OK) {
        const cds_evaluation *decided = NULL;
        cds_sandbox_open(&set.made.ctx, set.made.rules, cds_default_budget, &set.sandbox);
        set.facts = release_facts(&set.made, FACTS);
        cds_text first = evaluate(&set, one, &decided);
        const cds_status status = cds_rule_advice(decided, &decided->rules->rules[0])->status;
        if (status != CDS_OK) {
            check_named(one, status, first);
        }
        ck_assert_msg(cds_text_equal(first, evaluate(&set, one, &decided)), "%s leaves a trace",
                      one->name);
    }
    scene_close(&set);
    free((char *)text.data);
}
END_TEST

int main(void)
{
    attacks_read();
    if (attack_count == 0) {
        puts("skipped: ../shared/corpora/lua-attacks is not here");
        return 0;
    }
    Suite *suite = suite_create("attacks");
    TCase *tests = tcase_create("attacks");
    tcase_set_timeout(tests, 10);
    tcase_add_loop_test(tests, an_attack_as_a_rule_file_ends_soon_and_harms_nothing, 0,
                        (int)attack_count);
    tcase_add_loop_test(tests, an_attack_as_a_function_ends_soon_and_harms_no_other, 0,
                        (int)attack_count);
    tcase_add_loop_test(tests,
                        an_attack_as_advice_leaves_its_decision_provisional_and_names_its_rule,
                        0, (int)attack_count);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
