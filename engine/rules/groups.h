// SPDX-License-Identifier: Apache-2.0
// The fields as groups in groups: what may stand behind a dot.
#pragma once

#include "engine/facts/field.h"

#define CDS_GROUP_NAMES 256

/** The path of the group `name` inside the group `above` (empty: the outermost), borrowed from
 *  the fields; data NULL: there is no such group. */
cds_text cds_group_path(const cds_fields *fields, cds_text above, cds_text name);

/** The last name of a group's path. */
cds_text cds_group_last(cds_text path);

/** The field `name` inside the group, or NULL. */
const cds_field *cds_group_field(const cds_fields *fields, cds_text above, cds_text name);

/** Adds the names that may follow `above` to the first `count`, up to CDS_GROUP_NAMES in all;
 *  returns how many there are now. */
size_t cds_group_names(const cds_fields *fields, cds_text above, cds_text *known, size_t count);
