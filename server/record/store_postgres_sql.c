// SPDX-License-Identifier: Apache-2.0
// The store's statements as PostgreSQL reads them: what both databases share differs in a few
// words; what concerns other nodes' logs is said anew. `entries`, `idempotency_keys`, `tiles`,
// `checkpoints` and `meta` are views of the node's own log, `all_...` hold every node's.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "server/record/store_postgres.h"

#define DAY_MS "86400000" // for which a key counts
_Static_assert(SRV_IDEMPOTENCY_MS == 86400000, "as the statement has it");

#define OWN_LOG "current_setting('tendon.log')"

// each log a table has rows of, by one step in its index each
#define LOGS_OF(table)                                                                         \
    "(WITH RECURSIVE of (log) AS ((SELECT min(log) FROM " table ") UNION ALL SELECT (SELECT "  \
    "min(log) FROM " table                                                                     \
    " WHERE log > of.log) FROM of WHERE of.log IS NOT NULL) SELECT log "                       \
    "FROM of WHERE log IS NOT NULL)"

/** What is said otherwise. */
static const struct {
    srv_statement statement;
    const char *sql;
} others[] = {
    {SRV_FIND, "SELECT " SRV_COLUMN_NAMES " FROM all_entries WHERE id = ?1"},
    {SRV_FIND_KEY, "SELECT " SRV_COLUMN_NAMES " FROM all_entries WHERE (log, number) = "
                   "(SELECT log, number FROM all_keys WHERE key = ?1 AND time_ms >= ?2 AND "
                   "number BETWEEN ?3 AND ?4)"},
    {SRV_STRAY_FILE,
     "SELECT 1 FROM files WHERE sha256 NOT IN (SELECT file FROM release_files) UNION ALL "
     "SELECT 1 FROM release_files WHERE release NOT IN (SELECT detail ->> '$.digest' FROM "
     "all_entries WHERE " SRV_IS_STEP " AND kind = '" SRV_KIND_RELEASE "') LIMIT 1"},
    {SRV_ACTIVATED,
     "SELECT 1 FROM all_entries WHERE " SRV_IS_STEP " AND kind = '" SRV_KIND_ACTIVATION "' "
     "AND (log <> " OWN_LOG " OR number < ?1) AND time_ms = ?2 AND detail ->> '$.digest' = ?3 "
     "AND detail ->> '$.name' = ?4 LIMIT 1"},
    // said to whichever node was asked
    {SRV_FEEDBACK_ON, "SELECT " SRV_COLUMN_NAMES " FROM all_entries WHERE kind = 'feedback' "
                      "AND detail ->> '$.evaluation' = ?1 AND id > ?2 ORDER BY id LIMIT ?3"},
    // a release is in force on every node; what changes with each step is how many there are
    {SRV_STEPS,
     "SELECT " SRV_COLUMN_NAMES " FROM all_entries WHERE " SRV_IS_STEP " ORDER BY time_ms, id"},
    {SRV_LAST_STEP, "SELECT count(*) - 1 FROM all_entries WHERE " SRV_IS_STEP},
    {SRV_BEGIN, "BEGIN"},
    {SRV_LOCK, "SELECT pg_advisory_xact_lock(hashtextextended(" OWN_LOG ", 0))"},
    {SRV_LOGS, "SELECT log, signer FROM logs ORDER BY log"},
    {SRV_TURN, "SELECT set_config('tendon.log', ?1, false)"},
    {SRV_NOTE_SIGNER,
     "UPDATE logs SET signer = ?1 WHERE log = " OWN_LOG " AND signer IS DISTINCT FROM ?1"},
    {SRV_STRAY_LOG,
     "SELECT 1 FROM (" LOGS_OF("all_entries") " UNION " LOGS_OF("all_keys") " UNION " LOGS_OF(
         "all_tiles") " UNION " LOGS_OF("all_checkpoints") ") AS found WHERE log NOT IN "
                                                           "(SELECT log FROM logs) LIMIT 1"},
    // what is found, counted and erased is found, counted and erased in every node's log
    {SRV_SEARCH, "SELECT number, id, marks FROM all_entries WHERE marks IS NOT NULL "
                 "AND id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"},
    {SRV_SEARCH_REFERENCE, "SELECT number, id, marks FROM all_entries WHERE reference = ?4 "
                           "AND id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"},
    {SRV_FEEDBACK, "SELECT number, detail, log FROM all_entries WHERE kind = 'feedback' "
                   "AND (log, number) >= (?3, ?1) ORDER BY log, number LIMIT ?2"},
    {SRV_DUE,
     "SELECT count(*), min(id), max(id), reference FROM all_entries WHERE reference IS "
     "NOT NULL AND reference > ?2 GROUP BY reference HAVING max(id) < ?1 "
     "ORDER BY reference LIMIT ?3"},
    {SRV_DUE_UNNAMED, "SELECT count(*), min(id), max(id) FROM all_entries WHERE marks IS NOT "
                      "NULL AND id < ?1 AND reference IS NULL"},
    {SRV_FIND_PERSON,
     "WITH evaluations (number, id, log) AS ("
     "SELECT number, id, log FROM all_entries WHERE reference = ?1 UNION ALL "
     "SELECT number, id, log FROM all_entries WHERE id = ?2 AND kind = 'evaluation' AND "
     "erasure "
     "IS NULL) SELECT number, log FROM evaluations UNION "
     "SELECT f.number, f.log FROM all_entries f WHERE f.kind = 'feedback' AND f.erasure IS "
     "NULL "
     "AND f.detail ->> '$.comment' IS NOT NULL AND ("
     "f.detail ->> '$.evaluation' IN (SELECT id FROM evaluations) OR "
     "(SELECT erasure FROM all_entries WHERE id = f.detail ->> '$.evaluation') IS NOT NULL) "
     "ORDER BY 2, 1"},
    {SRV_TELL, "SELECT pg_notify('tendon_step', '')"},
    {SRV_INSERT_KEY,
     "INSERT INTO all_keys AS kept (number, key, time_ms, name, query) "
     "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO UPDATE SET log = excluded.log, "
     "number = excluded.number, time_ms = excluded.time_ms, name = excluded.name, "
     "query = excluded.query WHERE kept.time_ms < ?3 - " DAY_MS},
    {SRV_KEY_ELSEWHERE,
     "SELECT 1 FROM all_keys WHERE key = ?1 AND time_ms >= ?2 AND log <> " OWN_LOG},
    {SRV_PROBE, "INSERT INTO meta (name, value) VALUES ('probe', "
                "decode(repeat('00', 65536), 'hex')) ON CONFLICT DO NOTHING"},
};

/** Words of SQLite's and what stands for them; the first that fits is taken. */
static const struct {
    const char *from, *to;
} words[] = {
    {"detail ->> '$.", "detail::json ->> '"},
    {"json_remove(detail, '$.comment')",
     "(SELECT '{' || string_agg(to_json(key)::text || ':' || value::text, ',' ORDER BY place) "
     "|| '}' FROM json_each(detail::json) WITH ORDINALITY AS of (key, value, place) WHERE key "
     "<> 'comment')"},
    {"+number = ?", "number = ?"}, // any index will do
    {" IS ?", " IS NOT DISTINCT FROM ?"},
};

static const char *text_of(srv_statement statement)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (others[i].statement == statement)
            return others[i].sql;
    }
    return srv_statement_text(statement);
}

typedef struct writing {
    char *out;
    size_t room, length;
    int marks; // ? without a number, so far
} writing;

static void put(writing *to, const char *text, size_t length)
{
    CDS_PROMISE(to->length + length < to->room);
    memcpy(to->out + to->length, text, length);
    to->length += length;
    to->out[to->length] = '\0';
}

/** One word in the place of SQLite's; how much of `sql` it stands for, 0: none does. */
static size_t put_word(writing *to, const char *sql)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t length = strlen(words[i].from);
        if (strncmp(sql, words[i].from, length) != 0)
            continue;
        const bool marks = words[i].from[length - 1] == '?'; // the mark itself comes next
        put(to, words[i].to, strlen(words[i].to) - marks);
        return length - marks;
    }
    if (strncmp(sql, " INDEXED BY ", 12) != 0)
        return 0;
    return 12 + strspn(sql + 12, "abcdefghijklmnopqrstuvwxyz_");
}

/** ?3 is $3, and the second ? alone is $2. */
static void put_mark(writing *to, char next)
{
    char mark[16] = "$";
    if (!isdigit((unsigned char)next))
        (void)snprintf(mark, sizeof mark, "$%d", ++to->marks);
    put(to, mark, strlen(mark));
}

void srv_pg_dialect(srv_statement statement, char *out, size_t room)
{
    writing to = {.out = out, .room = room};
    const char *sql = text_of(statement);
    while (*sql != '\0') {
        const size_t taken = put_word(&to, sql);
        if (taken > 0) {
            sql += taken;
            continue;
        }
        if (*sql == '?')
            put_mark(&to, sql[1]);
        else
            put(&to, sql, 1);
        sql++;
    }
}
