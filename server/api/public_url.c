// SPDX-License-Identifier: Apache-2.0
// An http or https URL of a host, a port and a path, and nothing else.
#include "server/api/public_url.h"

#include <stdio.h>
#include <string.h>

static size_t scheme_length(cds_text text)
{
    return cds_text_starts(text, "https://") ? 8 : cds_text_starts(text, "http://") ? 7 : 0;
}

static bool is_plain(cds_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] <= ' ' || text.data[i] > '~' || strchr("?#@\\\"<>", text.data[i]))
            return false;
    }
    return true;
}

cds_status srv_public_url_read(cds_ctx *ctx, const char *text, srv_public_url *out)
{
    cds_text url = cds_text_of(text);
    const size_t scheme = scheme_length(url);
    while (url.length > scheme && url.data[url.length - 1] == '/')
        url.length--;
    const char *path =
        url.length == scheme ? NULL : memchr(url.data + scheme, '/', url.length - scheme);
    const size_t origin = path == NULL ? url.length : (size_t)(path - url.data);
    if (scheme == 0 || origin == scheme || url.length > SRV_URL_MAX || !is_plain(url))
        return cds_fail(ctx, CDS_INVALID, "--public-url",
                        "--public-url takes http:// or https://, a host, and a port or path if "
                        "need be; up to "
                        "%d bytes, in the form https://tendon.example",
                        SRV_URL_MAX);
    *out = (srv_public_url){.origin_length = origin};
    memcpy(out->text, url.data, url.length);
    return CDS_OK;
}

srv_public_url srv_public_url_of(const char *host, int port, bool tls)
{
    srv_public_url url;
    const bool v6 = strchr(host, ':') != NULL;
    const int length = snprintf(url.text, sizeof url.text, "http%s://%s%.100s%s:%d",
                                tls ? "s" : "", v6 ? "[" : "", host, v6 ? "]" : "", port);
    url.origin_length = (size_t)length;
    return url;
}

cds_text srv_public_url_text(const srv_public_url *url)
{
    return cds_text_of(url->text);
}

cds_text srv_public_url_origin(const srv_public_url *url)
{
    return (cds_text){url->text, url->origin_length};
}
