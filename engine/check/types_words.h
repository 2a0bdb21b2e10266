// SPDX-License-Identifier: Apache-2.0
// Private to types.c: the words of the rule language as annotations.
#pragma once

extern const char cds_types_head[];
extern const char cds_types_words[];        // of conditions
extern const char cds_types_declarations[]; // of rules, decisions and cases

/** The words of a choice and of a list of choices; % stands for the type of its values. */
extern const char cds_types_choice[];
extern const char cds_types_choices[];
