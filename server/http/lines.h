// SPDX-License-Identifier: Apache-2.0
// A streamed body, line by line: one line is handled and answered before the next is cut off.
#pragma once

#include "server/http/inside.h"

/** Takes the next line to its handler. False: nothing to do until something comes. */
bool srv_lines_step(srv_connection *connection);
