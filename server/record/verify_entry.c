// SPDX-License-Identifier: Apache-2.0
// What an entry says, and what stands beside it because of what it says.
#include "server/record/verify_entry.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "engine/facts/json.h"
#include "server/record/entry.h"
#include "server/record/erasure.h"
#include "server/record/steps.h"
#include "server/record/verify_store.h"

/** Want of memory, or a store that can't be read: no entry's fault. */
static bool failed_outside(const cds_ctx *ctx)
{
    return ctx->error.status == CDS_TOO_LARGE || ctx->error.status == CDS_FAILED;
}

cds_status srv_verify_fail(cds_ctx *ctx, int64_t number, const char *why)
{
    char where[40];
    if (failed_outside(ctx))
        return ctx->error.status;
    cds_error_clear(ctx);
    (void)snprintf(where, sizeof where, "entry %" PRId64, number);
    return cds_fail(ctx, CDS_INVALID, where, "%s", why);
}

static bool leaf_fits(cds_ctx *ctx, const srv_entry *entry)
{
    cds_sha256 leaf;
    return srv_entry_leaf(ctx, entry, &leaf) == CDS_OK && cds_digest_equal(&leaf, &entry->leaf);
}

/** Does the erasure name this entry, with just what is left of it? */
static bool erases(cds_ctx *ctx, const srv_entry *erasure, const srv_entry *entry)
{
    const srv_erased *list;
    size_t count;
    cds_sha256 remains;
    if (strcmp(erasure->kind, SRV_KIND_ERASURE) != 0 || erasure->number <= entry->number ||
        srv_erasure_read(ctx, erasure->detail, &list, &count) != CDS_OK ||
        srv_entry_remains(ctx, entry, &remains) != CDS_OK)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (list[i].number == entry->number)
            return strcmp(list[i].id, entry->id) == 0 &&
                   cds_digest_equal(&list[i].remains, &remains);
    }
    return false;
}

/** An erasure that is not as it was signed is named itself, when the walk comes to it. */
static cds_status check_erased(cds_ctx *ctx, srv_store *store, int64_t count,
                               const srv_entry *entry)
{
    srv_entry erasure;
    const bool comes = entry->erasure > entry->number && entry->erasure < count;
    if (srv_store_entry(ctx, store, entry->erasure, &erasure) == CDS_OK &&
        leaf_fits(ctx, &erasure))
        return erases(ctx, &erasure, entry)
                   ? CDS_OK
                   : srv_verify_fail(ctx, entry->number,
                                     "its text is gone, and no erasure says so");
    if (!comes || failed_outside(ctx))
        return srv_verify_fail(ctx, entry->number,
                               "its text is gone, and the erasure it names is not there");
    cds_error_clear(ctx);
    return CDS_OK;
}

/** What an erasure names is erased, and nothing else claims to be. */
static cds_status check_erasure(cds_ctx *ctx, srv_store *store, const srv_entry *entry)
{
    const srv_erased *list;
    size_t count;
    if (srv_erasure_read(ctx, entry->detail, &list, &count) != CDS_OK)
        return srv_verify_fail(ctx, entry->number, "it is no erasure that can be read");
    for (size_t i = 0; i < count; i++) {
        srv_entry one;
        if (srv_store_entry(ctx, store, list[i].number, &one) != CDS_OK ||
            one.erasure != entry->number)
            return srv_verify_fail(ctx, entry->number, "something it erased is there again");
    }
    return srv_stored_erased_count(store, entry->number) == (int64_t)count
               ? CDS_OK
               : srv_verify_fail(ctx, entry->number, "entries claim to be erased by it");
}

/** The files it brought make the digest it names. */
static cds_status check_release(cds_ctx *ctx, srv_store *store, const srv_entry *entry)
{
    const cds_json *detail;
    srv_files files;
    cds_sha256 named;
    cds_sha256 made;
    if (cds_json_parse(ctx, entry->detail, &detail) != CDS_OK)
        return srv_verify_fail(ctx, entry->number, "it is no release that can be read");
    const cds_json *digest = cds_json_member(detail, CDS_TEXT("digest"));
    const bool good = digest != NULL && digest->kind == CDS_JSON_STRING &&
                      cds_text_starts(digest->text, "sha256:") &&
                      cds_digest_read(cds_text_from(digest->text, strlen("sha256:")), &named) &&
                      srv_store_files(ctx, store, digest->text, &files) == CDS_OK &&
                      cds_files_digest(ctx, files.list, files.count, &made) == CDS_OK &&
                      cds_digest_equal(&made, &named);
    return good ? CDS_OK
                : srv_verify_fail(ctx, entry->number,
                                  "the files kept of its release are not those it names");
}

cds_status srv_verify_entry(cds_ctx *ctx, srv_store *store, int64_t count,
                            const srv_entry *entry)
{
    if (entry->erasure != 0)
        return check_erased(ctx, store, count, entry);
    if (!leaf_fits(ctx, entry))
        return srv_verify_fail(ctx, entry->number,
                               "its text is not what its leaf was made from");
    if (strcmp(entry->kind, SRV_KIND_ERASURE) == 0)
        return check_erasure(ctx, store, entry);
    return strcmp(entry->kind, SRV_KIND_RELEASE) == 0 ? check_release(ctx, store, entry)
                                                      : CDS_OK;
}
