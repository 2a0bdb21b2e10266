// SPDX-License-Identifier: Apache-2.0
// What rules now: in development the folder, which is entered into the register as an
// unapproved release; governed, the register's own choice from the files the record keeps.
#pragma once

#include "server/governance/library.h"
#include "server/governance/register.h"
#include "server/record/folder.h"
#include "server/record/writer.h"

/** A release ready to answer. */
typedef struct srv_adopted {
    cds_ruleset *rules; // the caller's to drop
    char name[SRV_RELEASE_NAME_MAX + 1];
    int64_t activated_ms;
    bool is_known; // which release rules by the register, whether it could be loaded or not
} srv_adopted;

/** Names it; a text too long is cut. */
void srv_adopted_name(cds_text name, srv_adopted *out);

typedef struct srv_adopting {
    srv_store *store;   // a reader
    srv_writer *writer; // development only
    srv_rule_of_choice choice;
} srv_adopting;

/** Loads the folder. Content that ruled last goes on under its name and since when it did;
 *  other content is kept as a release and activated, both unsigned. Fails: CDS_REFUSED,
 *  CDS_FAILED; the register is as before. */
cds_status srv_adopt_folder(cds_ctx *ctx, const srv_adopting *with, const srv_folder *folder,
                            srv_adopted *out);

/** Loads the release that rules by the register. Fails: CDS_NOT_FOUND when none does;
 *  CDS_FAILED, the register can't be read now; with out->is_known, as srv_library_get. */
cds_status srv_adopt_ruling(cds_ctx *ctx, const srv_adopting *with, srv_library *library,
                            srv_adopted *out);

/** Loads the folder for a command that records nothing; named as the month's first, from now.
 */
cds_status srv_adopt_alone(cds_ctx *ctx, const srv_folder *folder, srv_adopted *out);
