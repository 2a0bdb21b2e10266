// SPDX-License-Identifier: Apache-2.0
// A release from a folder, or from the record.
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "server/command/release.h"
#include "server/governance/library.h"

static cds_status from_record(cds_ctx *ctx, const srv_options *options, const char *digest,
                              cds_ruleset **out)
{
    srv_library *library = srv_library_new(options->data_dir);
    cds_status status = srv_library_get(ctx, library, cds_text_of(digest), out);
    srv_library_free(library);
    return status;
}

/** The schema that stands beside the folder, else the one the options name. */
static const char *schema_of(const srv_options *options, const char *folder,
                             char path[PATH_MAX])
{
    static const char *const places[] = {"assessment.schema.json",
                                         "../schemas/assessment.schema.json"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int length = snprintf(path, PATH_MAX, "%s/%s", folder, places[i]);
        if (length > 0 && length < PATH_MAX && access(path, R_OK) == 0)
            return path;
    }
    return options->folder.schema_file;
}

static cds_status from_folder(cds_ctx *ctx, const srv_options *options, const char *name,
                              cds_ruleset **out)
{
    char path[PATH_MAX];
    const srv_folder folder = {name, schema_of(options, name, path)};
    srv_files files;
    cds_status status = srv_folder_read(ctx, &folder, &files);
    return status == CDS_OK ? cds_ruleset_load(ctx, files.list, files.count, out) : status;
}

bool srv_release_source(cds_ctx *ctx, const srv_options *options, const char *word,
                        cds_ruleset **out)
{
    bool digest = strncmp(word, "sha256:", 7) == 0;
    cds_status status =
        digest ? from_record(ctx, options, word, out) : from_folder(ctx, options, word, out);
    if (status != CDS_OK)
        srv_say_error(ctx);
    return status == CDS_OK;
}
