// SPDX-License-Identifier: Apache-2.0
// Every text the library can show, read for the words that must not appear in it.
#include "clinic_rules.h"
#include "engine/base/buf.h"
#include "release_fixture.h"
#include "wording.h"

static clinic library;
static size_t texts, faults;

static void setup(void)
{
    clinic_open(&library);
    texts = faults = 0;
}

static void teardown(void)
{
    clinic_close(&library);
}

static void fault(cds_text where, const char *what)
{
    faults++;
    printf("%.*s says what it must not: %s\n", (int)where.length, where.data, what);
}

static void look(cds_text where, cds_text text, reader who)
{
    const char *word = wording_fault(text, who);
    texts++;
    if (word != NULL) {
        fault(where, word);
    }
}

static void look_at_title(cds_text where, cds_text title)
{
    look(where, title, BOTH);
    if (characters(title) > TITLE_MAX) {
        fault(where, "a title of over 139 characters");
    }
}

// Who is sent to a doctor, or to a scan on the way, is told so; all else is to be considered.
static bool is_told(const cds_decision *decision, unsigned answer)
{
    return (cds_text_is(decision->name, "referral") && answer < 3) ||
           (cds_text_is(decision->name, "imaging") && answer == 0);
}

static bool is_considered(const cds_template *text)
{
    for (size_t i = 0; i < text->count; i++) {
        if (text->pieces[i].field == NULL && says(text->pieces[i].text, "consider*")) {
            return true;
        }
    }
    return false;
}

static void look_at_advice(cds_text where, const cds_decision *decision, unsigned answer,
                           const cds_template *clinician)
{
    bool told = is_told(decision, answer);
    look(where, clinician->source, CLINICIAN);
    if (told && is_considered(clinician)) {
        fault(where, "consider, where who, when and where are said");
    }
    if (!told && answer < decision->declared_count && !is_considered(clinician)) {
        fault(where, "a command without \"consider\"");
    }
}

static void look_at_decisions(void)
{
    for (size_t i = 0; i < library.view->decision_count; i++) {
        const cds_decision *one = &library.view->decisions[i];
        look(one->name, one->question, BOTH);
        for (unsigned k = 0; k < one->answer_count; k++) {
            look_at_title(one->name, one->answers[k].title.source);
            look_at_advice(one->answers[k].name, one, k, &one->answers[k].clinician);
            look(one->answers[k].name, one->answers[k].patient.source, PATIENT);
        }
    }
}

static void look_at_rules(void)
{
    for (size_t i = 0; i < library.view->rule_count; i++) {
        const cds_rule *one = &library.view->rules[i];
        look_at_title(one->id, one->title.source);
        look(one->id, one->purpose, CLINICIAN);
        look_at_advice(one->id, one->decision, one->answer, &one->clinician);
        look(one->id, one->patient.source, PATIENT);
        for (size_t k = 0; k < one->evidence_count; k++) {
            look(one->id, one->evidence[k].shows, CLINICIAN);
        }
        for (size_t k = 0; k < one->caution_count; k++) {
            look(one->id, one->cautions[k], CLINICIAN);
        }
    }
}

static void look_at_what_rules_share(void)
{
    for (size_t i = 0; i < library.view->contradiction_count; i++) {
        const cds_contradiction *one = &library.view->contradictions[i];
        look(one->id, one->say.source, BOTH);
        look(one->id, one->ask, BOTH);
    }
    for (size_t i = 0; i < library.view->suggestion_count; i++) {
        look_at_title(library.view->suggestions[i].id, library.view->suggestions[i].label);
    }
    for (size_t i = 0; i < library.view->finding_count; i++) {
        look(library.view->findings[i].name, library.view->findings[i].says, CLINICIAN);
    }
    for (size_t i = 0; i < library.view->measure_count; i++) {
        look(library.view->measures[i].name, library.view->measures[i].says, CLINICIAN);
    }
}

static void look_at_questions(void)
{
    for (size_t i = 0; i < library.view->fields->count; i++) {
        const cds_field *one = &library.view->fields->list[i];
        reader who = one->asked_of_examiner ? CLINICIAN : BOTH;
        look(one->path, one->title, who);
        look(one->path, one->ask, one->asked_of_examiner ? CLINICIAN : PATIENT);
        for (size_t k = 0; k < one->option_count; k++) {
            look(one->path, one->options[k].title, who);
        }
    }
}

static void look_at_all(void)
{
    clinic_load(&library);
    look_at_decisions();
    look_at_rules();
    look_at_what_rules_share();
    look_at_questions();
}

START_TEST(no_text_of_the_library_says_what_must_not_be_said)
{
    look_at_all();
    ck_assert_uint_eq(faults, 0);
    ck_assert_uint_gt(texts, 1000);
}
END_TEST

// Another wording of a file, as if somebody had written it so.
static void reword(const char *path, const char *from, const char *to)
{
    cds_buf buf;
    size_t at = 0;
    while (at < library.file_count && !cds_text_is(library.files[at].path, path)) {
        at++;
    }
    ck_assert_uint_lt(at, library.file_count);
    cds_text *bytes = &library.files[at].bytes;
    const char *found = memmem(bytes->data, bytes->length, from, strlen(from));
    ck_assert_ptr_nonnull(found);
    size_t before = (size_t)(found - bytes->data);
    size_t past = before + strlen(from);
    cds_buf_init(&buf, library.ctx.mem);
    cds_buf_text(&buf, (cds_text){bytes->data, before});
    cds_buf_word(&buf, to);
    cds_buf_text(&buf, (cds_text){bytes->data + past, bytes->length - past});
    ck_assert_int_eq(cds_buf_end(&library.ctx, &buf, bytes), CDS_OK);
}

static const struct {
    const char *path, *from, *to;
} reworded[] = {
    {"suggestions/request-mri.lua", "Request an MRI", "Request an MRI of the torn tendon"},
    {"cortisone/fever.lua", "Consider no injection", "Give no injection"},
    {"referral/sepsis.lua", "Note temperature", "Consider temperature"},
    {"referral/decision.lua", "No red flag among those asked", "All clear"},
    {"contradictions/pain-without-site.lua", "Where does it hurt?", "Where is the tear?"},
    {"education/e02-find-the-load.lua", "You need not stop", "Rest completely, do not stop"},
    {"class/unwell.lua", "Wait until well again",
     "Wait until well again, and this title goes on and on and on, far past what any card "
     "could show in its one line, which is 139 characters at most"},
};

START_TEST(one_bad_wording_anywhere_in_the_folder_is_found)
{
    reword(reworded[_i].path, reworded[_i].from, reworded[_i].to);
    look_at_all();
    ck_assert_uint_eq(faults, 1);
}
END_TEST

static const struct {
    const char *text;
    reader who;
    const char *fault; // NULL: it may be said
} planted[] = {
    {"A small tear of the tendon.", CLINICIAN, "tear"},
    {"The tendon is Torn.", PATIENT, "torn"},
    {"You are all clear.", PATIENT, "all clear"},
    {"Please rest completely.", PATIENT, "rest completely"},
    {"It wears and degenerates.", PATIENT, "degenerat*"},
    {"Degeneration was not seen.", CLINICIAN, NULL},
    {"An avulsion is suspected.", PATIENT, "avulsion*"},
    {"An avulsion is suspected.", CLINICIAN, NULL},
    {"Stop your statin today.", PATIENT, "advice to stop a medicine"},
    {"Your antibiotic: please stop taking the tablets.", PATIENT, "advice to stop a medicine"},
    {"Keep taking your blood thinner. Stop running until then.", PATIENT, NULL},
    {"You will have recovered by 1 June.", PATIENT, "a date of recovery"},
    {"Better by 2027.", PATIENT, "a date of recovery"},
    {"Recovery takes 12 to 26 weeks.", PATIENT, NULL},
    {"RunFit starts on Monday 2026-04-27.", PATIENT, NULL},
    {"The color of the skin.", CLINICIAN, "color*"},
    {"Immobilization for a week.", CLINICIAN, "*ization"},
    {"Edema of the leg.", CLINICIAN, "edema"},
    {"Pitting oedema, colour, centre, ageing, labour.", CLINICIAN, NULL},
    {"Tears and steroids: no.", CLINICIAN, "tears"},
    {"Steroid tablets for years.", CLINICIAN, NULL},
};

START_TEST(each_planted_fault_is_found_and_what_is_well_said_is_not)
{
    cds_text text = cds_text_of(planted[_i].text);
    const char *found = wording_fault(text, planted[_i].who);
    if (planted[_i].fault == NULL) {
        ck_assert_msg(found == NULL, "%s: %s", planted[_i].text, found);
    } else {
        ck_assert_pstr_eq(found, planted[_i].fault);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("wording");
    TCase *cases = tcase_create("texts");
    tcase_set_timeout(cases, 120);
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, no_text_of_the_library_says_what_must_not_be_said);
    tcase_add_loop_test(cases, one_bad_wording_anywhere_in_the_folder_is_found, 0,
                        sizeof reworded / sizeof *reworded);
    suite_add_tcase(suite, cases);
    TCase *words = tcase_create("words");
    tcase_add_loop_test(words, each_planted_fault_is_found_and_what_is_well_said_is_not, 0,
                        sizeof planted / sizeof *planted);
    suite_add_tcase(suite, words);
    return run_suite(suite);
}
