// SPDX-License-Identifier: Apache-2.0
// A VFS over SQLite's own that holds back what is appended to a log until it is needed.
#include "server/record/store_sqlite_gather.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "engine/base/status.h"

#define HELD_BYTES 65536 // SQLite's own VFS takes less than 128 KiB at once

/** An open log; SQLite's own file follows it. */
typedef struct gathered {
    sqlite3_file as_file;
    sqlite3_file *own;
    sqlite3_int64 at; // where what is held belongs
    int length;
    unsigned char *held; // HELD_BYTES
} gathered;

static gathered *of(sqlite3_file *file)
{
    return (gathered *)file;
}

/** What could not be written is held no longer: SQLite is told, and gives the commit up. */
static int let_go(gathered *log)
{
    const int length = log->length;
    log->length = 0;
    return length == 0 ? SQLITE_OK
                       : log->own->pMethods->xWrite(log->own, log->held, length, log->at);
}

static int close_log(sqlite3_file *file)
{
    gathered *log = of(file);
    const int code = let_go(log);
    const int closed = log->own->pMethods->xClose(log->own);
    free(log->held);
    return code == SQLITE_OK ? closed : code;
}

static int read_log(sqlite3_file *file, void *into, int length, sqlite3_int64 at)
{
    const int code = let_go(of(file));
    return code == SQLITE_OK ? of(file)->own->pMethods->xRead(of(file)->own, into, length, at)
                             : code;
}

static int write_log(sqlite3_file *file, const void *from, int length, sqlite3_int64 at)
{
    gathered *log = of(file);
    const bool follows = at == log->at + log->length && log->length + length <= HELD_BYTES;
    int code = SQLITE_OK;
    if (log->length > 0 && !follows)
        code = let_go(log);
    if (code != SQLITE_OK || length > HELD_BYTES)
        return code != SQLITE_OK ? code
                                 : log->own->pMethods->xWrite(log->own, from, length, at);
    if (log->length == 0)
        log->at = at;
    memcpy(log->held + log->length, from, (size_t)length);
    log->length += length;
    return SQLITE_OK;
}

static int truncate_log(sqlite3_file *file, sqlite3_int64 size)
{
    const int code = let_go(of(file));
    return code == SQLITE_OK ? of(file)->own->pMethods->xTruncate(of(file)->own, size) : code;
}

static int sync_log(sqlite3_file *file, int flags)
{
    const int code = let_go(of(file));
    return code == SQLITE_OK ? of(file)->own->pMethods->xSync(of(file)->own, flags) : code;
}

static int size_log(sqlite3_file *file, sqlite3_int64 *out)
{
    const int code = let_go(of(file));
    return code == SQLITE_OK ? of(file)->own->pMethods->xFileSize(of(file)->own, out) : code;
}

static int control_log(sqlite3_file *file, int operation, void *argument)
{
    return of(file)->own->pMethods->xFileControl(of(file)->own, operation, argument);
}

static int sector_size(sqlite3_file *file)
{
    return of(file)->own->pMethods->xSectorSize(of(file)->own);
}

static int characteristics(sqlite3_file *file)
{
    return of(file)->own->pMethods->xDeviceCharacteristics(of(file)->own);
}

static const sqlite3_io_methods methods = {
    .iVersion = 1, // a log is neither locked, nor mapped, nor shared by memory
    .xClose = close_log,
    .xRead = read_log,
    .xWrite = write_log,
    .xTruncate = truncate_log,
    .xSync = sync_log,
    .xFileSize = size_log,
    .xFileControl = control_log,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static sqlite3_vfs gathering;

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags)
{
    sqlite3_vfs *own = vfs->pAppData;
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return own->xOpen(own, name, file, flags, out_flags);
    gathered *log = of(file);
    *log = (gathered){.own = (sqlite3_file *)(log + 1), .held = malloc(HELD_BYTES)};
    if (log->held == NULL)
        return SQLITE_NOMEM;
    const int code = own->xOpen(own, name, log->own, flags, out_flags);
    if (log->own->pMethods != NULL)
        log->as_file.pMethods = &methods;
    else
        free(log->held);
    return code;
}

static void register_vfs(void)
{
    sqlite3_vfs *own = sqlite3_vfs_find(NULL);
    CDS_PROMISE(own != NULL);
    gathering = *own;
    gathering.pNext = NULL;
    gathering.zName = "gathering";
    gathering.pAppData = own;
    gathering.szOsFile = (int)sizeof(gathered) + own->szOsFile;
    gathering.xOpen = open_file;
    CDS_PROMISE(sqlite3_vfs_register(&gathering, 0) == SQLITE_OK);
}

const char *srv_gathering_vfs(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    CDS_PROMISE(pthread_once(&once, register_vfs) == 0);
    return gathering.zName;
}
