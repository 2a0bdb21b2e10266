// SPDX-License-Identifier: Apache-2.0
// The CDS Services there are, one a hook, and the document that names them. Source: CDS Hooks
// 2.0.1, "Discovery".
#pragma once

#include "engine/base/buf.h"

typedef struct srv_hook_service {
    const char *id, *hook, *title, *description;
    bool orders;  // its context has draftOrders
    bool selects; // and selections, which name those just chosen
} srv_hook_service;

/** By the id in the path, or NULL. */
const srv_hook_service *srv_hook_service_find(cds_text id);

/** The answer to GET /cds-services. */
void srv_hook_services_write(cds_buf *buf, cds_text public_url);
