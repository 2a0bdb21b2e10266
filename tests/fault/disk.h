// SPDX-License-Identifier: Apache-2.0
// What a program that is linked with disk.c and the test that started it share: below one
// folder each call to the disk is noted, in order, and can be made to fail. Locks are none: the
// system keeps them in memory.
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DISK_VARIABLE "TENDON_DISK" // names the file that is mapped as a `disk`
#define DISK_TRACE_BYTES ((size_t)1 << 30)

#define DISK_CALLS(X)                                                                          \
    X(OPEN)                                                                                    \
    X(READ)                                                                                    \
    X(WRITE)                                                                                   \
    X(RESIZE) /* also what is allocated */                                                     \
    X(SYNC)                                                                                    \
    X(NAMES) /* a folder is synced; it is noted as a SYNC */                                   \
    X(RENAME)                                                                                  \
    X(UNLINK)                                                                                  \
    X(FOLDER) /* a folder is made */                                                           \
    X(STAT)                                                                                    \
    X(MAP)

typedef enum disk_call {
#define DISK_CALL(name) DISK_##name,
    DISK_CALLS(DISK_CALL)
#undef DISK_CALL
        DISK_CALL_COUNT
} disk_call;

#define DISK_EVERY_CALL ((1U << DISK_CALL_COUNT) - 1)
#define DISK_SHORT (-1) // in an error's place: half is written, and then the disk is full
#define DISK_FOR_GOOD 1000000

/** One call that changed the disk, or a sync that failed. Its bytes follow, and padding up to a
 *  multiple of eight. */
typedef struct disk_note {
    uint32_t call;
    int32_t file;   // descriptor
    int64_t at;     // WRITE: offset; RESIZE: the size; OPEN: its flags
    uint32_t bytes; // WRITE: what was written; OPEN, RENAME, UNLINK, FOLDER: paths below
                    // `root`, each ended by a NUL
    bool failed;    // SYNC
} disk_note;

typedef struct disk {
    char root[128];           // the folder; set before the program starts
    bool is_noting;           // set before the program starts
    _Atomic uint32_t failing; // bits of disk_call; the first that is hit becomes the only one
    _Atomic int skip;         // of these calls that go well before
    _Atomic int left;         // how many are still to fail; set last
    _Atomic int error;        // an errno or DISK_SHORT
    _Atomic int hits;         // how many have failed
    _Atomic uint64_t calls;   // since the start
    _Atomic uint64_t used;    // bytes of the trace
    _Alignas(8) unsigned char trace[DISK_TRACE_BYTES];
} disk;

static inline size_t disk_note_bytes(const disk_note *note)
{
    return (sizeof *note + note->bytes + 7) & ~(size_t)7;
}

static inline size_t disk_count_notes(const disk *shared)
{
    size_t count = 0;
    for (uint64_t at = 0; at < shared->used; count++)
        at += disk_note_bytes((const disk_note *)(shared->trace + at));
    return count;
}
