// SPDX-License-Identifier: Apache-2.0
// A thread that waits to be asked, and a connection that does nothing but checkpoints.
#include "server/record/store_sqlite_mover.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "engine/base/status.h"

struct srv_mover {
    pthread_t thread;
    sqlite3 *db; // the thread's own
    pthread_mutex_t lock;
    pthread_cond_t wake;  // of the thread, or of who waits for it
    bool asked, stopping; // these and `moved` are the lock's
    int moved;            // pages of the log as it was then
};

// SQLite looks whether there is a log when it first reads.
static const char settings[] = "PRAGMA synchronous = FULL;"
                               "PRAGMA cache_size = -64;"
                               "SELECT 1 FROM sqlite_schema LIMIT 1;";

static bool open_database(srv_mover *mover, const char *path)
{
    const int code =
        sqlite3_open_v2(path, &mover->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    (void)sqlite3_db_config(mover->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return code == SQLITE_OK &&
           sqlite3_exec(mover->db, settings, NULL, NULL, NULL) == SQLITE_OK;
}

// SQLite syncs the database when the whole log is in it, so who moves the last of it would wait
// for all of it.
static void sync_database(srv_mover *mover)
{
    sqlite3_file *file = NULL;
    if (sqlite3_file_control(mover->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) ==
            SQLITE_OK &&
        file->pMethods != NULL)
        (void)file->pMethods->xSync(file, SQLITE_SYNC_NORMAL); // SQLite's own counts
}

/** What could not be moved stays in the log. */
static int move_pages(srv_mover *mover)
{
    int pages = 0;
    int moved = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(mover->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &pages, &moved);
    sync_database(mover);
    return code == SQLITE_OK ? moved : 0;
}

static void *run_mover(void *user)
{
    srv_mover *mover = user;
    (void)pthread_mutex_lock(&mover->lock);
    while (!mover->stopping) {
        if (!mover->asked) {
            (void)pthread_cond_wait(&mover->wake, &mover->lock);
            continue;
        }
        (void)pthread_mutex_unlock(&mover->lock);
        const int moved = move_pages(mover);
        (void)pthread_mutex_lock(&mover->lock);
        mover->moved = moved;
        mover->asked = false;
        (void)pthread_cond_broadcast(&mover->wake);
    }
    (void)pthread_mutex_unlock(&mover->lock);
    return NULL;
}

static void free_mover(srv_mover *mover)
{
    (void)sqlite3_close(mover->db);
    (void)pthread_cond_destroy(&mover->wake);
    (void)pthread_mutex_destroy(&mover->lock);
    free(mover);
}

srv_mover *srv_mover_start(const char *path)
{
    srv_mover *mover = calloc(1, sizeof *mover);
    CDS_PROMISE(mover != NULL);
    CDS_PROMISE(pthread_mutex_init(&mover->lock, NULL) == 0);
    CDS_PROMISE(pthread_cond_init(&mover->wake, NULL) == 0);
    if (open_database(mover, path) &&
        pthread_create(&mover->thread, NULL, run_mover, mover) == 0)
        return mover;
    free_mover(mover);
    return NULL;
}

void srv_mover_ask(srv_mover *mover)
{
    (void)pthread_mutex_lock(&mover->lock);
    mover->asked = true;
    (void)pthread_cond_broadcast(&mover->wake);
    (void)pthread_mutex_unlock(&mover->lock);
}

int srv_mover_left(srv_mover *mover, int pages)
{
    (void)pthread_mutex_lock(&mover->lock);
    if (pages < mover->moved)
        mover->moved = 0; // the log was begun anew
    const int left = mover->asked ? -1 : pages - mover->moved;
    (void)pthread_mutex_unlock(&mover->lock);
    return left;
}

void srv_mover_await(srv_mover *mover)
{
    (void)pthread_mutex_lock(&mover->lock);
    while (mover->asked)
        (void)pthread_cond_wait(&mover->wake, &mover->lock);
    (void)pthread_mutex_unlock(&mover->lock);
}

void srv_mover_stop(srv_mover *mover)
{
    if (mover == NULL)
        return;
    (void)pthread_mutex_lock(&mover->lock);
    mover->stopping = true;
    (void)pthread_cond_broadcast(&mover->wake);
    (void)pthread_mutex_unlock(&mover->lock);
    (void)pthread_join(mover->thread, NULL);
    free_mover(mover);
}
