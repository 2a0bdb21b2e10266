// SPDX-License-Identifier: Apache-2.0
// Who is asking, and may they: the clients in force against the roles a route names. A route
// that names none is closed. Source: api.md, "Who may do what".
#pragma once

#include "server/api/clients.h"
#include "server/api/pace.h"
#include "server/http/guard.h"

typedef struct srv_access srv_access;

/** `clients_file` NULL: no file; every call is a local one. It must outlive the result. A
 * client may ask `rate` times a second, and as often at once; 0: as often as it likes. */
srv_access *srv_access_new(const char *clients_file, unsigned rate);
void srv_access_free(srv_access *access); // NULL is fine

/** Reads the clients file, if there is one, and puts it in force whole; on a failure the one
 *  before stays. Fails: as srv_clients_read. Thread: main. */
cds_status srv_access_load(cds_ctx *ctx, srv_access *access);

/** The clients in force, to look at for a moment; not without a file. Each hold is let go.
 *  Thread: any. */
const srv_clients *srv_access_hold(srv_access *access);
void srv_access_let_go(srv_access *access);

/** Takes a client's turn, of the clients held; else how long it should wait, in nanoseconds. */
uint64_t srv_access_turn(srv_access *access, const srv_client *client, uint64_t now_ns);

/** How long nobody at that address may try signatures, after so many that did not hold; 0: it
 *  may. Thread: any. */
uint64_t srv_access_patience(srv_access *access, cds_text peer, uint64_t now_ns);
void srv_access_try(srv_access *access, cds_text peer, uint64_t now_ns); // one did not hold

void srv_caller_become(cds_text name, unsigned roles, srv_caller *out);

/** Is there a clients file, whatever it says? Thread: any. */
bool srv_access_has_file(const srv_access *access);

typedef enum srv_visitor { SRV_NO_LIST, SRV_NOT_LISTED, SRV_LISTED } srv_visitor;

/** Whether a web page of that origin (data NULL: none is named) is on the clients file's list,
 *  and whether there is a list. Thread: any. */
srv_visitor srv_access_origin(srv_access *access, cds_text origin);

/** Why a caller may not use a route open to the roles `may`; status 0: it may. */
srv_refusal srv_access_judge(cds_ctx *ctx, const srv_access *access, const srv_caller *caller,
                             unsigned may);

/** The app's `admit` for http/server.h; `service` is the srv_service. */
srv_refusal srv_access_admit(void *service, srv_exchange *exchange, const srv_route *route);

/** The public key of the caller as the clients file has it now. False: it has none. Thread:
 * any. */
bool srv_access_key(srv_access *access, const srv_caller *caller,
                    uint8_t out[SRV_ED25519_BYTES]);

/** May this caller see and feed back on what `owner` recorded? Its own; an auditor all. */
bool srv_caller_sees(const srv_caller *caller, cds_text owner);
