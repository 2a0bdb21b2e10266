// SPDX-License-Identifier: Apache-2.0
// What a node says of kinds of values is worked out once, so that most values are asked about
// nothing else.
#include "engine/facts/schema_load.h"

static void sort_kinds(cds_node *node)
{
    static const unsigned types[] = {
        [CDS_JSON_NULL] = CDS_TYPE_NULL,
        [CDS_JSON_FALSE] = CDS_TYPE_BOOLEAN,
        [CDS_JSON_TRUE] = CDS_TYPE_BOOLEAN,
        [CDS_JSON_NUMBER] = CDS_TYPE_NUMBER | CDS_TYPE_INTEGER,
        [CDS_JSON_STRING] = CDS_TYPE_STRING,
        [CDS_JSON_ARRAY] = CDS_TYPE_ARRAY,
        [CDS_JSON_OBJECT] = CDS_TYPE_OBJECT,
    };
    const bool only_whole = (node->types & CDS_TYPE_NUMBER) == 0;
    const unsigned closely = (unsigned)(node->number != NULL || only_whole) << CDS_JSON_NUMBER |
                             (unsigned)(node->string != NULL) << CDS_JSON_STRING |
                             (unsigned)(node->array != NULL) << CDS_JSON_ARRAY |
                             (unsigned)(node->object != NULL) << CDS_JSON_OBJECT;
    const bool is_plain = !node->never && node->value == NULL && node->combine == NULL;
    for (unsigned kind = 0; kind < sizeof types / sizeof *types; kind++) {
        node->kinds |= (unsigned)((node->types & types[kind]) != 0) << kind;
    }
    node->at_once = is_plain ? node->kinds & ~closely : 0;
}

void cds_sort_kinds(const cds_loader *load)
{
    for (cds_node *node = load->schema->nodes; node != NULL; node = node->next) {
        sort_kinds(node);
    }
}
