// SPDX-License-Identifier: Apache-2.0
// A decision as a table for people, with colour only where the terminal takes it.
#pragma once

#include <stdio.h>

#include "engine/facts/json.h"

/** Prints the answers, the recommendations behind them, and the questions still open.
 * `decision` is the JSON text that programs get. Fails: as cds_json_parse. */
cds_status srv_table_print(cds_ctx *ctx, cds_text decision, bool color, FILE *to);
