// SPDX-License-Identifier: Apache-2.0
// Codes and words of FHIR against the lists of rules/codes.lua.
#pragma once

#include "engine/facts/json.h"

/** Whether a CodeableConcept (or a list of them, or a plain text) is one of `entry`'s: a coding
 *  of its lists, or one of its words inside a text or display, in any case, that has none of
 * its `except`. A coding without a system is looked for in every list. `entry` and `concept`
 * may be NULL, and `concept` may be anything. */
bool srv_codes_match(const cds_json *entry, const cds_json *concept);

/** Whether it says anything at all. */
bool srv_codes_say(const cds_json *concept);
