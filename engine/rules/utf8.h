// SPDX-License-Identifier: Apache-2.0
// Whether bytes are text: UTF-8 as RFC 3629 has it, and no U+0000.
#pragma once

#include "engine/base/text.h"

/** The place of the first byte that is not well-formed UTF-8 or is NUL; the length if none. */
size_t cds_utf8_bad(cds_text text);
