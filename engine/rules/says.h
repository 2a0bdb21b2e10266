// SPDX-License-Identifier: Apache-2.0
// Leaves read aloud, as true and as false: "age is at least 40 years", "age is under 40
// years".
#pragma once

#include "engine/rules/builder.h"

/** A title inside a sentence: its first letter small, unless it is a name of capitals or "I".
 */
void cds_says_title(cds_buf *buf, cds_text title);

/** A title before its value: "fever: " or, of one that asks, "does the pain spread? ". */
void cds_says_named(cds_buf *buf, cds_text title);

/** Sets `says` and `says_not` of a leaf; findings and decided() too. */
cds_status cds_says_leaf(const cds_builder *builder, cds_condition *leaf);

/** Sets `says` of an expression. */
cds_status cds_says_expression(const cds_builder *builder, cds_expression *expression);
