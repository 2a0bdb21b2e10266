// SPDX-License-Identifier: Apache-2.0
// A disk as the power leaves it. It follows a trace (disk.h) and knows what was synced and what
// was not; when the power is cut, what was synced stays, and of the rest each name and each
// sector is there or not, whatever the order in which it came, or torn.
#pragma once

#include "tests/fault/disk.h"

typedef struct cut cut;

/** A disk that holds what is in the folder, all of it synced. */
cut *cut_new(const char *folder);
void cut_free(cut *it);

/** Never taking a sync for one shows what is lost without. */
void cut_ignore_syncs(cut *it);

/** Takes in what happened next. A file's sync that failed settles by chance, and for ever, what
 *  of it is on the disk: the system forgets that it is not, and the next sync goes well. A
 *  folder's settles nothing. Lives: the note's bytes as long as `it`. */
void cut_follow(cut *it, const disk_note *note);

/** The power is cut: writes what is left into the folder, which is empty. The disk goes on as
 * if it had not been. */
void cut_write(const cut *it, unsigned *seed, const char *folder);
