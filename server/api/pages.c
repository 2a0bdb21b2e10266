// SPDX-License-Identifier: Apache-2.0
// Serves the embedded files with headers under which they can neither run nor load anything
// that is not theirs. Source: CSP level 3; RFC 9110, section 13.1.2.
#include "server/api/pages.h"

#include "engine/base/arena.h"
#include "server/http/head.h"
#include "server/web/embedded.h"

static const struct {
    const char *name, *value;
} page_headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
     "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
     "require-trusted-types-for 'script'; trusted-types 'none'"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"},
    {"Cache-Control", "no-cache"}, // kept, and asked about each time: cheap by its ETag
};

static const srv_embedded *find(cds_text path)
{
    for (size_t i = 0; i < srv_embedded_count; i++) {
        if (cds_text_is(path, srv_embedded_files[i].path))
            return &srv_embedded_files[i];
    }
    return NULL;
}

/** The next of a list of ETags; what is weak counts as the same without its mark. */
static cds_text next_tag(cds_text *list)
{
    size_t end = 0;
    while (end < list->length && list->data[end] != ',')
        end++;
    cds_text tag = srv_text_trim((cds_text){list->data, end});
    const size_t taken = end < list->length ? end + 1 : end;
    *list = (cds_text){list->data + taken, list->length - taken};
    if (tag.length > 2 && tag.data[0] == 'W' && tag.data[1] == '/')
        tag = (cds_text){tag.data + 2, tag.length - 2};
    return tag;
}

static bool has_already(const srv_request *request, const srv_embedded *file)
{
    cds_text list = srv_request_header(request, "if-none-match");
    while (list.length > 0) {
        const cds_text tag = next_tag(&list);
        if (cds_text_is(tag, "*") || cds_text_is(tag, file->etag))
            return true;
    }
    return false;
}

static srv_media media_of(cds_text path)
{
    static const struct {
        const char *ending;
        srv_media media;
    } endings[] = {{".css", SRV_CSS}, {".js", SRV_SCRIPT}, {".svg", SRV_SVG}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const cds_text ending = cds_text_of(endings[i].ending);
        if (path.length > ending.length &&
            cds_text_is((cds_text){path.data + path.length - ending.length, ending.length},
                        endings[i].ending))
            return endings[i].media;
    }
    return SRV_HTML;
}

static void answer(srv_exchange *exchange, const srv_embedded *file)
{
    const srv_media media = media_of(cds_text_of(file->path));
    for (size_t i = 0; i < sizeof page_headers / sizeof *page_headers; i++)
        srv_exchange_header(exchange, page_headers[i].name, cds_text_of(page_headers[i].value));
    srv_exchange_header(exchange, "ETag", cds_text_of(file->etag));
    if (has_already(srv_exchange_request(exchange), file))
        srv_exchange_answer(exchange, 304, media, (cds_text){"", 0});
    else
        srv_exchange_answer(exchange, 200, media,
                            (cds_text){(const char *)file->bytes, file->length});
}

void srv_pages_get(srv_exchange *exchange)
{
    const srv_embedded *file = find(srv_exchange_request(exchange)->path);
    if (file != NULL)
        answer(exchange, file);
    else
        srv_exchange_problem(exchange, 404, "There is nothing at this path.");
}

void srv_pages_rule_get(srv_exchange *exchange)
{
    const srv_embedded *file = find(CDS_TEXT("/rules"));
    CDS_PROMISE(file != NULL);
    answer(exchange, file);
}
