// SPDX-License-Identifier: Apache-2.0
// Walks a schema's properties twice: once to count the fields, once to fill them in.
#include "engine/facts/field.h"

#include "engine/base/arena.h"
#include "engine/facts/branch.h"
#include "engine/facts/field_kind.h"
#include "engine/facts/pointer.h"

typedef struct field_reader {
    cds_ctx *ctx;
    const cds_json *document;
    cds_field *list;
    size_t count;
    cds_text *groups;
    size_t group_count;
} field_reader;

/** An object's `properties`, or NULL. */
static const cds_json *properties_of(const cds_json *object)
{
    const cds_json *properties = cds_json_member(object, CDS_TEXT("properties"));
    return properties != NULL && properties->kind == CDS_JSON_OBJECT ? properties : NULL;
}

/** Upper bounds of fields and groups; a schema that holds itself ends at the depth of JSON. */
static void count_below(field_reader *reader, const cds_json *object, int depth)
{
    const cds_json *properties = properties_of(object);
    if (properties == NULL || depth > CDS_JSON_DEPTH)
        return;
    for (const cds_json *one = properties->child; one != NULL; one = one->next) {
        const cds_json *leaf = cds_leaf_follow(reader->document, one);
        if (cds_leaf_is_group(leaf)) {
            reader->group_count++;
            count_below(reader, leaf, depth + 1);
        } else {
            reader->count++;
        }
    }
}

static bool name_is_plain(cds_text name)
{
    if (name.length == 0 || name.data[0] < 'a' || name.data[0] > 'z')
        return false;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
            return false;
    }
    return true;
}

static cds_text text_of(const cds_json *leaf, const char *name)
{
    const cds_json *found = cds_json_member(leaf, cds_text_of(name));
    return found != NULL && found->kind == CDS_JSON_STRING ? found->text : (cds_text){"", 0};
}

static bool is_true(const cds_json *leaf, const char *name)
{
    const cds_json *found = cds_json_member(leaf, cds_text_of(name));
    return found != NULL && found->kind == CDS_JSON_TRUE;
}

/** above and name joined as a path (`.`) and as a pointer (`/`). */
static cds_status join(cds_ctx *ctx, cds_text above, const char *between, cds_text name,
                       cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, above);
    cds_buf_word(&buf, between);
    cds_buf_text(&buf, name);
    return cds_buf_end(ctx, &buf, out);
}

static cds_status read_words(cds_ctx *ctx, const cds_json *leaf, cds_field *out)
{
    const cds_json *step = cds_json_member(leaf, CDS_TEXT("x-step"));
    out->unit = text_of(leaf, "x-unit");
    out->section = text_of(leaf, "x-section");
    out->asked_of_examiner = cds_text_is(text_of(leaf, "x-asked-of"), "examiner");
    out->sensitive = is_true(leaf, "x-sensitive");
    out->request = is_true(leaf, "x-request");
    out->step = step != NULL && step->kind == CDS_JSON_NUMBER ? step->number
                : out->kind == CDS_WHOLE                      ? 1
                                                              : 0;
    out->ask = text_of(leaf, "x-ask");
    if (out->ask.length > 0)
        return CDS_OK;
    return join(ctx, out->title, "?", (cds_text){"", 0}, &out->ask);
}

static cds_status read_field(field_reader *reader, const cds_json *named, const cds_json *leaf,
                             cds_text path)
{
    cds_field *field = &reader->list[reader->count];
    cds_ctx *ctx = reader->ctx;
    *field = (cds_field){.index = reader->count, .path = path, .title = text_of(leaf, "title")};
    if (field->title.length == 0)
        field->title = named->name;
    cds_status status = cds_leaf_read(ctx, reader->document, leaf, field);
    if (status == CDS_OK)
        status = read_words(ctx, leaf, field);
    if (status == CDS_OK)
        status = join(ctx, CDS_TEXT("/"), "", path, &field->pointer);
    if (status != CDS_OK)
        return status;
    char *pointer = (char *)(uintptr_t)field->pointer.data; // just made, ours alone
    for (size_t i = 0; i < field->pointer.length; i++)
        pointer[i] = pointer[i] == '.' ? '/' : pointer[i];
    reader->count++;
    return CDS_OK;
}

static cds_status read_below(field_reader *reader, const cds_json *object, cds_text above,
                             const cds_branch **out);

static cds_status read_member(field_reader *reader, const cds_json *named, cds_text above,
                              cds_twig *out)
{
    cds_text path = named->name;
    const cds_json *leaf = cds_leaf_follow(reader->document, named);
    if (!name_is_plain(named->name))
        return cds_fail_value(reader->ctx, reader->document, named,
                              "a field's name is lower-case letters, digits and _, and begins "
                              "with a letter");
    cds_status status =
        above.length == 0 ? CDS_OK : join(reader->ctx, above, ".", named->name, &path);
    if (status != CDS_OK)
        return status;
    if (cds_leaf_is_group(leaf)) {
        reader->groups[reader->group_count++] = path;
        return read_below(reader, leaf, path, &out->branch);
    }
    out->field = &reader->list[reader->count];
    return read_field(reader, named, leaf, path);
}

static cds_status read_below(field_reader *reader, const cds_json *object, cds_text above,
                             const cds_branch **out)
{
    const cds_json *properties = properties_of(object);
    size_t count = properties == NULL ? 0 : properties->count;
    size_t place = 0;
    cds_branch *branch = cds_alloc(reader->ctx->mem, sizeof *branch);
    cds_twig *twigs = cds_alloc(reader->ctx->mem, (count + 1) * sizeof *twigs);
    cds_text *names = cds_alloc(reader->ctx->mem, (count + 1) * sizeof *names);
    if (branch == NULL || twigs == NULL || names == NULL)
        return cds_fail_memory(reader->ctx);
    const cds_json *one = properties == NULL ? NULL : properties->child;
    for (; one != NULL; one = one->next) {
        names[place] = one->name;
        cds_status status = read_member(reader, one, above, &twigs[place++]);
        if (status != CDS_OK)
            return status;
    }
    branch->twigs = twigs;
    *out = branch;
    return cds_names_build(reader->ctx, names, count, &branch->names);
}

/** The names by which fields are found: paths, or pointers. */
static cds_status index_fields(cds_ctx *ctx, const field_reader *reader, bool pointers,
                               const cds_names **out)
{
    cds_names *names = cds_alloc(ctx->mem, sizeof *names);
    cds_text *list = cds_alloc(ctx->mem, (reader->count + 1) * sizeof *list);
    if (names == NULL || list == NULL)
        return cds_fail_memory(ctx);
    for (size_t i = 0; i < reader->count; i++)
        list[i] = pointers ? reader->list[i].pointer : reader->list[i].path;
    *out = names;
    return cds_names_build(ctx, list, reader->count, names);
}

static cds_status make_room(field_reader *reader)
{
    count_below(reader, reader->document, 0);
    reader->list = cds_alloc(reader->ctx->mem, (reader->count + 1) * sizeof *reader->list);
    reader->groups =
        cds_alloc(reader->ctx->mem, (reader->group_count + 1) * sizeof *reader->groups);
    if (reader->list == NULL || reader->groups == NULL)
        return cds_fail_memory(reader->ctx);
    reader->count = 0;
    reader->group_count = 0;
    return CDS_OK;
}

cds_status cds_fields_load(cds_ctx *ctx, const cds_json *document, const cds_fields **out)
{
    field_reader reader = {.ctx = ctx, .document = document};
    cds_fields *fields = cds_alloc(ctx->mem, sizeof *fields);
    if (fields == NULL)
        return cds_fail_memory(ctx);
    cds_status status = make_room(&reader);
    if (status == CDS_OK)
        status = read_below(&reader, document, (cds_text){"", 0}, &fields->trunk);
    if (status == CDS_OK)
        status = index_fields(ctx, &reader, false, &fields->paths);
    if (status == CDS_OK)
        status = index_fields(ctx, &reader, true, &fields->pointers);
    if (status != CDS_OK)
        return status;
    fields->list = reader.list;
    fields->count = reader.count;
    fields->root = document;
    fields->groups = reader.groups;
    fields->group_count = reader.group_count;
    *out = fields;
    return CDS_OK;
}

const cds_field *cds_fields_find(const cds_fields *fields, cds_text path)
{
    ptrdiff_t place = cds_names_find(fields->paths, path);
    return place < 0 ? NULL : &fields->list[place];
}

const cds_field *cds_fields_at_pointer(const cds_fields *fields, cds_text pointer)
{
    ptrdiff_t place = cds_names_find(fields->pointers, pointer);
    return place < 0 ? NULL : &fields->list[place];
}

int cds_field_option(const cds_field *field, cds_text value)
{
    for (size_t i = 0; i < field->option_count; i++) {
        if (cds_text_equal(field->options[i].value, value))
            return (int)i;
    }
    return -1;
}
