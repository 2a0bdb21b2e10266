// SPDX-License-Identifier: Apache-2.0
// SQLite writes its log by the page, a head of 24 bytes before each: gathered, a group's pages
// are a few writes. Included by store_sqlite*.c only.
#pragma once

/** The VFS to open a database with whose log is gathered, else as SQLite's own: what was
 * written is in the file when it is read through this connection, and at the latest when it is
 * synced; SQLite shows others a page only after that (synchronous FULL). */
const char *srv_gathering_vfs(void);
