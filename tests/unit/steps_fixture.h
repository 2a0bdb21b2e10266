// SPDX-License-Identifier: Apache-2.0
// Steps in the life of a release, made and signed for tests.
#pragma once

#include <check.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/governance/register.h"

#define DAY_MS INT64_C(86400000)
#define FIRST_DAY 20779 // 2026-11-22
#define STEPS_MAX 12

static cds_ctx asked;

static inline cds_key key_of(unsigned char fill)
{
    uint8_t seed[CDS_SEED_BYTES];
    memset(seed, fill, sizeof seed);
    return cds_key_of_seed(seed);
}

/** sha256: and that letter, 64 times. */
static inline cds_text digest_of(char letter)
{
    char text[SRV_DIGEST_LENGTH + 1];
    cds_text copy;
    memcpy(text, "sha256:", 7);
    memset(text + 7, letter, CDS_SHA256_HEX);
    text[SRV_DIGEST_LENGTH] = '\0';
    ck_assert_int_eq(cds_text_copy(&asked, cds_text_of(text), &copy), CDS_OK);
    return copy;
}

static inline void sign(srv_step *step, unsigned char fill)
{
    const cds_key key = key_of(fill);
    cds_text covered;
    ck_assert_int_eq(srv_step_signed_text(&asked, step, &covered), CDS_OK);
    step->signature = cds_sign(&key, covered);
    step->key = key.public_half;
    step->is_signed = true;
}

/** A step on FIRST_DAY, signed by the key of that number; 0: not signed. */
static inline srv_step step_of(srv_step_kind kind, char digest, unsigned char fill)
{
    srv_step step = {.kind = kind,
                     .digest = digest_of(digest),
                     .client = CDS_TEXT("somebody"),
                     .reason = CDS_TEXT("Why not"),
                     .time = CDS_TEXT("2026-11-22T09:00:00Z"),
                     .kept_ms = FIRST_DAY * DAY_MS};
    if (fill != 0)
        sign(&step, fill);
    return step;
}

/** A register that grows step by step. */
typedef struct life {
    srv_step steps[STEPS_MAX];
    srv_register reg;
} life;

static inline srv_step *happens(life *it, srv_step step)
{
    ck_assert_uint_lt(it->reg.count, STEPS_MAX);
    step.entry = (int64_t)it->reg.count;
    it->steps[it->reg.count] = step;
    it->reg.steps = it->steps;
    return &it->steps[it->reg.count++];
}

/** Proposed by key 1, approved by key 2. */
static inline void approved(life *it, char digest)
{
    happens(it, step_of(SRV_STEP_PROPOSE, digest, 1));
    happens(it, step_of(SRV_STEP_APPROVE, digest, 2));
}

static inline void open_steps(void)
{
    asked = (cds_ctx){.mem = cds_arena_new((size_t)8 << 20)};
}

static inline void close_steps(void)
{
    cds_arena_free(asked.mem);
}

static inline int run_suite(Suite *suite, TCase *cases)
{
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
