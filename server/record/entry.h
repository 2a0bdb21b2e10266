// SPDX-License-Identifier: Apache-2.0
// An entry's text and leaf: RFC 8785 JSON of what was asked, by whom and what was answered;
// leaf = SHA-256(0x00 || salt || text). Source: record.md, RFC 6962.
#pragma once

#include "server/record/store.h"

#define SRV_TIME_LENGTH 24

/** Random bytes from the system, at most 256. */
void srv_random(void *bytes, size_t length);

/** A new UUIDv7 (RFC 9562) for the millisecond, after each that this process has made for it;
 *  random bits from the system. Thread: any. */
void srv_entry_new_id(int64_t time_ms, char out[SRV_ID_LENGTH + 1]);

/** What no id of that millisecond or later comes before. */
void srv_entry_first_id(int64_t time_ms, char out[SRV_ID_LENGTH + 1]);

/** The millisecond that an id of ours was made in; 0: it is none. */
int64_t srv_entry_id_time(cds_text id);

/** The canonical text: members in RFC 8785 order; one without a value (data NULL) is left out,
 *  as is idempotency where there is none. */
cds_status srv_entry_text(cds_ctx *ctx, const srv_entry *entry, cds_text *out);

/** The leaf of the entry under the salt it has. */
cds_status srv_entry_leaf(cds_ctx *ctx, const srv_entry *entry, cds_sha256 *out);

/** Fills salt (32 random bytes) and leaf. Nothing the text holds may change after. */
cds_status srv_entry_seal(cds_ctx *ctx, srv_entry *entry);

/** 2026-11-22T09:00:00.000Z; beyond the years 0000 to 9999, which only a damaged record is,
 *  0000-00-00T00:00:00.000Z. */
void srv_time_format(int64_t time_ms, char out[SRV_TIME_LENGTH + 1]);
int64_t srv_time_now_ms(void);
int64_t srv_time_monotonic_ms(void); // for waiting: never set back
