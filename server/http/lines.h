// SPDX-License-Identifier: Apache-2.0
// A streamed body, line by line. A few are under way at once, so that one sync of the record
// serves them all; their answers leave in order.
#pragma once

#include "server/http/inside.h"

/** Takes the next line to its handler. False: nothing to do until something comes. */
bool srv_lines_step(srv_connection *connection);

/** Nobody is there to be answered: what is done goes. False: a handler still has some. */
bool srv_lines_leave(srv_exchange *exchange);

/** Gives back the memory of lines that came and went. */
void srv_lines_release(srv_worker *worker);
