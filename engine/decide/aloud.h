// SPDX-License-Identifier: Apache-2.0
// Rules in spoken sentences: the words that stand between what a rule file says.
#pragma once

#include "engine/rules/ruleset.h"

/** The text on one line: every stretch of blanks is one, none at the ends. */
void cds_aloud_prose(cds_buf *buf, cds_text text);

/** A text as it is before there is a person: what will be filled in stands in brackets. */
void cds_aloud_template(cds_buf *buf, const cds_template *text);

/** "this week" of "referral/this-week". */
void cds_aloud_short_name(cds_buf *buf, const cds_rule *rule);

/** What introduces the parts of a condition ("all of these hold", without a colon); a leaf or
 *  finding is said whole. */
void cds_aloud_word(cds_buf *buf, const cds_condition *condition);

/** The condition in one sentence; findings by what they say, not opened. */
void cds_aloud_condition(cds_buf *buf, const cds_condition *condition);

/** A title as an item of a list: its first letter small, and it does not ask. */
void cds_aloud_title(cds_buf *buf, cds_text title);

/** What goes before item `at` of `count` in an enumeration: "", ", " or " and ". */
const char *cds_aloud_between(size_t at, size_t count);
