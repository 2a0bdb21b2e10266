// SPDX-License-Identifier: Apache-2.0
// The clinic's own rules and their cases, as they stand in rules/, for tests of the whole
// library.
#pragma once

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/arena.h"
#include "engine/rules/casefile.h"

#define CLINIC_FILES_MAX 2000
#define CLINIC_RULES SOURCE_DIR "/rules"
#define CLINIC_SCHEMA SOURCE_DIR "/schemas/assessment.schema.json"

/** Rule files and the schema, and apart from them the files of cases. */
typedef struct clinic {
    cds_ctx ctx;
    cds_file files[CLINIC_FILES_MAX];
    size_t file_count;
    cds_file cases[CLINIC_FILES_MAX];
    size_t case_count;
    cds_ruleset *rules;
    const cds_ruleset_view *view;
} clinic;

static inline cds_file clinic_read(clinic *of, const char *path, const char *name)
{
    const size_t most = (size_t)1 << 18;
    char *data = cds_alloc(of->ctx.mem, most);
    char *copy = cds_alloc(of->ctx.mem, strlen(name) + 1);
    memcpy(copy, name, strlen(name));
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    cds_text bytes = {data, fread(data, 1, most, file)};
    ck_assert(feof(file));
    fclose(file);
    return (cds_file){cds_text_of(copy), bytes};
}

static inline void clinic_take(clinic *of, const char *path, const char *name)
{
    ck_assert_uint_lt(of->file_count, CLINIC_FILES_MAX);
    ck_assert_uint_lt(of->case_count, CLINIC_FILES_MAX);
    if (strstr(name, ".test.lua") != NULL) {
        of->cases[of->case_count++] = clinic_read(of, path, name);
    } else if (strstr(name, ".lua") != NULL) {
        of->files[of->file_count++] = clinic_read(of, path, name);
    }
}

static inline void clinic_take_folder(clinic *of, const char *below)
{
    char path[1024];
    char name[512];
    struct stat about;
    snprintf(path, sizeof path, CLINIC_RULES "/%s", below);
    DIR *folder = opendir(path);
    ck_assert_ptr_nonnull(folder);
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        snprintf(name, sizeof name, "%s%s%s", below, *below == '\0' ? "" : "/", one->d_name);
        snprintf(path, sizeof path, CLINIC_RULES "/%s", name);
        if (one->d_name[0] == '.' || stat(path, &about) != 0) {
            continue;
        }
        if (S_ISDIR(about.st_mode)) {
            clinic_take_folder(of, name);
        } else {
            clinic_take(of, path, name);
        }
    }
    closedir(folder);
}

/** The files alone, not yet loaded. */
static inline void clinic_open(clinic *of)
{
    *of = (clinic){.ctx = {.mem = cds_arena_new((size_t)1 << 30)}};
    clinic_take_folder(of, "");
    of->files[of->file_count++] = clinic_read(of, CLINIC_SCHEMA, "assessment.schema.json");
}

static inline void clinic_load(clinic *of)
{
    cds_status status = cds_ruleset_load(&of->ctx, of->files, of->file_count, &of->rules);
    ck_assert_msg(status == CDS_OK, "%s: %s", of->ctx.error.where, of->ctx.error.what);
    of->view = cds_ruleset_look(of->rules);
}

static inline void clinic_close(clinic *of)
{
    cds_ruleset_drop(of->rules);
    cds_arena_free(of->ctx.mem);
}
