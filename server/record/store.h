// SPDX-License-Identifier: Apache-2.0
// The durable record: one row an entry of the log, in SQLite or in PostgreSQL (place.h). Only
// the writer's thread appends; readers open their own.
#pragma once

#include "engine/base/buf.h"
#include "engine/base/digest.h"
#include "server/record/folder.h"
#include "server/record/merkle.h"

#define SRV_ID_LENGTH 36 // UUIDv7 in its usual form
#define SRV_SALT_BYTES 32
#define SRV_IDEMPOTENCY_MS INT64_C(86400000) // how long a repeat is answered alike

// What an entry is of. Others than evaluations say what they are in `detail`.
#define SRV_KIND_EVALUATION "evaluation"
#define SRV_KIND_FEEDBACK "feedback"
#define SRV_KIND_RELEASE "release"
#define SRV_KIND_APPROVAL "approval"
#define SRV_KIND_ACTIVATION "activation"
#define SRV_KIND_ERASURE "erasure"

/** One entry of the log (record.md). Texts are borrowed. */
typedef struct srv_entry {
    int64_t number; // from 0; given by the store when it is appended
    char id[SRV_ID_LENGTH + 1];
    const char *kind;      // SRV_KIND_...
    int64_t time_ms;       // since 1970, UTC
    cds_text node;         // this store's own id
    cds_text client;       // who asked; "local" without a clients file
    cds_text release;      // sha256:...
    cds_text release_name; // not part of the hashed entry: rendered into the envelope
    int64_t release_activated_ms;
    cds_text engine;      // 1.0.0
    cds_text assessed_on; // YYYY-MM-DD
    bool assessed_on_assumed;
    cds_text reference;  // patient.reference; data NULL: none
    cds_text marks;      // of the decision (shown.h); data NULL: not an evaluation
    cds_text assessment; // bytes as received
    cds_text decision;   // bytes as decided
    cds_text detail;     // an RFC 8785 object: what the entry says, or the hook an evaluation
                         // came through; data NULL: an evaluation of the API
    bool has_idempotency;
    cds_sha256 idempotency;     // of client, key, query, body
    cds_sha256 idempotency_key; // of client and key: what a repeat is found by
    cds_text key;               // the Idempotency-Key; with it the index can be verified
    cds_text query;             // the request's
    bool elsewhere;             // set by srv_store_append: another node keeps an entry of this
                                // key, so this one was not appended
    const srv_files *files;     // of a release that is new: those that count; NULL: none
    int64_t erasure; // the entry that erased it (erase.h): what is kept has no salt; 0: none
    uint8_t salt[SRV_SALT_BYTES];
    cds_sha256 leaf; // SHA-256(0x00 || salt || entry as RFC 8785 JSON)
} srv_entry;

typedef struct srv_store srv_store;

/** Opens (and makes, at first) the database that the folder names, or DIR/tendon.db: WAL,
 *  synchronous FULL, NORMAL locking; frees the 16 MiB ballast file first if the disk is full.
 * `writable` false: a reader, which changes nothing and needs a store that is there. One
 * writable store a folder. The node's id is made at first start. Fails: CDS_FAILED with what to
 * do. Thread: one store, one thread. */
cds_status srv_store_open(cds_ctx *ctx, const char *data_dir, bool writable, srv_store **out);

/** The same for a command that appends beside the running service or without one: the store is
 *  there already, the folder is not held, the ballast is left alone. What both append comes one
 *  after the other. Fails: as srv_store_open. */
cds_status srv_store_open_beside(cds_ctx *ctx, const char *data_dir, srv_store **out);

/** A reader for a loop, where others wait too: what it asks of a database beyond the machine is
 *  given up after 3 s, and a connection that is lost stays lost (srv_store_is_there). Opening
 *  it may take as long as a connection does: where nobody waits. */
cds_status srv_store_open_on_loop(cds_ctx *ctx, const char *data_dir, srv_store **out);

/** Who holds the folder moves the write-ahead log into the database first, as far as that
 *  works. */
void srv_store_close(srv_store *store);
cds_text srv_store_node(const srv_store *store); // lives as long as the store

/** True: other nodes keep their logs in the same database. */
bool srv_store_is_shared(const srv_store *store);

/** False: the file is no longer in its folder, so that what is written to it would be lost with
 *  this store. */
bool srv_store_is_there(const srv_store *store);

/** Appends all in one transaction and gives each its number. On return CDS_OK they are on disk,
 *  but for those that are `elsewhere`.
 *  A key that is younger than SRV_IDEMPOTENCY_MS stays with its first entry. Fails: CDS_FAILED;
 *  none of them counts as kept, though some may be found later: close the store, open it anew.
 */
cds_status srv_store_append(cds_ctx *ctx, srv_store *store, srv_entry *const *entries,
                            size_t count);

/** Lives: texts in ctx->mem. Fails: CDS_NOT_FOUND. What find_key fills in is what find does:
 *  idempotency_key, key and query stay empty, for only the index of keys holds them. */
cds_status srv_store_find(cds_ctx *ctx, srv_store *store, cds_text id, srv_entry *out);
cds_status srv_store_find_key(cds_ctx *ctx, srv_store *store, const cds_sha256 *idempotency_key,
                              int64_t not_before_ms, srv_entry *out);
cds_status srv_store_count(cds_ctx *ctx, srv_store *store, int64_t *out);

#define SRV_PAGE_ENTRIES 64
#define SRV_PAGE_BYTES ((size_t)4 << 20) // a page ends with the entry that goes beyond

typedef struct srv_page {
    size_t count;
    srv_entry entries[SRV_PAGE_ENTRIES];
} srv_page;

/** The entries from number `from` on, as many as a page holds, in one short read: no reader
 *  stays open over a long walk, which would let the write-ahead log grow. Lives: texts in
 *  ctx->mem. */
cds_status srv_store_page(cds_ctx *ctx, srv_store *store, int64_t from, srv_page *out);

/** The same without what was decided, which is most of a record: `decision` and `detail` are
 *  left empty, and not read from the disk. */
cds_status srv_store_page_asked(cds_ctx *ctx, srv_store *store, int64_t from, srv_page *out);

/** One entry by its number. Fails: CDS_NOT_FOUND. */
cds_status srv_store_entry(cds_ctx *ctx, srv_store *store, int64_t number, srv_entry *out);

/** The tree of the log's first `size` entries, to be proved over; reads at most a few hundred
 *  rows a subtree. Lives: as long as the store. Its `read` fails: CDS_FAILED. */
srv_tree srv_store_tree(srv_store *store, uint64_t size);

/** One signed checkpoint; they count from 0, and grow. */
typedef struct srv_checkpoint {
    int64_t number;
    int64_t size;  // entries it covers
    cds_text note; // server/record/note.h
} srv_checkpoint;

/** Lives: texts in ctx->mem. Fails: CDS_NOT_FOUND. */
cds_status srv_store_latest_checkpoint(cds_ctx *ctx, srv_store *store, srv_checkpoint *out);

typedef struct srv_log_key srv_log_key;

/** Signs what was appended since the last checkpoint; nothing new: nothing is done. Fails: as
 *  srv_store_append; the log holds fewer entries than were signed. */
cds_status srv_store_sign(cds_ctx *ctx, srv_store *store, const srv_log_key *key);

/** Makes the ballast again where it was given up, writes 64 KiB beside the log, takes them
 * back, syncs, and lets SQLite begin its write-ahead log anew: CDS_OK when the store can write
 * now. Fails also where a reader stays open for five seconds. */
cds_status srv_store_probe(cds_ctx *ctx, srv_store *store);

/** Moves the write-ahead log into the database when it is long; at idle times sooner. */
void srv_store_tidy(srv_store *store, bool idle);
