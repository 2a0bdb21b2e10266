// SPDX-License-Identifier: Apache-2.0
// Leaves out of a written reply what belongs to decisions nobody asked to see.
#include "engine/decide/reply.h"

static bool is_kept(const cds_reply_filter *filter, cds_text name)
{
    for (size_t i = 0; i < filter->count; i++) {
        if (cds_text_equal(filter->names[i], name)) {
            return true;
        }
    }
    return false;
}

static bool concerns(const cds_reply_filter *filter, const cds_json *item)
{
    const cds_json *decision = cds_json_member(item, CDS_TEXT("decision"));
    return decision != NULL && is_kept(filter, decision->text);
}

static void keep_member(cds_buf *buf, const cds_json *member)
{
    cds_buf_comma(buf);
    cds_buf_json(buf, member->name);
    cds_buf_char(buf, ':');
    cds_json_write(buf, member);
}

static void keep_decisions(cds_buf *buf, const cds_reply_filter *filter, const cds_json *all)
{
    cds_buf_char(buf, '{');
    for (const cds_json *one = all->child; one != NULL; one = one->next) {
        if (is_kept(filter, one->name)) {
            keep_member(buf, one);
        }
    }
    cds_buf_char(buf, '}');
}

static void keep_items(cds_buf *buf, const cds_reply_filter *filter, const cds_json *all)
{
    cds_buf_char(buf, '[');
    for (const cds_json *one = all->child; one != NULL; one = one->next) {
        if (concerns(filter, one)) {
            cds_buf_comma(buf);
            cds_json_write(buf, one);
        }
    }
    cds_buf_char(buf, ']');
}

static bool touches(const cds_reply_filter *filter, const cds_json *question)
{
    const cds_json *changes = cds_json_member(question, CDS_TEXT("could_change"));
    const cds_json *one = changes == NULL ? NULL : changes->child;
    while (one != NULL && !concerns(filter, one)) {
        one = one->next;
    }
    return one != NULL;
}

static void keep_question(cds_buf *buf, const cds_reply_filter *filter,
                          const cds_json *question)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    for (const cds_json *member = question->child; member != NULL; member = member->next) {
        if (!cds_text_is(member->name, "could_change")) {
            keep_member(buf, member);
            continue;
        }
        cds_buf_text(buf, CDS_TEXT(",\"could_change\":"));
        keep_items(buf, filter, member);
    }
    cds_buf_char(buf, '}');
}

static void keep_questions(cds_buf *buf, const cds_reply_filter *filter, const cds_json *all)
{
    cds_buf_char(buf, '[');
    for (const cds_json *one = all->child; one != NULL; one = one->next) {
        if (touches(filter, one)) {
            keep_question(buf, filter, one);
        }
    }
    cds_buf_char(buf, ']');
}

static void keep_part(cds_buf *buf, const cds_reply_filter *filter, const cds_json *part)
{
    if (cds_text_is(part->name, "decisions")) {
        cds_buf_text(buf, CDS_TEXT("\"decisions\":"));
        keep_decisions(buf, filter, part);
    } else if (cds_text_is(part->name, "recommendations")) {
        cds_buf_text(buf, CDS_TEXT("\"recommendations\":"));
        keep_items(buf, filter, part);
    } else if (cds_text_is(part->name, "questions")) {
        cds_buf_text(buf, CDS_TEXT("\"questions\":"));
        keep_questions(buf, filter, part);
    } else {
        cds_buf_json(buf, part->name);
        cds_buf_char(buf, ':');
        cds_json_write(buf, part);
    }
}

static cds_status refuse_name(cds_ctx *ctx, const cds_json *decisions, cds_text name)
{
    cds_text *known = cds_alloc(ctx->mem, (decisions->count + 1) * sizeof *known);
    size_t count = 0;
    if (known == NULL) {
        return cds_fail_memory(ctx);
    }
    for (const cds_json *one = decisions->child; one != NULL; one = one->next) {
        known[count++] = one->name;
    }
    cds_text near = cds_text_nearest(name, known, count);
    if (near.data == NULL) {
        return cds_fail(ctx, CDS_NOT_FOUND, "", "there is no decision \"%.*s\"",
                        (int)name.length, name.data);
    }
    return cds_fail(ctx, CDS_NOT_FOUND, "", "there is no decision \"%.*s\"; is it \"%.*s\"?",
                    (int)name.length, name.data, (int)near.length, near.data);
}

cds_status cds_reply_keep(cds_ctx *ctx, cds_text reply, const cds_reply_filter *filter,
                          cds_text *out)
{
    const cds_json *all = NULL;
    if (cds_json_parse(ctx, reply, &all) != CDS_OK) {
        return ctx->error.status;
    }
    const cds_json *decisions = cds_json_member(all, CDS_TEXT("decisions"));
    CDS_PROMISE(decisions != NULL); // it is a reply
    for (size_t i = 0; i < filter->count; i++) {
        if (cds_json_member(decisions, filter->names[i]) == NULL) {
            return refuse_name(ctx, decisions, filter->names[i]);
        }
    }
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    for (const cds_json *part = all->child; part != NULL; part = part->next) {
        cds_buf_comma(&buf);
        keep_part(&buf, filter, part);
    }
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}
