// SPDX-License-Identifier: Apache-2.0
// What the draft orders of a call ask for, in the words of the assessment, by the lists of
// rules/codes.lua. Orders may be broken FHIR: what cannot be read asks for nothing.
#pragma once

#include "server/cds_hooks/request.h"

#define SRV_ORDERED_MAX ((size_t)16)

typedef struct srv_orders {
    cds_text considering[SRV_ORDERED_MAX]; // values of treatment.considering, none twice
    size_t count;
    cds_text drug; // value of treatment.cortisone_drug; data NULL: none
} srv_orders;

/** Of the orders just chosen, those about this patient and this region of the body. Lives: in
 *  `codes`. */
void srv_orders_read(const srv_hook_call *call, const cds_json *codes, srv_orders *out);

/** Whether this order counts: it is the patient's and not withdrawn. */
bool srv_order_stands(const srv_hook_call *call, const cds_json *order);
