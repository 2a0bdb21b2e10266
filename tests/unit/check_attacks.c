// SPDX-License-Identifier: Apache-2.0
// Texts that hang, crash or escape a naive sandbox (../shared/corpora/lua-attacks; skipped
// with a message where it is absent): as a rule file, and as the body of a function.
#include <dirent.h>
#include <time.h>

#include "engine/rules/sandbox.h"

#include "release_fixture.h"

#define CORPUS SOURCE_DIR "/../shared/corpora/lua-attacks"
#define ATTACK_MS 100
#define ATTACKS_MAX 200
#define ATTACK_BYTES (2 << 20)

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
    return ATTACK_MS;
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

START_TEST(an_attack_as_a_rule_file_ends_soon_and_harms_nothing)
{
    const attack *one = &attacks[_i];
    release made = release_new();
    put_bytes(&made, "attack.lua", one->text);
    double start = cpu_ms();
    cds_status status = release_load(&made);
    double took = cpu_ms() - start;
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
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
