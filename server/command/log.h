// SPDX-License-Identifier: Apache-2.0
// What the words of `tendon log` share: the store, opened to read beside a running service.
#pragma once

#include "server/command/command.h"
#include "server/record/log_key.h"
#include "server/record/store.h"

typedef struct srv_log {
    cds_ctx ctx;
    srv_store *store;
    srv_signer signer;
    const srv_options *options;
} srv_log;

/** Each prints its answer, or what is wrong on standard error; its exit status. */
int srv_log_word_verify(srv_log *log);
int srv_log_verify_all(srv_log *log); // verify --all-nodes
int srv_log_word_prove(srv_log *log);
int srv_log_word_check_proof(srv_log *log);
int srv_log_word_show(srv_log *log);
int srv_log_word_find(srv_log *log);
int srv_log_word_export(srv_log *log);
int srv_log_word_checkpoint(srv_log *log);
int srv_log_word_erase(srv_log *log); // opens the store itself, to write
int srv_log_word_scrub(srv_log *log); // so does this

/** The number in options->second. False: it is none, and that has been said. */
bool srv_log_number(const srv_log *log, int64_t *out);

/** Says the context's error; SRV_FAILED. */
int srv_log_failed(const srv_log *log);
