// SPDX-License-Identifier: Apache-2.0
// What a GuidanceResponse contains: the answers (Parameters), the advice (RequestGroup), one
// resource for each action of it, and what could not be worked out (OperationOutcome).
#pragma once

#include "server/fhir/guidance.h"

// Their ids; the actions' resources are `rule-0`, `contradiction-0`, `dispute-0`.
#define SRV_ANSWERS "answers"
#define SRV_ADVICE "advice"
#define SRV_INCOMPLETE "incomplete"

/** `,"contained":[...]`. */
void srv_advice_write(cds_buf *buf, const srv_guidance *guidance);

/** The resources the actions stand for, in the actions' order; each begins with its comma. */
void srv_advice_resources(cds_buf *buf, const srv_guidance *guidance);

/** Whether the recommendation is a red flag: of a decision that is always told. */
bool srv_advice_is_red_flag(const srv_guidance *guidance, const cds_json *recommendation);
