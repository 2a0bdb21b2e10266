// SPDX-License-Identifier: Apache-2.0
// A step somebody asks to take, and what stands against it: the same for the API and the
// command line. Source: record.md, "Life of a change"; api.md, "Who may do what".
#pragma once

#include "server/api/clients.h"
#include "server/governance/register.h"

#define SRV_OBJECTIONS_MAX 8

/** What stands against a step, each in a sentence that says what to do. */
typedef struct srv_objections {
    int status; // HTTP, of the gravest: 403, 404, 409, 422; 0: nothing
    const char *reasons[SRV_OBJECTIONS_MAX];
    size_t count;
} srv_objections;

void srv_object(srv_objections *to, int status, const char *reason);

/** What the step is judged by. */
typedef struct srv_motion {
    const srv_step *step;
    const srv_client *by; // whose key it is said to be; NULL: no key in the clients file
    const srv_register *reg;
    srv_rule_of_choice choice;
} srv_motion;

/** Who signed, what and when: the same for every kind of step. */
void srv_motion_judge_signature(cds_ctx *ctx, const srv_motion *motion, srv_objections *out);

/** Whether the register allows the step now. An activation whose emergencies are lost is
 *  objected to by who reran the record (impact.h). */
void srv_motion_judge_order(const srv_motion *motion, srv_objections *out);

/** The client with that key and the step's role, or NULL. */
const srv_client *srv_motion_signer(const srv_clients *clients, const srv_step *step);
