// SPDX-License-Identifier: Apache-2.0
// Reads the log beside its writer.
#include "server/api/log.h"

#include "server/api/keeping.h"
#include "server/api/proving.h"
#include "server/api/query.h"
#include "server/record/proof.h"

#define LIMIT_MAX 1000
#define LIMIT_USUAL 100
#define ROOM_BYTES ((size_t)256 << 10) // an answer ends with the entry that goes beyond

static const char *const page_parameters[] = {"from", "limit"};
static const char *const proof_parameters[] = {"entry"};

/** A whole number of up to 15 digits. */
static bool read_number(cds_text text, int64_t *out)
{
    int64_t value = 0;
    if (text.length == 0 || text.length > 15)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        value = value * 10 + (text.data[i] - '0');
    }
    *out = value;
    return true;
}

/** The parameter's number; `out` stays as it is where it was not given. False: answered 400. */
static bool number_of(srv_exchange *exchange, const char *name, int64_t *out)
{
    cds_text value;
    if (!srv_request_query(srv_exchange_ctx(exchange), srv_exchange_request(exchange), name,
                           &value) ||
        read_number(value, out))
        return true;
    srv_exchange_problem(exchange, 400, "from=, limit= and entry= take whole numbers.");
    return false;
}

static srv_slot *slot_of(const srv_exchange *exchange)
{
    return srv_worker_slot(srv_exchange_worker(exchange));
}

/** The latest there is. */
static void answer_checkpoint(void *user)
{
    srv_exchange *exchange = user;
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_store *store;
    srv_checkpoint latest;
    cds_status status = srv_keeping_reader(ctx, slot_of(exchange), &store);
    if (status == CDS_OK)
        status = srv_store_latest_checkpoint(ctx, store, &latest);
    if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_TEXT, latest.note);
    else
        srv_keeping_answer_unread(exchange);
}

void srv_log_checkpoint_get(srv_exchange *exchange)
{
    srv_asked asked;
    if (srv_query_read(exchange, NULL, 0, &asked))
        srv_prove_after_signing(exchange, answer_checkpoint, exchange);
}

void srv_log_key_get(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_asked asked;
    cds_text body;
    cds_buf buf;
    if (!srv_query_read(exchange, NULL, 0, &asked))
        return;
    cds_buf_init(&buf, ctx->mem);
    srv_signer_write(&buf, srv_writer_signer(slot_of(exchange)->service->writer));
    cds_buf_char(&buf, '\n');
    if (cds_buf_end(ctx, &buf, &body) == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_TEXT, body);
    else
        srv_exchange_fail(exchange);
}

static void answer_proof(srv_exchange *exchange, void *user, cds_status status, cds_text proof)
{
    (void)user;
    if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, proof);
    else if (status == CDS_NOT_FOUND)
        srv_exchange_fail(exchange);
    else
        srv_keeping_answer_unread(exchange);
}

void srv_log_proof_get(srv_exchange *exchange)
{
    int64_t number = -1;
    srv_asked asked;
    if (!srv_query_read(exchange, proof_parameters, 1, &asked) ||
        !number_of(exchange, "entry", &number))
        return;
    if (number < 0)
        srv_exchange_problem(exchange, 400, "entry= names the entry, counted from 0.");
    else
        srv_prove(exchange, number, answer_proof, NULL);
}

/** Entries one by one, so that a page of large ones never needs more than the request has. */
static cds_status write_entries(cds_ctx *ctx, srv_store *store, int64_t from, int64_t limit,
                                cds_buf *buf)
{
    cds_status status = CDS_OK;
    for (int64_t i = from; i - from < limit && buf->length < ROOM_BYTES; i++) {
        srv_entry entry;
        status = srv_store_entry(ctx, store, i, &entry);
        if (status != CDS_OK)
            break;
        cds_buf_comma(buf);
        status = srv_entry_show(ctx, &entry, buf);
        if (status != CDS_OK)
            break;
    }
    if (status != CDS_NOT_FOUND)
        return status;
    cds_error_clear(ctx);
    return CDS_OK;
}

void srv_log_entries_get(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    int64_t from = 0;
    int64_t limit = LIMIT_USUAL;
    srv_store *store;
    srv_asked asked;
    cds_text body;
    cds_buf buf;
    if (!srv_query_read(exchange, page_parameters, 2, &asked) ||
        !number_of(exchange, "from", &from) || !number_of(exchange, "limit", &limit))
        return;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"entries\":[");
    cds_status status = srv_keeping_reader(ctx, slot_of(exchange), &store);
    if (status == CDS_OK)
        status = write_entries(ctx, store, from, limit > LIMIT_MAX ? LIMIT_MAX : limit, &buf);
    cds_buf_word(&buf, "]}");
    if (status == CDS_OK)
        status = cds_buf_end(ctx, &buf, &body);
    if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, body);
    else
        srv_exchange_fail(exchange);
}
