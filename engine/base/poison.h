// SPDX-License-Identifier: Apache-2.0
// Memory nobody may touch until it is given out again: where the address sanitiser runs it ends
// the program at the first byte read or written, elsewhere these do nothing.
#pragma once

#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define CDS_POISON(start, bytes) ASAN_POISON_MEMORY_REGION(start, bytes)
#define CDS_UNPOISON(start, bytes) ASAN_UNPOISON_MEMORY_REGION(start, bytes)
#else
#define CDS_POISON(start, bytes) ((void)(start), (void)(bytes))
#define CDS_UNPOISON(start, bytes) ((void)(start), (void)(bytes))
#endif
