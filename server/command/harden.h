// SPDX-License-Identifier: Apache-2.0
// What the service gives up before it reads its first byte from outside.
#pragma once

#include "engine/base/status.h"

/** No core file, which would hold patients' facts, and no privilege to be gained, for this
 *  process and whatever it might start. Not to be undone. Fails: CDS_FAILED. */
cds_status srv_harden(cds_ctx *ctx);
