// SPDX-License-Identifier: Apache-2.0
// The statements about idempotency keys. Included by store_sql.h only.
#pragma once

// as SRV_STATEMENTS
#define SRV_KEY_STATEMENTS(X)                                                                  \
    X(KEYS_SINCE, true,                                                                        \
      "SELECT number, key, time_ms FROM idempotency_keys WHERE time_ms >= ?1 "                 \
      "ORDER BY number")                                                                       \
    X(NEXT_KEY, true,                                                                          \
      "SELECT number, key, name, query, time_ms FROM idempotency_keys WHERE number >= ?1 "     \
      "ORDER BY number LIMIT 1")                                                               \
    X(NEWEST_KEY, true, "SELECT max(time_ms) FROM idempotency_keys")                           \
    X(ERASE_KEY, false, "DELETE FROM idempotency_keys WHERE number = ?1")                      \
    X(KEY_STANDS, false,                                                                       \
      "SELECT 1 FROM idempotency_keys WHERE key = ?1 AND time_ms >= ?2 AND "                   \
      "number BETWEEN ?3 AND ?4")                                                              \
    X(INSERT_KEY, false,                                                                       \
      "INSERT OR REPLACE INTO idempotency_keys (number, key, time_ms, name, query) "           \
      "VALUES (?1, ?2, ?3, ?4, ?5)")                                                           \
    X(KEYS_FROM, false, "SELECT count(*) FROM idempotency_keys WHERE number >= ?1")            \
    /* another node's log has an entry of this key */                                          \
    X(KEY_ELSEWHERE, false, "SELECT 1 WHERE ?1 IS NULL AND ?2 IS NULL")                        \
    X(PURGE_KEYS, false,                                                                       \
      "DELETE FROM idempotency_keys WHERE time_ms < ?1 AND number <= (SELECT max(number) "     \
      "FROM (SELECT number FROM idempotency_keys ORDER BY number LIMIT ?2) AS oldest)")
