// SPDX-License-Identifier: Apache-2.0
// Loading: copy the files, read the schema, run each rule file once, resolve the names; then
// nothing changes any more.
#include "engine/rules/ruleset.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/rules/sieve.h"
#include "engine/rules/words.h"

#define RELEASE_BYTES ((size_t)64 << 20)
#define SCRATCH_BYTES ((size_t)128 << 20)
#define SCHEMA_NAME "assessment.schema.json"

struct cds_ruleset {
    atomic_size_t holders;
    cds_arena *mem;
    cds_ruleset_view view;
    const cds_rule **by_id;
    const cds_decision **by_name;
};

static bool ends_with(cds_text path, const char *end)
{
    size_t length = strlen(end);
    return path.length >= length && memcmp(path.data + path.length - length, end, length) == 0;
}

static cds_text file_name(cds_text path)
{
    size_t start = path.length;
    while (start > 0 && path.data[start - 1] != '/') {
        start--;
    }
    return (cds_text){path.data + start, path.length - start};
}

bool cds_file_declares(cds_text path)
{
    return ends_with(path, ".lua") && !ends_with(path, ".test.lua") &&
           !cds_text_is(file_name(path), "types.lua") && !cds_text_starts(path, "retired/");
}

// README, CHANGELOG and types.lua may change without a new release.
bool cds_file_counts(cds_text path)
{
    cds_text name = file_name(path);
    return !cds_text_is(name, "types.lua") && !cds_text_is(name, "README") &&
           !cds_text_is(name, "README.md") && !cds_text_is(name, "CHANGELOG") &&
           !cds_text_is(name, "CHANGELOG.md");
}

static int by_path(const void *a, const void *b)
{
    return cds_text_compare(((const cds_file *)a)->path, ((const cds_file *)b)->path);
}

static cds_status copy_file(cds_ctx *ctx, const cds_file *from, cds_file *to)
{
    cds_status status = cds_text_copy(ctx, from->path, &to->path);
    return status == CDS_OK ? cds_text_copy(ctx, from->bytes, &to->bytes) : status;
}

static cds_status copy_files(cds_ctx *ctx, const cds_file *files, size_t count,
                             cds_ruleset_view *view)
{
    cds_file *list = cds_alloc(ctx->mem, count * sizeof *list);
    if (list == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < count; i++) {
        cds_status status = copy_file(ctx, &files[i], &list[i]);
        if (status != CDS_OK) {
            return status;
        }
    }
    qsort(list, count, sizeof *list, by_path);
    for (size_t i = 1; i < count; i++) {
        if (cds_text_equal(list[i - 1].path, list[i].path)) {
            return cds_refuse_place(ctx, (cds_place){list[i].path, 0},
                                    "this file stands twice in the release");
        }
    }
    view->files = list;
    view->file_count = count;
    return CDS_OK;
}

cds_status cds_files_digest(cds_ctx *ctx, const cds_file *files, size_t count, cds_sha256 *out)
{
    cds_buf lines;
    cds_text all;
    cds_buf_init(&lines, ctx->mem);
    for (size_t i = 0; i < count; i++) {
        char hex[CDS_SHA256_HEX + 1];
        if (!cds_file_counts(files[i].path)) {
            continue;
        }
        cds_sha256 digest = cds_digest(&files[i].bytes, 1);
        cds_digest_hex(&digest, hex);
        cds_buf_word(&lines, hex);
        cds_buf_word(&lines, "  ");
        cds_buf_text(&lines, files[i].path);
        cds_buf_char(&lines, '\n');
    }
    cds_status status = cds_buf_end(ctx, &lines, &all);
    if (status == CDS_OK) {
        *out = cds_digest(&all, 1);
    }
    return status;
}

static cds_status digest_files(cds_ctx *ctx, cds_ruleset_view *view)
{
    cds_status status = cds_files_digest(ctx, view->files, view->file_count, &view->digest);
    if (status == CDS_OK) {
        memcpy(view->digest_text, "sha256:", 7);
        cds_digest_hex(&view->digest, view->digest_text + 7);
    }
    return status;
}

// The schema's own failures name a pointer; here the file comes first.
static cds_status schema_failed(cds_ctx *ctx)
{
    cds_error inner = ctx->error;
    cds_error_clear(ctx);
    if (inner.status == CDS_TOO_LARGE) {
        ctx->error = inner;
        return inner.status;
    }
    return cds_fail(ctx, CDS_REFUSED, SCHEMA_NAME, "%.150s%s%.600s", inner.where,
                    inner.where[0] == '\0' ? "" : ": ", inner.what);
}

static cds_status load_schema(cds_ctx *ctx, cds_ruleset_view *view)
{
    const cds_file *file = NULL;
    for (size_t i = 0; i < view->file_count; i++) {
        if (cds_text_is(view->files[i].path, SCHEMA_NAME)) {
            file = &view->files[i];
        }
    }
    if (file == NULL) {
        return cds_fail(ctx, CDS_REFUSED, SCHEMA_NAME,
                        "a release needs the assessment's schema");
    }
    const cds_json *document = NULL;
    cds_status status = cds_json_parse(ctx, file->bytes, &document);
    if (status == CDS_OK) {
        status = cds_schema_load(ctx, document, &view->schema);
    }
    if (status == CDS_OK) {
        status = cds_fields_load(ctx, document, &view->fields);
    }
    return status == CDS_OK ? CDS_OK : schema_failed(ctx);
}

static cds_status read_rules(cds_ctx *ctx, cds_arena *scratch, cds_ruleset_view *view)
{
    cds_builder builder;
    cds_status status = cds_builder_init(&builder, ctx, scratch, view->fields);
    for (size_t i = 0; i < view->file_count && status == CDS_OK; i++) {
        if (cds_file_declares(view->files[i].path)) {
            status = cds_builder_read(&builder, &view->files[i]);
        }
    }
    if (status == CDS_OK) {
        status = cds_builder_resolve(&builder, view);
    }
    return status == CDS_OK ? cds_sieve_make(ctx, scratch, view, &view->sieve) : status;
}

static cds_status build_rules(cds_ctx *ctx, cds_ruleset_view *view)
{
    cds_arena *scratch = cds_arena_new(SCRATCH_BYTES);
    if (scratch == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory to load rules");
    }
    cds_status status = read_rules(ctx, scratch, view);
    cds_arena_free(scratch);
    return status;
}

static int by_rule_id(const void *a, const void *b)
{
    return cds_text_compare((*(const cds_rule *const *)a)->id,
                            (*(const cds_rule *const *)b)->id);
}

static int by_decision_name(const void *a, const void *b)
{
    return cds_text_compare((*(const cds_decision *const *)a)->name,
                            (*(const cds_decision *const *)b)->name);
}

static cds_status make_lookups(cds_ctx *ctx, cds_ruleset *rules)
{
    const cds_ruleset_view *view = &rules->view;
    rules->by_id = cds_alloc(ctx->mem, view->rule_count * sizeof *rules->by_id);
    rules->by_name = cds_alloc(ctx->mem, view->decision_count * sizeof *rules->by_name);
    if (rules->by_id == NULL || rules->by_name == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < view->rule_count; i++) {
        rules->by_id[i] = &view->rules[i];
    }
    for (size_t i = 0; i < view->decision_count; i++) {
        rules->by_name[i] = &view->decisions[i];
    }
    qsort(rules->by_id, view->rule_count, sizeof *rules->by_id, by_rule_id);
    qsort(rules->by_name, view->decision_count, sizeof *rules->by_name, by_decision_name);
    return CDS_OK;
}

static cds_status fill(cds_ctx *ctx, cds_ruleset *rules, const cds_file *files, size_t count)
{
    cds_status status = copy_files(ctx, files, count, &rules->view);
    if (status == CDS_OK) {
        status = digest_files(ctx, &rules->view);
    }
    if (status == CDS_OK) {
        status = load_schema(ctx, &rules->view);
    }
    if (status == CDS_OK) {
        status = build_rules(ctx, &rules->view);
    }
    return status == CDS_OK ? make_lookups(ctx, rules) : status;
}

static void ruleset_free(cds_ruleset *rules)
{
    cds_schema_close(rules->view.schema);
    cds_arena_free(rules->mem);
    free(rules);
}

cds_status cds_ruleset_load(cds_ctx *ctx, const cds_file *files, size_t count,
                            cds_ruleset **out)
{
    cds_ruleset *rules = calloc(1, sizeof *rules);
    if (rules == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory to load rules");
    }
    atomic_init(&rules->holders, 1);
    rules->mem = cds_arena_new(RELEASE_BYTES);
    if (rules->mem == NULL) {
        free(rules);
        return cds_fail(ctx, CDS_FAILED, "", "no memory to load rules");
    }
    cds_ctx inner = {.mem = rules->mem};
    cds_status status = fill(&inner, rules, files, count);
    if (status != CDS_OK) {
        ruleset_free(rules);
        ctx->error = ctx->error.status == CDS_OK ? inner.error : ctx->error;
        return status;
    }
    *out = rules;
    return CDS_OK;
}

cds_ruleset *cds_ruleset_retain(cds_ruleset *rules)
{
    atomic_fetch_add_explicit(&rules->holders, 1, memory_order_relaxed);
    return rules;
}

void cds_ruleset_drop(cds_ruleset *rules)
{
    if (rules != NULL &&
        atomic_fetch_sub_explicit(&rules->holders, 1, memory_order_acq_rel) == 1) {
        ruleset_free(rules);
    }
}

const cds_ruleset_view *cds_ruleset_look(const cds_ruleset *rules)
{
    return &rules->view;
}

static int id_against_rule(const void *key, const void *item)
{
    return cds_text_compare(*(const cds_text *)key, (*(const cds_rule *const *)item)->id);
}

static int name_against_decision(const void *key, const void *item)
{
    return cds_text_compare(*(const cds_text *)key, (*(const cds_decision *const *)item)->name);
}

const cds_rule *cds_ruleset_rule(const cds_ruleset *rules, cds_text id)
{
    const cds_rule **found = bsearch(&id, rules->by_id, rules->view.rule_count,
                                     sizeof *rules->by_id, id_against_rule);
    return found == NULL ? NULL : *found;
}

const cds_decision *cds_ruleset_decision(const cds_ruleset *rules, cds_text name)
{
    const cds_decision **found = bsearch(&name, rules->by_name, rules->view.decision_count,
                                         sizeof *rules->by_name, name_against_decision);
    return found == NULL ? NULL : *found;
}
