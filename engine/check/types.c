// SPDX-License-Identifier: Apache-2.0
// Puts the parts together, and finds a word that none of them tells of.
#include "engine/check/types.h"

#include "engine/check/types_part.h"
#include "engine/rules/words_list.h"

#define HEAD                                                                                   \
    "---@meta\n"                                                                               \
    "-- SPDX-License-Identifier: Apache-2.0\n"                                                 \
    "-- What rule files may write, for lua-language-server. Written by `tendon rule types` "   \
    "from the\n"                                                                               \
    "-- schema and the rules; a test says when it is stale. The loader passes it over.\n"      \
    "-- luacheck: ignore\n"

void cds_types_say(cds_buf *buf, cds_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        cds_buf_char(buf, (unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
    }
}

void cds_types_literal(cds_buf *buf, cds_text value, cds_text says)
{
    cds_buf_word(buf, "---| ");
    cds_buf_json(buf, value);
    cds_buf_word(buf, " # ");
    cds_types_say(buf, says);
    cds_buf_char(buf, '\n');
}

cds_status cds_types_check(cds_ctx *ctx)
{
    const cds_text *words = NULL;
    size_t count = 0;
    cds_status status = cds_words_list(ctx, &words, &count);
    for (size_t i = 0; i < count && status == CDS_OK; i++) {
        if (!cds_types_tells(words[i])) {
            status = cds_fail(ctx, CDS_REFUSED, "engine/check/types_words.c",
                              "the word %.*s is missing: say what it takes, gives and means",
                              (int)words[i].length, words[i].data);
        }
    }
    return status;
}

void cds_types_write(cds_buf *buf, const cds_ruleset *rules)
{
    const cds_types types = {buf, cds_ruleset_look(rules)};
    cds_buf_word(buf, HEAD);
    cds_types_words(&types);
    cds_types_shapes(&types);
    cds_types_fields(&types);
    cds_types_names(&types);
}
