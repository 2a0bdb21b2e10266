// SPDX-License-Identifier: Apache-2.0
// tendon rule: finds the word and runs it; writes files whole.
#include "server/command/rule.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct rule_word {
    const char *name;
    size_t words; // with itself
    int (*run)(const srv_options *options);
    const char *usage;
} rule_word;

static const rule_word words[] = {
    {"new", 2, srv_rule_new, "tendon rule new DECISION/NAME"},
    {"lock", 1, srv_rule_lock, "tendon rule lock"},
    {"types", 1, srv_rule_types, "tendon rule types"},
    {"changelog", 1, srv_rule_changelog, "tendon rule changelog"},
};

int srv_command_rule(const srv_options *options)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(options->word, words[i].name) != 0)
            continue;
        if (options->word_count == words[i].words)
            return words[i].run(options);
        fprintf(stderr, "usage: %s\n", words[i].usage);
        return SRV_USAGE;
    }
    fprintf(stderr, "tendon rule: there is no word %s; `tendon rule --help` lists them\n",
            options->word);
    return SRV_USAGE;
}

static bool write_whole(const char *path, cds_text text)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return false;
    const bool written = fwrite(text.data, 1, text.length, file) == text.length;
    return fclose(file) == 0 && written;
}

bool srv_rule_save(const srv_options *options, const char *name, cds_text text)
{
    char path[PATH_MAX];
    char fresh[PATH_MAX + 8];
    int length = snprintf(path, sizeof path, "%s/%s", options->folder.rules_dir, name);
    if (length < 0 || (size_t)length >= sizeof path) {
        fprintf(stderr, "tendon rule: the path of %s is too long\n", name);
        return false;
    }
    (void)snprintf(fresh, sizeof fresh, "%s.new", path);
    if (write_whole(fresh, text) && rename(fresh, path) == 0)
        return true;
    fprintf(stderr, "tendon rule: %s cannot be written: %s\n", path, strerror(errno));
    (void)unlink(fresh);
    return false;
}
