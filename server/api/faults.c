// SPDX-License-Identifier: Apache-2.0
// Answers the list of faults.
#include "server/api/faults.h"

void srv_faults_answer(srv_exchange *exchange, const char *detail, const cds_faults *faults)
{
    srv_exchange_faults(exchange, 422, detail, faults);
}
