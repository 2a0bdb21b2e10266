// SPDX-License-Identifier: Apache-2.0
// A rules folder and its schema on disk, as the list of (path, bytes) the engine takes.
#pragma once

#include "engine/rules/ruleset.h"

#define SRV_FOLDER_FILES_MAX 20000
#define SRV_FOLDER_FILE_BYTES ((size_t)4 << 20)

typedef struct srv_folder {
    const char *rules_dir;
    const char *schema_file; // becomes assessment.schema.json
} srv_folder;

typedef struct srv_files {
    const cds_file *list; // sorted by path
    size_t count;
    cds_text release; // their digest as a release, where it is known; else data NULL
} srv_files;

/** Reads every regular `.lua` and `.md` file and `rules.lock` below the folder; names that
 * begin with a dot or end with `~` are passed over. The folder may be a link, nothing below it
 * may. Lives: in ctx->mem. Fails: CDS_FAILED with the path and what to do. */
cds_status srv_folder_read(cds_ctx *ctx, const srv_folder *folder, srv_files *out);

/** A number that changes when a file's name, size or time of change does; 0 when the folder
 *  cannot be read. */
uint64_t srv_folder_signature(const srv_folder *folder);
