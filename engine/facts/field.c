// SPDX-License-Identifier: Apache-2.0
// Walks a schema's properties twice: once to count the fields, once to fill them in.
#include "engine/facts/field.h"

#include "engine/base/arena.h"
#include "engine/facts/branch.h"
#include "engine/facts/field_json.h"
#include "engine/facts/field_kind.h"
#include "engine/facts/pointer.h"

#define FIELDS_MAX 4096 // and as many groups

typedef struct field_reader {
    cds_ctx *ctx;
    const cds_json *document;
    cds_field *list;
    size_t count;
    cds_text *groups;
    size_t group_count;
} field_reader;

// A group's `properties`; NULL: it is no group.
static const cds_json *properties_of(const field_reader *reader, const cds_json *object)
{
    const cds_json *properties = cds_leaf_word(reader->document, object, "properties");
    return properties != NULL && properties->kind == CDS_JSON_OBJECT ? properties : NULL;
}

// Upper bounds of fields and groups. Refused: a group that holds itself.
static cds_status count_below(field_reader *reader, const cds_json *object, int depth)
{
    cds_status status = CDS_OK;
    const cds_json *properties = properties_of(reader, object);
    bool is_too_much = reader->count > FIELDS_MAX || reader->group_count > FIELDS_MAX;
    if (depth > CDS_JSON_DEPTH || is_too_much) {
        return cds_fail_value(reader->ctx, reader->document, object,
                              "There are too many fields, or a group that holds itself.");
    }
    const cds_json *one = properties == NULL ? NULL : properties->child;
    for (; one != NULL && status == CDS_OK; one = one->next) {
        bool is_group = properties_of(reader, one) != NULL;
        reader->group_count += is_group;
        reader->count += !is_group;
        status = is_group ? count_below(reader, one, depth + 1) : CDS_OK;
    }
    return status;
}

static bool is_plain_name(cds_text name)
{
    if (name.length == 0 || name.data[0] < 'a' || name.data[0] > 'z') {
        return false;
    }
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
            return false;
        }
    }
    return true;
}

static cds_text text_of(const field_reader *reader, const cds_json *leaf, const char *name)
{
    const cds_json *found = cds_leaf_word(reader->document, leaf, name);
    return found != NULL && found->kind == CDS_JSON_STRING ? found->text : CDS_TEXT("");
}

static bool is_true(const field_reader *reader, const cds_json *leaf, const char *name)
{
    const cds_json *found = cds_leaf_word(reader->document, leaf, name);
    return found != NULL && found->kind == CDS_JSON_TRUE;
}

static cds_status join(cds_ctx *ctx, cds_text front, const char *between, cds_text back,
                       cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, front);
    cds_buf_word(&buf, between);
    cds_buf_text(&buf, back);
    return cds_buf_end(ctx, &buf, out);
}

// patient.age_years as /patient/age_years
static cds_status write_pointer(cds_ctx *ctx, cds_text path, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '/');
    for (size_t i = 0; i < path.length; i++) {
        cds_buf_char(&buf, path.data[i] == '.' ? '/' : path.data[i]);
    }
    return cds_buf_end(ctx, &buf, out);
}

// What the annotations say; the field has its kind already.
static cds_status read_words(const field_reader *reader, const cds_json *leaf, cds_field *out)
{
    const cds_json *step = cds_leaf_word(reader->document, leaf, "x-step");
    cds_text title = text_of(reader, leaf, "title");
    out->title = title.length == 0 ? leaf->name : title;
    out->unit = text_of(reader, leaf, "x-unit");
    out->section = text_of(reader, leaf, "x-section");
    out->asked_of_examiner = cds_text_is(text_of(reader, leaf, "x-asked-of"), "examiner");
    out->sensitive = is_true(reader, leaf, "x-sensitive");
    out->request = is_true(reader, leaf, "x-request");
    out->step = out->kind == CDS_WHOLE ? 1 : 0;
    if (step != NULL && step->kind == CDS_JSON_NUMBER) {
        out->step = step->number;
    }
    out->ask = text_of(reader, leaf, "x-ask");
    return out->ask.length > 0 ? CDS_OK
                               : join(reader->ctx, out->title, "?", CDS_TEXT(""), &out->ask);
}

static cds_status read_field(field_reader *reader, const cds_json *leaf, cds_text path)
{
    cds_field *field = &reader->list[reader->count];
    *field = (cds_field){.index = reader->count, .path = path};
    cds_status status = cds_leaf_read(reader->ctx, reader->document, leaf, field);
    if (status == CDS_OK) {
        status = read_words(reader, leaf, field);
    }
    reader->count++;
    return status == CDS_OK ? write_pointer(reader->ctx, path, &field->pointer) : status;
}

static cds_status read_below(field_reader *reader, const cds_json *object, cds_text above,
                             const cds_branch **out);

static cds_status read_member(field_reader *reader, const cds_json *leaf, cds_text above,
                              cds_twig *out)
{
    cds_text path = leaf->name;
    cds_status status = CDS_OK;
    if (!is_plain_name(leaf->name)) {
        return cds_fail_value(reader->ctx, reader->document, leaf,
                              "A field's name is lower-case letters, digits and _, and begins "
                              "with a letter.");
    }
    if (above.length > 0) {
        status = join(reader->ctx, above, ".", leaf->name, &path);
    }
    if (status != CDS_OK) {
        return status;
    }
    if (properties_of(reader, leaf) == NULL) {
        out->field = &reader->list[reader->count];
        return read_field(reader, leaf, path);
    }
    if (!cds_leaf_is_object(reader->document, leaf)) {
        return cds_fail_value(reader->ctx, reader->document, leaf,
                              "A group of fields is of type object, or null, and no other.");
    }
    reader->groups[reader->group_count++] = path;
    return read_below(reader, leaf, path, &out->branch);
}

static cds_status read_below(field_reader *reader, const cds_json *object, cds_text above,
                             const cds_branch **out)
{
    const cds_json *properties = properties_of(reader, object);
    size_t count = properties == NULL ? 0 : properties->count;
    size_t place = 0;
    cds_branch *branch = cds_alloc(reader->ctx->mem, sizeof *branch);
    cds_twig *twigs = cds_alloc(reader->ctx->mem, count * sizeof *twigs);
    cds_text *names = cds_alloc(reader->ctx->mem, count * sizeof *names);
    if (branch == NULL || twigs == NULL || names == NULL) {
        return cds_fail_memory(reader->ctx);
    }
    const cds_json *one = properties == NULL ? NULL : properties->child;
    for (; one != NULL; one = one->next) {
        names[place] = one->name;
        cds_status status = read_member(reader, one, above, &twigs[place++]);
        if (status != CDS_OK) {
            return status;
        }
    }
    branch->twigs = twigs;
    *out = branch;
    return cds_names_build(reader->ctx, names, count, &branch->names);
}

// The names by which fields are found: their paths, or their pointers.
static cds_status index_fields(const field_reader *reader, bool by_pointer,
                               const cds_names **out)
{
    cds_names *names = cds_alloc(reader->ctx->mem, sizeof *names);
    cds_text *list = cds_alloc(reader->ctx->mem, reader->count * sizeof *list);
    if (names == NULL || list == NULL) {
        return cds_fail_memory(reader->ctx);
    }
    for (size_t i = 0; i < reader->count; i++) {
        list[i] = by_pointer ? reader->list[i].pointer : reader->list[i].path;
    }
    *out = names;
    return cds_names_build(reader->ctx, list, reader->count, names);
}

static cds_status make_room(field_reader *reader)
{
    cds_status status = count_below(reader, reader->document, 0);
    if (status != CDS_OK) {
        return status;
    }
    cds_arena *mem = reader->ctx->mem;
    reader->list = cds_alloc(mem, reader->count * sizeof *reader->list);
    reader->groups = cds_alloc(mem, reader->group_count * sizeof *reader->groups);
    reader->count = 0;
    reader->group_count = 0;
    return reader->list == NULL || reader->groups == NULL ? cds_fail_memory(reader->ctx)
                                                          : CDS_OK;
}

static cds_status render_fields(const field_reader *reader)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < reader->count && status == CDS_OK; i++) {
        status = cds_field_render(reader->ctx, &reader->list[i]);
    }
    return status;
}

cds_status cds_fields_load(cds_ctx *ctx, const cds_json *document, const cds_fields **out)
{
    field_reader reader = {.ctx = ctx, .document = document};
    cds_fields *fields = cds_alloc(ctx->mem, sizeof *fields);
    if (fields == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_status status = make_room(&reader);
    if (status == CDS_OK) {
        status = read_below(&reader, document, CDS_TEXT(""), &fields->trunk);
    }
    if (status == CDS_OK) {
        status = index_fields(&reader, false, &fields->paths);
    }
    if (status == CDS_OK) {
        status = index_fields(&reader, true, &fields->pointers);
    }
    if (status == CDS_OK) {
        status = render_fields(&reader);
    }
    if (status != CDS_OK) {
        return status;
    }
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
        if (cds_text_equal(field->options[i].value, value)) {
            return (int)i;
        }
    }
    return -1;
}
