// SPDX-License-Identifier: Apache-2.0
// POST /v1/releases, /{digest}/approvals, /{digest}/activation: steps in the life of a release,
// signed by who takes them. Source: api.md, record.md.
#pragma once

#include "server/http/exchange.h"

void srv_governance_propose(srv_exchange *exchange);
void srv_governance_approve(srv_exchange *exchange);
void srv_governance_activate(srv_exchange *exchange);
