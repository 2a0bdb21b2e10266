// SPDX-License-Identifier: Apache-2.0
// One field as an item of the Questionnaire.
#pragma once

#include "engine/facts/field.h"

/** The option of a list that stands for "asked: none of them". */
#define SRV_NONE_OF_THESE "none"

/** Whether the field's list needs that option: it has none of this value itself. */
bool srv_item_has_none(const cds_field *field);

void srv_item_write(cds_buf *buf, const cds_field *field, cds_text public_url);
