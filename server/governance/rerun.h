// SPDX-License-Identifier: Apache-2.0
// One recorded assessment, decided again: under its own release or any other the record keeps.
#pragma once

#include "server/api/assess.h"
#include "server/governance/library.h"

/** Sandboxes of one thread, one a release. */
typedef struct srv_rerunner srv_rerunner;

srv_rerunner *srv_rerunner_new(srv_library *library); // which must outlive it
void srv_rerunner_free(srv_rerunner *rerunner);       // NULL is fine

/** The sandbox of the release with that digest, opened when first asked for. Lives: until
 *  SRV_SANDBOXES_MAX others have been asked for. Fails: as srv_library_get. */
cds_status srv_rerunner_sandbox(cds_ctx *ctx, srv_rerunner *rerunner, cds_text digest,
                                cds_sandbox **out);
#define SRV_SANDBOXES_MAX 16

/** The assessment of an entry, for the day it was decided for. */
srv_assessment srv_assessment_of(const srv_entry *entry);

/** Decides the entry's assessment for the day it was decided for, under the release with that
 *  digest. Lives: in ctx->mem. Fails: as srv_library_get; CDS_INVALID and so on when the
 *  assessment does not fit that release's schema. `decision` is left empty. */
cds_status srv_rerun(cds_ctx *ctx, srv_rerunner *rerunner, cds_text digest,
                     const srv_entry *entry, srv_assessed *out);
