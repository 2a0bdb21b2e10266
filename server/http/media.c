// SPDX-License-Identifier: Apache-2.0
// Content negotiation as far as it is needed: one media type an answer, refused only if the
// client's Accept excludes it. RFC 9110, section 12.5.1.
#include "server/http/media.h"

#include <string.h>

#include "server/http/head.h"

const char *srv_media_name(srv_media media)
{
    switch (media) {
    case SRV_JSON:
        return "application/json";
    case SRV_PROBLEM:
        return "application/problem+json";
    case SRV_TEXT:
        return "text/plain; charset=utf-8";
    case SRV_METRICS:
        return "text/plain; version=0.0.4; charset=utf-8";
    case SRV_NDJSON:
        return "application/x-ndjson";
    case SRV_SCHEMA:
        return "application/schema+json";
    case SRV_FHIR:
        return "application/fhir+json";
    case SRV_CARDS:
        return "application/json";
    case SRV_HTML:
        return "text/html; charset=utf-8";
    case SRV_CSS:
        return "text/css; charset=utf-8";
    case SRV_SCRIPT:
        return "text/javascript; charset=utf-8";
    case SRV_SVG:
        return "image/svg+xml";
    }
    return "application/octet-stream";
}

/** Cuts the part before `mark` off the text. */
static cds_text cut(cds_text *text, char mark)
{
    const char *at = text->length == 0 ? NULL : memchr(text->data, mark, text->length);
    size_t length = at == NULL ? text->length : (size_t)(at - text->data);
    size_t taken = at == NULL ? length : length + 1;
    cds_text part = {text->data, length};
    *text = (cds_text){text->data + taken, text->length - taken};
    return srv_text_trim(part);
}

/** 3: the type itself, 2: its family, 1: everything, 0: another type. */
static int closeness(cds_text range, srv_media media)
{
    const char *name = srv_media_name(media);
    bool is_json = media == SRV_SCHEMA || media == SRV_PROBLEM || media == SRV_FHIR;
    char plain[40];
    size_t length = strcspn(name, ";");
    CDS_PROMISE(length < sizeof plain);
    memcpy(plain, name, length);
    plain[length] = '\0';
    if (srv_text_is_caseless(range, plain) ||
        (is_json && srv_text_is_caseless(range, "application/json")) ||
        (media == SRV_CARDS && srv_text_is_caseless(range, "application/fhir+json"))) {
        return 3;
    }
    memcpy(strchr(plain, '/') + 1, "*", 2);
    if (srv_text_is_caseless(range, plain)) {
        return 2;
    }
    return srv_text_is_caseless(range, "*/*") ? 1 : 0;
}

/** Does one of the parameters say q=0, q=0.0 ...? */
static bool is_excluded(cds_text parameters)
{
    while (parameters.length > 0) {
        cds_text parameter = cut(&parameters, ';');
        if (parameter.length < 3 || (parameter.data[0] | 0x20) != 'q' ||
            parameter.data[1] != '=') {
            continue;
        }
        size_t at = 2;
        while (at < parameter.length &&
               (parameter.data[at] == '0' || parameter.data[at] == '.')) {
            at++;
        }
        return at == parameter.length;
    }
    return false;
}

bool srv_media_accepted(srv_media media, cds_text accept)
{
    int closest = 0;
    bool accepted = accept.length == 0;
    while (accept.length > 0) {
        cds_text item = cut(&accept, ',');
        cds_text range = cut(&item, ';');
        int close = closeness(range, media);
        if (close > closest) {
            closest = close;
            accepted = !is_excluded(item);
        }
    }
    return accepted;
}

static bool ends_with_json(cds_text type)
{
    return type.length > 5 && cds_text_starts(type, "application/") &&
           srv_text_is_caseless((cds_text){type.data + type.length - 5, 5}, "+json");
}

bool srv_media_taken(unsigned flags, cds_text content_type)
{
    cds_text type = cut(&content_type, ';');
    if (type.length == 0) {
        return true;
    }
    if ((flags & SRV_TAKES_JSON) != 0) {
        return srv_text_is_caseless(type, "application/json") || ends_with_json(type);
    }
    if ((flags & SRV_TAKES_NDJSON) != 0) {
        return srv_text_is_caseless(type, "application/x-ndjson") ||
               srv_text_is_caseless(type, "application/ndjson");
    }
    return true;
}
