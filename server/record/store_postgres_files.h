// SPDX-License-Identifier: Apache-2.0
// What libpq opens by itself, for whoever confines the process to its files.
#pragma once

/** Loads libpq, and calls `each` with every file or folder that the address, or libpq's
 *  environment, names: certificates, keys, the password file; with none if it can't be loaded,
 *  which opening the store says. Lives: paths until `each` returns. */
void srv_postgres_files(const char *url, void (*each)(void *user, const char *path),
                        void *user);
