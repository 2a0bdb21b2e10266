// SPDX-License-Identifier: Apache-2.0
// tendon release: finds the verb and runs it.
#include "server/command/release.h"

#include <stdio.h>
#include <string.h>

typedef struct verb {
    const char *name;
    size_t words; // with the verb
    int (*run)(const srv_options *options);
    const char *usage;
} verb;

static const verb verbs[] = {
    {"propose", 1, srv_release_propose, "tendon release propose --rules DIR ..."},
    {"approve", 2, srv_release_approve, "tendon release approve DIGEST ..."},
    {"activate", 2, srv_release_activate, "tendon release activate DIGEST ..."},
    {"list", 1, srv_release_list, "tendon release list"},
    {"show", 2, srv_release_show, "tendon release show DIGEST"},
    {"impact", 2, srv_release_impact, "tendon release impact DIGEST"},
    {"diff", 3, srv_release_diff, "tendon release diff BEFORE AFTER"},
};

int srv_command_release(const srv_options *options)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(options->word, verbs[i].name) != 0)
            continue;
        if (options->word_count == verbs[i].words)
            return verbs[i].run(options);
        fprintf(stderr, "usage: %s\n", verbs[i].usage);
        return SRV_USAGE;
    }
    fprintf(stderr, "tendon release: there is no verb %s; `tendon release --help` lists them\n",
            options->word);
    return SRV_USAGE;
}
