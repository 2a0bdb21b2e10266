// SPDX-License-Identifier: Apache-2.0
// Files of this folder, built into the program.
#pragma once

#include <stddef.h>

extern const unsigned char srv_catalogue_css[];
extern const size_t srv_catalogue_css_bytes;
