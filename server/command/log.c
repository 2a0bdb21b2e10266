// SPDX-License-Identifier: Apache-2.0
// tendon log: finds the word and opens what it reads.
#include "server/command/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/record/place.h"

#define ARENA_BYTES ((size_t)64 << 20)

typedef struct log_word {
    const char *name;
    const char *takes; // NULL: nothing more
    bool opens;        // the store, to read
    int (*run)(srv_log *log);
} log_word;

static const log_word words[] = {
    {"verify", NULL, true, srv_log_word_verify},
    {"prove", "N", true, srv_log_word_prove},
    {"check-proof", "FILE", false, srv_log_word_check_proof},
    {"show", "N", true, srv_log_word_show},
    {"find", NULL, true, srv_log_word_find},
    {"export", NULL, true, srv_log_word_export},
    {"checkpoint", NULL, true, srv_log_word_checkpoint},
    {"erase", NULL, false, srv_log_word_erase},
    {"scrub", NULL, false, srv_log_word_scrub},
};

static const log_word *find_word(const srv_options *options)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(options->word, words[i].name) == 0 &&
            (options->words[1] != NULL) == (words[i].takes != NULL))
            return &words[i];
    }
    return NULL;
}

bool srv_log_number(const srv_log *log, int64_t *out)
{
    const char *text = log->options->words[1];
    char *end;
    const long long value = strtoll(text, &end, 10);
    const bool is_number = text[0] >= '0' && text[0] <= '9' && *end == '\0';
    if (!is_number)
        fprintf(stderr, "tendon log: an entry's number counts from 0; %s is none\n", text);
    *out = value;
    return is_number;
}

int srv_log_failed(const srv_log *log)
{
    srv_say_error(&log->ctx);
    return SRV_FAILED;
}

/** SRV_USAGE: no store is there; SRV_FAILED: what is there is not a whole one. */
static int open_log(srv_log *log, const log_word *word)
{
    const char *dir = log->options->data_dir;
    if (!word->opens)
        return srv_log_pub_read(&log->ctx, dir, &log->signer) == CDS_OK ? SRV_DONE : SRV_USAGE;
    if (!srv_place_is_begun(&log->ctx, dir)) {
        (void)cds_fail(&log->ctx, CDS_FAILED, dir,
                       "there is no store: name the --data folder of a service that has run");
        return SRV_USAGE;
    }
    if (srv_log_pub_read(&log->ctx, dir, &log->signer) != CDS_OK ||
        srv_store_open(&log->ctx, dir, false, &log->store) != CDS_OK)
        return SRV_FAILED;
    return SRV_DONE;
}

int srv_command_log(const srv_options *options)
{
    const log_word *word = find_word(options);
    if (word == NULL) {
        fprintf(stderr, "tendon log: verify, prove N, check-proof FILE, show N, find, export, "
                        "checkpoint, erase or scrub; `tendon log --help` shows how\n");
        return SRV_USAGE;
    }
    srv_log log = {.ctx = {.mem = cds_arena_new(ARENA_BYTES)}, .options = options};
    CDS_PROMISE(log.ctx.mem != NULL);
    int result = open_log(&log, word);
    if (result == SRV_DONE)
        result = word->run(&log);
    else
        srv_say_error(&log.ctx);
    srv_store_close(log.store);
    cds_arena_free(log.ctx.mem);
    return result;
}
