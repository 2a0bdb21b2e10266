// SPDX-License-Identifier: Apache-2.0
// Walks the Bundle; an order is what its code, its medication or their texts say.
#include "server/cds_hooks/orders.h"

#include "server/fhir/codes.h"
#include "server/fhir/resource.h"

// Where orders of the versions of FHIR say what is ordered, and where in the body.
static const char *const subjects[] = {"subject", "patient"};
static const char *const whats[] = {"code", "medicationCodeableConcept", "medicationReference",
                                    "medication", "orderDetail"};
static const char *const wheres[] = {"bodySite", "site"};
static const char *const whys[] = {"reasonCode", "reasonCodeableConcept", "reason"};
#define COUNT(list) (sizeof(list) / sizeof *(list))

typedef struct names {
    const char *const *list;
    size_t count;
} names;

/** Of a list of dosages or of one, each part of which says where or how. */
static bool any_dosage(const cds_json *entry, const cds_json *order)
{
    static const char *const parts[] = {"route", "method", "site", "text",
                                        "additionalInstruction"};
    const cds_json *at = srv_fhir_items(srv_fhir_member(order, "dosageInstruction"));
    for (; at != NULL; at = at->next) {
        for (size_t i = 0; i < COUNT(parts); i++) {
            if (srv_codes_match(entry, srv_fhir_member(at, parts[i])))
                return true;
        }
    }
    return false;
}

/** A concept, a reference with a display, or what R5 wraps around either. */
static bool matches(const cds_json *entry, const cds_json *value)
{
    const cds_json display = {.kind = CDS_JSON_STRING, .text = srv_fhir_text(value, "display")};
    return srv_codes_match(entry, value) || srv_codes_match(entry, &display) ||
           srv_codes_match(entry, srv_fhir_member(value, "concept"));
}

static bool any_member(const cds_json *entry, const cds_json *order, names in)
{
    for (size_t i = 0; i < in.count; i++) {
        if (matches(entry, srv_fhir_member(order, in.list[i])))
            return true;
    }
    return false;
}

static bool asks_for(const cds_json *entry, const cds_json *order)
{
    return any_member(entry, order, (names){whats, COUNT(whats)});
}

/** Its own text, its reasons and where in the body it is to be done. */
static bool names_place(const cds_json *entry, const cds_json *order)
{
    return asks_for(entry, order) || any_member(entry, order, (names){wheres, COUNT(wheres)}) ||
           any_member(entry, order, (names){whys, COUNT(whys)}) || any_dosage(entry, order);
}

/** Named by a body site of any kind. */
static bool has_site(const cds_json *order)
{
    for (size_t i = 0; i < COUNT(wheres); i++) {
        if (srv_codes_say(srv_fhir_member(order, wheres[i])))
            return true;
    }
    return false;
}

/** An order that names no place may be about ours; one that names another is not. */
static bool is_about_region(const cds_json *codes, const cds_json *order)
{
    if (names_place(srv_fhir_member(codes, "region"), order))
        return true;
    return !has_site(order) && !names_place(srv_fhir_member(codes, "elsewhere"), order);
}

bool srv_order_stands(const srv_hook_call *call, const cds_json *order)
{
    static const char *const gone[] = {"revoked", "cancelled", "stopped", "completed",
                                       "entered-in-error"};
    const cds_json *not_done = srv_fhir_member(order, "doNotPerform");
    for (size_t i = 0; i < COUNT(gone); i++) {
        if (cds_text_is(srv_fhir_text(order, "status"), gone[i]))
            return false;
    }
    for (size_t i = 0; i < COUNT(subjects); i++) {
        const cds_text whose = srv_fhir_text(srv_fhir_member(order, subjects[i]), "reference");
        if (whose.length > 0 && !cds_text_equal(srv_fhir_reference_id(whose), call->patient))
            return false;
    }
    return not_done == NULL || not_done->kind != CDS_JSON_TRUE;
}

/** Whether this one of the selections, `Type/id` or `id`, names the order. */
static bool names_order(const cds_json *selection, const cds_json *order)
{
    if (selection->kind != CDS_JSON_STRING)
        return false;
    const cds_text type = srv_fhir_reference_type(selection->text);
    const cds_text id = srv_fhir_text(order, "id");
    return id.length > 0 && cds_text_equal(srv_fhir_reference_id(selection->text), id) &&
           (type.length == 0 || cds_text_equal(type, srv_fhir_text(order, "resourceType")));
}

static bool is_selected(const srv_hook_call *call, const cds_json *order)
{
    const cds_json *at = srv_fhir_items(call->selections);
    while (at != NULL && !names_order(at, order))
        at = at->next;
    return at != NULL;
}

/** Whether the selections name any order there is. */
static bool are_selections_known(const srv_hook_call *call)
{
    srv_fhir_walk walk = srv_fhir_walk_begin(call->orders);
    const cds_json *order = srv_fhir_walk_next(&walk);
    while (order != NULL && !is_selected(call, order))
        order = srv_fhir_walk_next(&walk);
    return order != NULL;
}

static void add(srv_orders *to, cds_text value)
{
    for (size_t i = 0; i < to->count; i++) {
        if (cds_text_equal(to->considering[i], value))
            return;
    }
    if (to->count < SRV_ORDERED_MAX)
        to->considering[to->count++] = value;
}

/** The drug of an order for cortisone; NULL: it names none. */
static const cds_json *drug_of(const cds_json *codes, const cds_json *order)
{
    const cds_json *drugs = srv_fhir_member(codes, "cortisone_drug");
    const cds_json *at = drugs == NULL ? NULL : drugs->child;
    while (at != NULL && !asks_for(at, order) && !any_dosage(at, order))
        at = at->next;
    return at;
}

/** A drug of that kind whose name, route or text says that it is injected. */
static bool is_injected(const cds_json *codes, const cds_json *order)
{
    const cds_json *injected = srv_fhir_member(codes, "injected");
    return asks_for(injected, order) || any_dosage(injected, order);
}

static void read_order(const cds_json *codes, const cds_json *order, srv_orders *out)
{
    static const char cortisone[] = "cortisone-injection";
    const cds_json *considering = srv_fhir_member(codes, "considering");
    const cds_json *drug = drug_of(codes, order);
    if (!is_about_region(codes, order))
        return;
    for (const cds_json *at = considering == NULL ? NULL : considering->child; at != NULL;
         at = at->next) {
        if (asks_for(at, order))
            add(out, at->name);
    }
    if (drug == NULL)
        return;
    if (is_injected(codes, order))
        add(out, cds_text_of(cortisone));
    for (size_t i = 0; i < out->count; i++) {
        if (cds_text_is(out->considering[i], cortisone) && out->drug.data == NULL)
            out->drug = drug->name;
    }
}

void srv_orders_read(const srv_hook_call *call, const cds_json *codes, srv_orders *out)
{
    const bool selects = call->selections != NULL &&
                         (call->selections->count == 0 || are_selections_known(call));
    srv_fhir_walk walk = srv_fhir_walk_begin(call->orders);
    *out = (srv_orders){.count = 0};
    for (const cds_json *order = srv_fhir_walk_next(&walk); order != NULL;
         order = srv_fhir_walk_next(&walk)) {
        if (srv_order_stands(call, order) && (!selects || is_selected(call, order)))
            read_order(codes, order, out);
    }
}
