// SPDX-License-Identifier: Apache-2.0
// A double as the digits a person would write.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define CDS_NUMBER_LENGTH 32

/** The fewest digits that read back as the same double, and a NUL; whole numbers up to 2^53
 *  without point or exponent; -0 as 0. `value` is finite. The length without the NUL. */
size_t cds_number_write(double value, char out[CDS_NUMBER_LENGTH]);

/** The same for a whole number of any size, without the NUL. */
size_t cds_number_write_whole(uint64_t whole, char out[CDS_NUMBER_LENGTH]);
