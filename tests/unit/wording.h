// SPDX-License-Identifier: Apache-2.0
// What no text of the library may say, and how it is found: words whole, in any case.
#pragma once

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "engine/base/text.h"

#define TITLE_MAX 139

typedef enum reader { BOTH, CLINICIAN, PATIENT } reader;

// A star at the end stands for any ending, one at the front for any beginning.
// An avulsion comes off the bone here, so nothing at all is said to tear.
static const char *const never_said[] = {
    "tear",
    "tears",
    "torn",
    "tearing",
    "all clear",
    "all-clear",
    "rest completely",
    "complete rest",
    "total rest",
    "rest fully",
    "guarantee*",
    "cured",
    "100 % safe",
    "nothing to worry about",
    NULL,
};

static const char *const frightening[] = {
    "rupture*",
    "degenerat*",
    "crumbl*",
    "crippl*",
    "paralys*",
    "amputat*",
    "deadly",
    "fatal",
    "death",
    "die",
    "dying",
    "dangerous",
    "worn out",
    "irreversible",
    "permanent damage",
    "never run again",
    "time bomb",
    "tumour*",
    "malignan*",
    "catastroph*",
    NULL,
};

static const char *const jargon[] = {
    "tendinopath*",     "ischi*",       "tuberosity",     "contraindicat*",
    "bilateral",        "radicul*",     "neurolog*",      "prognosis",
    "palpat*",          "patholog*",    "isometric*",     "avulsion*",
    "oedema",           "dorsiflexion", "anticoagulant*", "cauda",
    "peritendinous",    "apophys*",     "provocation",    "claudication",
    "fluoroquinolone*", "sepsis",       "embolism",       "aneurysm",
    "spondylo*",        NULL,
};

static const char *const american[] = {
    "color*",     "favor",      "favorite",
    "behavior*",  "center*",    "fiber*",
    "meters",     "liter*",     "edema",
    "anemi*",     "hemat*",     "hemorr*",
    "tumor*",     "pediatric*", "orthopedic*",
    "gynecolog*", "estrogen*",  "leukemi*",
    "ischemi*",   "diarrhea",   "labor",
    "aging",      "gray",       "maneuver*",
    "counseling", "traveled",   "analyze*",
    "*ization",   "recogniz*",  "minimiz*",
    "organiz*",   "stabiliz*",  "normaliz*",
    "prioritiz*", "localiz*",   "physical therap*",
    "skeptic*",   "mom",        "percent of patients",
    NULL,
};

static const char *const medicines[] = {
    "statin*",         "anticoagulant*", "antibiotic*", "blood thinner*",
    "medicine*",       "medication*",    "tablet*",     "fluoroquinolone*",
    "bisphosphonate*", "prednisolone",   NULL,
};
static const char *const stopping[] = {"stop",        "stops",    "stopping",  "quit",
                                       "discontinue", "come off", "leave out", NULL};

static const char *const recovery[] = {"recover*",        "heal*",        "better", "pain-free",
                                       "back to running", "symptom-free", NULL};
static const char *const dates[] = {
    "january",       "february",           "march",   "april",    "june",     "july",
    "august",        "september",          "october", "november", "december", "20*",
    "{assessed_on}", "{running.event_on}", NULL,
};

static inline bool is_letter(char c)
{
    return isalnum((unsigned char)c) != 0;
}

static inline bool same_letters(cds_text text, size_t at, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (at + i >= text.length || tolower((unsigned char)text.data[at + i]) != word[i]) {
            return false;
        }
    }
    return true;
}

static inline bool says(cds_text text, const char *word)
{
    bool any_front = *word == '*';
    word += any_front;
    size_t length = strlen(word);
    bool any_end = word[length - 1] == '*';
    length -= any_end;
    for (size_t at = 0; at + length <= text.length; at++) {
        bool begins = any_front || at == 0 || !is_letter(text.data[at - 1]);
        bool ends = any_end || at + length == text.length || !is_letter(text.data[at + length]);
        if (begins && ends && same_letters(text, at, word, length)) {
            return true;
        }
    }
    return false;
}

static inline const char *says_any(cds_text text, const char *const *words)
{
    while (*words != NULL && !says(text, *words)) {
        words++;
    }
    return *words;
}

/** Takes the first sentence off `text`; empty at the end. A point inside a number or name ends
 *  none. */
static inline cds_text next_sentence(cds_text *text)
{
    size_t at = 0;
    while (at < text->length && !(strchr(".!?;:", text->data[at]) != NULL &&
                                  (at + 1 == text->length || text->data[at + 1] == ' '))) {
        at++;
    }
    cds_text sentence = {text->data, at};
    size_t past = at < text->length ? at + 1 : at;
    *text = (cds_text){text->data + past, text->length - past};
    return sentence;
}

/** What is wrong with a text, or NULL. */
static inline const char *wording_fault(cds_text text, reader who)
{
    const char *word = says_any(text, never_said);
    word = word != NULL ? word : says_any(text, american);
    if (word == NULL && who == PATIENT) {
        word = says_any(text, frightening);
        word = word != NULL ? word : says_any(text, jargon);
    }
    while (word == NULL && text.length > 0) {
        cds_text sentence = next_sentence(&text);
        if (says_any(sentence, medicines) != NULL && says_any(sentence, stopping) != NULL) {
            word = "advice to stop a medicine";
        }
        if (says_any(sentence, recovery) != NULL && says_any(sentence, dates) != NULL) {
            word = "a date of recovery";
        }
    }
    return word;
}

static inline size_t characters(cds_text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        count += ((unsigned char)text.data[i] & 0xc0) != 0x80;
    }
    return count;
}
