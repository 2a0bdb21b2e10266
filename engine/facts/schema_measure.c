// SPDX-License-Identifier: Apache-2.0
// How many schemas are asked about one and the same value, one because of the other: never
// endlessly many, or checking would not end.
#include "engine/facts/schema_load.h"

#define HIGHEST 64

static cds_status measure(cds_loader *load, cds_node *node, unsigned depth);

static cds_status measure_below(cds_loader *load, cds_node *node, cds_node *below,
                                unsigned depth)
{
    if (below == NULL) {
        return CDS_OK;
    }
    cds_status status = measure(load, below, depth + 1);
    if (status == CDS_OK && below->height >= node->height) {
        node->height = below->height + 1;
    }
    return status;
}

static cds_status measure_list(cds_loader *load, cds_node *node, cds_nodes list, unsigned depth)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < list.count && status == CDS_OK; i++) {
        status = measure_below(load, node, list.list[i], depth);
    }
    return status;
}

static cds_status measure_combination(cds_loader *load, cds_node *node, unsigned depth)
{
    const cds_combine_part *combine = node->combine;
    const cds_nodes lists[] = {combine->all, combine->any, combine->one};
    cds_node *const singles[] = {combine->target, combine->not_this, combine->if_this,
                                 combine->then_this, combine->else_this};
    cds_status status = CDS_OK;
    for (size_t i = 0; i < sizeof singles / sizeof *singles && status == CDS_OK; i++) {
        status = measure_below(load, node, singles[i], depth);
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists && status == CDS_OK; i++) {
        status = measure_list(load, node, lists[i], depth);
    }
    return status;
}

static cds_status measure(cds_loader *load, cds_node *node, unsigned depth)
{
    cds_status status = CDS_OK;
    if (node->height > 0 && !node->is_open && node->height + depth <= HIGHEST) {
        return CDS_OK;
    }
    if (node->is_open) {
        return cds_refuse(load, node->json, "This schema refers to itself without end.");
    }
    if (depth >= HIGHEST || node->height > 0) {
        return cds_refuse(load, node->json, "More than 64 schemas follow one another here.");
    }
    node->height = 1;
    node->is_open = true;
    if (node->combine != NULL) {
        status = measure_combination(load, node, depth);
    }
    if (status == CDS_OK && node->object != NULL) {
        const cds_named_nodes *dependents = &node->object->dependents;
        status = measure_list(load, node,
                              (cds_nodes){dependents->list, dependents->names.count}, depth);
    }
    node->is_open = false;
    return status;
}

cds_status cds_measure_nodes(cds_loader *load)
{
    cds_status status = CDS_OK;
    for (cds_node *node = load->schema->nodes; node != NULL && status == CDS_OK;
         node = node->next) {
        status = measure(load, node, 0);
    }
    return status;
}
