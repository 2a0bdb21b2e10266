// SPDX-License-Identifier: Apache-2.0
// From the bytes of a head to a request, in three steps of one file each: llhttp takes it
// apart (request.c), its headers must agree on one framing (framing.c), its target (target.c).
#pragma once

#include "server/http/guard.h"
#include "server/http/request.h"

/** The head's bytes, which are changed: names become lower case, the path is decoded. */
typedef struct srv_bytes {
    char *data;
    size_t length;
} srv_bytes;

/** Reads a head the guard has let through. The request's texts point into `head`; its body is
 *  not yet read. False: *out says why; the connection must be closed after the answer. */
bool srv_head_read(srv_request *request, srv_bytes head, srv_refusal *out);

/** Fills in what the headers say of the body and the connection. */
bool srv_framing_read(srv_request *request, srv_refusal *out);

/** Fills in path and query. */
bool srv_target_read(srv_request *request, srv_bytes target, srv_refusal *out);

/** The head's bytes moved: so do the texts that point to them. */
void srv_request_move(srv_request *request, const char *from, const char *to);
void srv_text_move(cds_text *text, const char *from, const char *to);

/** Is `word` an item of this comma-separated list, in any case? */
bool srv_list_has(cds_text list, const char *word);

/** Equal but for the case of ASCII letters; `word` is in lower case. */
bool srv_text_is_caseless(cds_text text, const char *word);
cds_text srv_text_trim(cds_text text);

static inline bool srv_refuse(srv_refusal *out, int status, const char *detail)
{
    *out = (srv_refusal){status, detail};
    return false;
}
