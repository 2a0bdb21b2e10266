// SPDX-License-Identifier: Apache-2.0
// Releases loaded again from the files that the record keeps, so that any evaluation can be
// rerun for ever; each is loaded once and shared by threads.
#pragma once

#include "engine/rules/ruleset.h"
#include "server/record/store.h"

typedef struct srv_library srv_library;

srv_library *srv_library_new(const char *data_dir); // the path must outlive it
void srv_library_free(srv_library *library);        // NULL is fine

/** The release with that digest, retained. Fails: CDS_NOT_FOUND when the record keeps no such
 *  files, CDS_FAILED when they don't have that digest, as cds_ruleset_load. Thread: any. */
cds_status srv_library_get(cds_ctx *ctx, srv_library *library, cds_text digest,
                           cds_ruleset **out);

/** Puts a loaded release in that the record may not keep yet; it is retained. */
void srv_library_put(srv_library *library, cds_ruleset *rules);
