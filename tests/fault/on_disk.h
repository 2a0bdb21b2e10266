// SPDX-License-Identifier: Apache-2.0
// The program on a disk of its own (disk.h): its data folder is DIR/disk/data.
#pragma once

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/fault/disk.h"
#include "tests/http/program.h"

static inline void on_disk_folder(program *it, disk *shared, const char *folder)
{
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    snprintf(shared->root, sizeof shared->root, "%s", folder);
    snprintf(it->data, sizeof it->data, "%.80s/data", folder);
}

/** Prepares the program, which is built with disk.c; nothing fails yet. */
static inline disk *on_disk_prepare(program *it)
{
    char name[96];
    program_prepare(it, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    it->path = TENDON_ON_DISK;
    const int file = memfd_create("disk", 0); // the program has it too
    ck_assert_int_eq(ftruncate(file, sizeof(disk)), 0);
    disk *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ck_assert_ptr_ne(shared, MAP_FAILED);
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ck_assert_int_eq(setenv(DISK_VARIABLE, name, 1), 0);
    snprintf(name, sizeof name, "%s/disk", it->dir);
    on_disk_folder(it, shared, name);
    return shared;
}

/** After `skip` more of these calls the next `times` fail; their kind is then the first one's.
 */
static inline void disk_fail(disk *shared, unsigned calls, int skip, int error, int times)
{
    atomic_store(&shared->left, 0);
    atomic_store(&shared->failing, calls);
    atomic_store(&shared->skip, skip);
    atomic_store(&shared->error, error);
    atomic_store(&shared->hits, 0);
    atomic_store(&shared->left, times);
}

/** The disk is well again. How many calls failed. */
static inline int disk_mend(disk *shared)
{
    atomic_store(&shared->left, 0);
    return atomic_load(&shared->hits);
}
