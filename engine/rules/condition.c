// SPDX-License-Identifier: Apache-2.0
// The words by name.
#include "engine/rules/condition.h"

const char *cds_word_name(cds_word word)
{
    static const char *const names[] = {
        [CDS_ALL] = "all",
        [CDS_ANY] = "any",
        [CDS_NONE] = "none",
        [CDS_AT_LEAST_OF] = "at_least_of",
        [CDS_UNLESS_RULED_OUT] = "unless_ruled_out",
        [CDS_FINDING] = "finding",
        [CDS_YES] = "yes",
        [CDS_NO] = "no",
        [CDS_IS_ONE_OF] = "is_one_of",
        [CDS_INCLUDES_ANY] = "includes_any",
        [CDS_INCLUDES_NONE] = "includes_none",
        [CDS_COUNTS_AT_LEAST] = "counts_at_least",
        [CDS_HAS] = "has",
        [CDS_COMPARE] = "compare",
        [CDS_KNOWN] = "known",
        [CDS_GIVEN] = "given",
        [CDS_NOT_GIVEN] = "not_given",
        [CDS_DECIDED] = "decided",
    };
    return names[word];
}
