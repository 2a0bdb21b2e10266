// SPDX-License-Identifier: Apache-2.0
// A person is taken out of the record, and the log still verifies: texts, references, comments,
// salts and idempotency keys go; leaves, ids, times, clients and releases stay, and the
// erasure, an entry itself, names each with a digest of what stays. Source: record.md.
#pragma once

#include "server/record/store.h"

typedef struct srv_erased {
    int64_t number;
    char id[SRV_ID_LENGTH + 1];
    cds_sha256 remains; // SHA-256 of its leaf and its text without what was erased
} srv_erased;

/** The digest of an entry that has been erased. */
cds_status srv_entry_remains(cds_ctx *ctx, const srv_entry *entry, cds_sha256 *out);

/** What one log's erasure says. */
typedef struct srv_erasure {
    const srv_erased *list;
    size_t count;
    cds_text reason;
    cds_text by; // the node that was asked, where it is another than the log's; else data NULL
} srv_erasure;

/** { "by", "erased": [{ "entry", "id", "remains" }], "reason" } */
cds_status srv_erasure_write(cds_ctx *ctx, const srv_erasure *what, cds_text *out);

/** The other way round. Fails: CDS_MALFORMED, CDS_INVALID. */
cds_status srv_erasure_read(cds_ctx *ctx, cds_text detail, const srv_erased **out,
                            size_t *count);

typedef struct srv_erasing {
    cds_text reference; // patient.reference, as it was submitted; or
    cds_text id;        // of one evaluation; the other has data NULL
    cds_text reason;    // 1 to 2000 bytes, without the reference: it is kept
} srv_erasing;

/** The erasure entries of one erasing: one in each log that held something of the person, this
 *  node's own first. */
typedef struct srv_erasures {
    srv_entry *list;
    size_t count;
} srv_erasures;

/** Erases every evaluation of the person, or the one named, and the comments of feedback on
 * what is erased, in every log there is, whichever node was asked: all of it in one
 * transaction. Each log concerned gets an erasure entry of its own, so that it verifies by
 * itself; its node signs it with its next checkpoint. Traces stay in files until
 * srv_store_scrub. Fails: CDS_INVALID, the reason; CDS_NOT_FOUND, nothing of the kind is
 * recorded; CDS_FAILED, nothing was changed. Lives: in ctx->mem. */
cds_status srv_store_erase(cds_ctx *ctx, srv_store *store, const srv_erasing *what,
                           srv_erasures *out);

/** SQLite: moves the write-ahead log into the database and empties it, waiting up to half a
 *  minute for readers. PostgreSQL: takes the erased rows out of tables and indexes; their bytes
 *  stay in free pages until these are filled again, or, with `whole`, the tables are written
 *  anew, during which nobody reads or writes. Fails: CDS_FAILED; somebody still reads. */
cds_status srv_store_scrub(cds_ctx *ctx, srv_store *store, bool whole);
