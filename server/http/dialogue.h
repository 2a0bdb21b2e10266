// SPDX-License-Identifier: Apache-2.0
// Requests in, one after the other; each is answered before the next is looked at.
#pragma once

#include "server/http/inside.h"

/** Takes what has come as far as it goes, then settles. May free the connection. */
void srv_dialogue_go_on(srv_connection *connection);

/** Answers a problem in place of the request under way, and ends the connection. */
void srv_dialogue_refuse(srv_connection *connection, srv_refusal refusal);

/** The client was too slow with its head or body. May free the connection. */
void srv_dialogue_time_out(srv_connection *connection);

/** Decodes what has come of the body. */
srv_progress srv_dialogue_take_body(srv_connection *connection, srv_refusal *out);
