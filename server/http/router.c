// SPDX-License-Identifier: Apache-2.0
// Patterns are few and short, so they are tried one after the other.
#include "server/http/router.h"

#include <string.h>

/** What the pattern's `*` stood for; false: the path is another. */
static bool fits(const char *pattern, cds_text path, cds_text segments[SRV_SEGMENTS_MAX])
{
    size_t at = 0;
    size_t found = 0;
    while (*pattern != '\0') {
        if (*pattern != '*') {
            if (at == path.length || path.data[at] != *pattern) {
                return false;
            }
            at++;
            pattern++;
            continue;
        }
        bool is_last = pattern[1] == '*';
        const char *slash = is_last ? NULL : memchr(path.data + at, '/', path.length - at);
        size_t end = slash == NULL ? path.length : (size_t)(slash - path.data);
        if (end == at || found == SRV_SEGMENTS_MAX) {
            return false;
        }
        segments[found++] = (cds_text){path.data + at, end - at};
        at = end;
        pattern += is_last ? 2 : 1;
    }
    return at == path.length;
}

srv_match srv_router_find(const srv_app *app, const srv_request *request)
{
    srv_match match = {0};
    srv_method wanted = request->method == SRV_HEAD ? SRV_GET : request->method;
    for (size_t i = 0; i < app->route_count; i++) {
        const srv_route *route = &app->routes[i];
        cds_text segments[SRV_SEGMENTS_MAX] = {0};
        if (!fits(route->path, request->path, segments)) {
            continue;
        }
        match.methods |= 1u << route->method;
        if (route->method == wanted) {
            match.route = route;
            memcpy(match.segments, segments, sizeof segments);
            return match;
        }
    }
    return match;
}

cds_text srv_router_allow(unsigned methods, char out[SRV_ALLOW_LENGTH])
{
    static const char *const names[] = {
        [SRV_GET] = "GET, HEAD, ", [SRV_HEAD] = "", [SRV_POST] = "POST, ", [SRV_OPTIONS] = ""};
    size_t length = 0;
    for (unsigned method = SRV_GET; method <= SRV_OPTIONS; method++) {
        if ((methods & 1u << method) != 0) {
            size_t name_length = strlen(names[method]);
            memcpy(out + length, names[method], name_length);
            length += name_length;
        }
    }
    memcpy(out + length, "OPTIONS", 8);
    return (cds_text){out, length + 7};
}
