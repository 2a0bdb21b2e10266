// SPDX-License-Identifier: Apache-2.0
// Texts with blanks to fill in: {rehab.stage}, {clinic.emergency_number}, {fill.name}.
#pragma once

#include "engine/rules/builder.h"

/** Takes a text apart; settings of the clinic are filled in at once. `{{` is a brace. Only the
 *  texts of a rule that advises may have {fill.name}. Fails: CDS_REFUSED at `place`. */
cds_status cds_template_read(const cds_builder *builder, cds_text source,
                             const cds_place *place, cds_template *out);
