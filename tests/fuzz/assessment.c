// SPDX-License-Identifier: Apache-2.0
// Any bytes as an assessment under the clinic's own rules: the same decision each time.
#include "clinic.h"
#include "engine.h"

static cds_sandbox *sandbox;

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    sandbox = fuzz_clinic();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_check_reply(sandbox, fuzz_text(data, size));
    return 0;
}
