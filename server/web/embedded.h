// SPDX-License-Identifier: Apache-2.0
// Files of this folder, built into the program.
#pragma once

#include <stddef.h>

extern const unsigned char srv_catalogue_css[];
extern const size_t srv_catalogue_css_bytes;

/** A page, or what one is made of; listed in CMakeLists.txt. */
typedef struct srv_embedded {
    const char *path; // as a browser asks for it
    const unsigned char *bytes;
    size_t length;
    const char *etag; // of these bytes and no others
} srv_embedded;

extern const srv_embedded srv_embedded_files[];
extern const size_t srv_embedded_count;
