// SPDX-License-Identifier: Apache-2.0
// Chooses by the path that was asked for.
#include "server/api/form.h"

#include <string.h>

#include "server/fhir/outcome.h"

static bool is_under(cds_text path, const char *folder)
{
    const size_t length = strlen(folder);
    return cds_text_starts(path, folder) && (path.length == length || path.data[length] == '/');
}

srv_media srv_form_write(cds_buf *buf, const srv_problem *problem)
{
    if (is_under(problem->instance, "/cds-services") || is_under(problem->instance, "/fhir")) {
        srv_outcome_write(buf, problem);
        return SRV_FHIR;
    }
    srv_problem_write(buf, problem);
    return SRV_PROBLEM;
}
