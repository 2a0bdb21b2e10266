// SPDX-License-Identifier: Apache-2.0
// The strict gate in front of cJSON, which by itself lets through texts that are no JSON.
#pragma once

#include <stddef.h>

#include "engine/base/status.h"

/** One pass over `text`, which a NUL follows. Numbers too long for cJSON are written shorter
 *  in place: the same double, with blanks behind. Fails: as cds_json_parse. */
cds_status cds_json_check(cds_ctx *ctx, char *text, size_t length);
