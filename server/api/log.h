// SPDX-License-Identifier: Apache-2.0
// GET /v1/log/checkpoint, /v1/log/entries?from=&limit=, /v1/log/proof?entry=: the
// tamper-evident log for whoever wants to check it. What no checkpoint covers yet gets one
// before it is answered; a checkpoint covers all that was answered before it was asked for.
#pragma once

#include "server/http/exchange.h"

void srv_log_checkpoint_get(srv_exchange *exchange);
void srv_log_entries_get(srv_exchange *exchange);
void srv_log_proof_get(srv_exchange *exchange);

/** GET /v1/log/key: the public key in one line (note.h), to compare with one kept elsewhere. */
void srv_log_key_get(srv_exchange *exchange);
