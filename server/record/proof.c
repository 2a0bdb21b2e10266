// SPDX-License-Identifier: Apache-2.0
// Proofs written, and read back with the same suspicion as any other input.
#include "server/record/proof.h"

#include <inttypes.h>
#include <string.h>

#include "engine/base/base64.h"
#include "engine/facts/json.h"
#include "server/record/entry.h"

static void write_leaf(cds_buf *buf, int64_t number, const cds_sha256 *leaf)
{
    char hex[CDS_SHA256_HEX + 1];
    cds_digest_hex(leaf, hex);
    cds_buf_format(buf, "{\"entry\":%" PRId64 ",\"leaf\":\"sha256:%s\"", number, hex);
}

static void write_proof(cds_buf *buf, const srv_path *path, const srv_checkpoint *checkpoint)
{
    cds_buf_format(buf, ",\"size\":%" PRId64 ",\"path\":[", checkpoint->size);
    for (size_t i = 0; i < path->count; i++) {
        cds_buf_word(buf, i == 0 ? "\"" : ",\"");
        cds_buf_base64(buf, path->hashes[i].bytes, CDS_SHA256_BYTES);
        cds_buf_char(buf, '"');
    }
    cds_buf_word(buf, "],\"checkpoint\":");
    cds_buf_json(buf, checkpoint->note);
    cds_buf_char(buf, '}');
}

/** The latest checkpoint, if it covers the entry. */
static cds_status find_cover(cds_ctx *ctx, srv_store *store, int64_t number,
                             srv_checkpoint *out)
{
    int64_t count = 0;
    cds_status status = srv_store_count(ctx, store, &count);
    if (status == CDS_OK && number >= count)
        return cds_fail(ctx, CDS_NOT_FOUND, "", "There is no such entry in the log.");
    if (status == CDS_OK)
        status = srv_store_latest_checkpoint(ctx, store, out);
    if (status == CDS_NOT_FOUND || (status == CDS_OK && number >= out->size)) {
        cds_error_clear(ctx);
        return cds_fail(ctx, CDS_NOT_YET, "",
                        "No checkpoint covers this entry yet; one is signed within a minute. "
                        "Ask again then.");
    }
    return status;
}

cds_status srv_proof_make(cds_ctx *ctx, srv_store *store, const srv_signer *signer,
                          int64_t number, cds_text *out)
{
    srv_checkpoint checkpoint = {.number = 0};
    srv_root root;
    srv_path path;
    srv_entry entry;
    cds_buf buf;
    cds_status status = find_cover(ctx, store, number, &checkpoint);
    if (status == CDS_OK)
        status = srv_note_read(ctx, checkpoint.note, signer, &root);
    if (status != CDS_OK)
        return status;
    const srv_tree tree = srv_store_tree(store, root.size);
    status = srv_merkle_prove(ctx, &tree, (uint64_t)number, &path);
    if (status == CDS_OK)
        status = srv_store_entry(ctx, store, number, &entry);
    if (status != CDS_OK)
        return status;
    if (!srv_merkle_includes(&root, (uint64_t)number, &entry.leaf, &path))
        return cds_fail(ctx, CDS_FAILED, "",
                        "the log does not agree with its checkpoint: run `tendon log verify`");
    cds_buf_init(&buf, ctx->mem);
    write_leaf(&buf, number, &entry.leaf);
    write_proof(&buf, &path, &checkpoint);
    return cds_buf_end(ctx, &buf, out);
}

cds_status srv_entry_show(cds_ctx *ctx, const srv_entry *entry, cds_buf *buf)
{
    cds_text body;
    write_leaf(buf, entry->number, &entry->leaf);
    if (entry->erasure != 0) {
        cds_buf_format(buf, ",\"erased_by\":%" PRId64 "}", entry->erasure);
        return CDS_OK;
    }
    const cds_status status = srv_entry_text(ctx, entry, &body);
    if (status != CDS_OK)
        return status;
    cds_buf_word(buf, ",\"salt\":\"");
    cds_buf_base64(buf, entry->salt, sizeof entry->salt);
    cds_buf_word(buf, "\",\"body\":");
    cds_buf_json(buf, body);
    cds_buf_char(buf, '}');
    return CDS_OK;
}

typedef struct claim {
    uint64_t entry, size;
    cds_sha256 leaf;
    srv_path path;
    cds_text checkpoint;
} claim;

static bool read_whole(const cds_json *object, const char *name, uint64_t *out)
{
    const cds_json *value = cds_json_member(object, cds_text_of(name));
    if (value == NULL || value->kind != CDS_JSON_NUMBER || value->number < 0 ||
        value->number > 9007199254740992.0 || value->number != (double)(uint64_t)value->number)
        return false;
    *out = (uint64_t)value->number;
    return true;
}

static bool read_leaf(const cds_json *object, cds_sha256 *out)
{
    const cds_json *value = cds_json_member(object, CDS_TEXT("leaf"));
    return value != NULL && value->kind == CDS_JSON_STRING &&
           cds_text_starts(value->text, "sha256:") &&
           cds_digest_read(cds_text_from(value->text, strlen("sha256:")), out);
}

static bool read_path(const cds_json *object, srv_path *out)
{
    const cds_json *list = cds_json_member(object, CDS_TEXT("path"));
    if (list == NULL || list->kind != CDS_JSON_ARRAY || list->count > SRV_PATH_MAX)
        return false;
    out->count = 0;
    for (const cds_json *at = list->child; at != NULL; at = at->next) {
        if (at->kind != CDS_JSON_STRING ||
            !cds_base64_read(at->text, out->hashes[out->count++].bytes, CDS_SHA256_BYTES))
            return false;
    }
    return true;
}

static bool read_claim(const cds_json *json, claim *out)
{
    const cds_json *note = cds_json_member(json, CDS_TEXT("checkpoint"));
    if (json->kind != CDS_JSON_OBJECT || json->count != 5 || note == NULL ||
        note->kind != CDS_JSON_STRING)
        return false;
    out->checkpoint = note->text;
    return read_whole(json, "entry", &out->entry) && read_whole(json, "size", &out->size) &&
           read_leaf(json, &out->leaf) && read_path(json, &out->path);
}

cds_status srv_proof_check(cds_ctx *ctx, cds_text proof, const srv_signer *signer, int64_t *out)
{
    const cds_json *json;
    claim claimed;
    srv_root root;
    cds_status status = cds_json_parse(ctx, proof, &json);
    if (status != CDS_OK)
        return status;
    if (!read_claim(json, &claimed))
        return cds_fail(ctx, CDS_INVALID, "",
                        "this is not a proof as `tendon log prove` writes it");
    status = srv_note_read(ctx, claimed.checkpoint, signer, &root);
    if (status != CDS_OK)
        return status;
    if (root.size != claimed.size ||
        !srv_merkle_includes(&root, claimed.entry, &claimed.leaf, &claimed.path))
        return cds_fail(ctx, CDS_INVALID, "",
                        "the path does not lead from this leaf to the signed root");
    *out = (int64_t)claimed.entry;
    return CDS_OK;
}
