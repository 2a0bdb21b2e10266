// SPDX-License-Identifier: Apache-2.0
// Yes, no, unknown - and presumed: held to be true, on the riskier side, while something it
// depends on is unknown (unless_ruled_out). Source: Kleene's strong three-valued logic, with
// decisions.md's fourth value.
#pragma once

typedef enum __attribute__((packed)) cds_truth { // a byte: there is one for each rule
    CDS_FALSE = 0,
    CDS_TRUE = 1,
    CDS_IS_UNKNOWN = 2, // has no truth value by accident: switch, no default
    CDS_PRESUMED = 3,
} cds_truth;
