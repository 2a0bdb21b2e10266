// SPDX-License-Identifier: Apache-2.0
// POST /v1/batch.
#pragma once

#include "server/api/service.h"

void srv_batch_post(srv_exchange *exchange);
