// SPDX-License-Identifier: Apache-2.0
// GET /v1/releases, /{digest}, /{digest}/impact: what the register holds, and whose advice a
// release would change. Source: api.md, record.md.
#pragma once

#include "server/http/exchange.h"

/** { "releases": [ ... ] }, newest first, without what the checks found. */
void srv_releases_list(srv_exchange *exchange);

/** One, with what its checks found and the paths of its files. */
void srv_releases_one(srv_exchange *exchange);

/** srv_impact_json, against the release that rules, or `against=`; `since=` a day. */
void srv_releases_impact(srv_exchange *exchange);

/** What differs between two releases the record keeps: cds_difference_json. */
void srv_releases_diff(srv_exchange *exchange);
