// SPDX-License-Identifier: Apache-2.0
// `$id`, `$anchor` and `$ref`: each reference is led to a schema of the same document.
#include <string.h>

#include "engine/facts/pointer.h"
#include "engine/facts/schema_load.h"
#include "engine/facts/uri.h"

cds_status cds_load_dialect(cds_loader *load, const cds_json *text, void *to)
{
    (void)to;
    const char *known = "https://json-schema.org/draft/2020-12/schema";
    bool is_known =
        text->kind == CDS_JSON_STRING &&
        (cds_text_is(text->text, known) ||
         (text->text.length == strlen(known) + 1 && cds_text_starts(text->text, known) &&
          text->text.data[text->text.length - 1] == '#'));
    return is_known ? CDS_OK : cds_refuse(load, text, "$schema is %s, or left out.", known);
}

cds_status cds_load_id(cds_loader *load, const cds_json *id, const cds_json *schema)
{
    if (id->kind != CDS_JSON_STRING || cds_uri_split(id->text).fragment.length > 0) {
        return cds_refuse(load, id, "$id is a URI without a fragment.");
    }
    cds_resource *made = cds_alloc(load->ctx->mem, sizeof *made);
    if (made == NULL) {
        return cds_fail_memory(load->ctx);
    }
    cds_status status = cds_uri_resolve(load->ctx, load->resource->uri, id->text, &made->uri);
    if (status != CDS_OK) {
        return status;
    }
    for (const cds_resource *other = load->resources; other != NULL; other = other->next) {
        if (other->root != schema && cds_text_equal(other->uri, made->uri)) {
            return cds_refuse(load, id, "Another schema of this document has this $id.");
        }
    }
    made->root = schema;
    made->next = load->resources;
    load->resources = made;
    load->resource = made;
    return CDS_OK;
}

static cds_anchor *find_anchor(cds_loader *load, const cds_resource *resource, cds_text name)
{
    cds_anchor *anchor = load->anchors;
    while (anchor != NULL &&
           (anchor->resource != resource || !cds_text_equal(anchor->name, name))) {
        anchor = anchor->next;
    }
    return anchor;
}

static bool is_anchor_name(cds_text name)
{
    static const char first[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    for (size_t i = 0; i < name.length; i++) {
        bool fits = memchr(first, name.data[i], sizeof first - 1) != NULL ||
                    (i > 0 && memchr("-.0123456789", name.data[i], 12) != NULL);
        if (!fits) {
            return false;
        }
    }
    return name.length > 0;
}

cds_status cds_load_anchor(cds_loader *load, const cds_json *text, void *to)
{
    (void)to;
    if (text->kind != CDS_JSON_STRING || !is_anchor_name(text->text)) {
        return cds_refuse(load, text,
                          "$anchor is a name: a letter or _, then letters, digits, "
                          "- _ and full stops.");
    }
    if (find_anchor(load, load->resource, text->text) != NULL) {
        return cds_refuse(load, text, "Another schema has this $anchor.");
    }
    cds_anchor *anchor = cds_alloc(load->ctx->mem, sizeof *anchor);
    if (anchor == NULL) {
        return cds_fail_memory(load->ctx);
    }
    *anchor = (cds_anchor){load->resource, text->text, load->node, load->anchors};
    load->anchors = anchor;
    return CDS_OK;
}

cds_status cds_load_ref(cds_loader *load, const cds_json *text, void *to)
{
    if (text->kind != CDS_JSON_STRING) {
        return cds_refuse(load, text, "$ref is a string.");
    }
    *(const cds_json **)to = text;
    return CDS_OK;
}

static cds_node *node_of(const cds_schema *schema, const cds_json *json)
{
    cds_node *node = json == NULL ? NULL : schema->nodes;
    while (node != NULL && node->json != json) {
        node = node->next;
    }
    return node;
}

// The schema a fragment names inside a resource, or NULL.
static cds_status follow(cds_loader *load, const cds_resource *resource, cds_text fragment,
                         cds_node **out)
{
    cds_text plain;
    cds_status status = cds_uri_decode(load->ctx, fragment, &plain);
    if (status != CDS_OK) {
        return status;
    }
    if (plain.length == 0 || plain.data[0] == '/') {
        *out = node_of(load->schema, cds_pointer_follow(resource->root, plain));
        return CDS_OK;
    }
    const cds_anchor *anchor = find_anchor(load, resource, plain);
    *out = anchor == NULL ? NULL : anchor->node;
    return CDS_OK;
}

static cds_status resolve(cds_loader *load, cds_node *node)
{
    cds_text uri;
    const cds_json *ref = node->combine->ref;
    cds_status status = cds_uri_resolve(load->ctx, node->resource->uri, ref->text, &uri);
    if (status != CDS_OK) {
        return status;
    }
    const cds_resource *resource = load->resources;
    while (resource != NULL && !cds_text_equal(resource->uri, uri)) {
        resource = resource->next;
    }
    if (resource == NULL) {
        return cds_refuse(load, ref, "This leads to another document, and none is read.");
    }
    status = follow(load, resource, cds_uri_split(ref->text).fragment, &node->combine->target);
    if (status != CDS_OK || node->combine->target != NULL) {
        return status;
    }
    return cds_refuse(load, ref, "This leads to no schema of this document.");
}

cds_status cds_resolve_refs(cds_loader *load)
{
    cds_status status = CDS_OK;
    cds_node *node = load->schema->nodes;
    for (; node != NULL && status == CDS_OK; node = node->next) {
        if (node->combine != NULL && node->combine->ref != NULL) {
            status = resolve(load, node);
        }
    }
    return status;
}
