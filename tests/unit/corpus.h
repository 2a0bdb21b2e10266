// SPDX-License-Identifier: Apache-2.0
// The raw requests of ../shared/corpora/http with their verdicts; see its README.
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CORPUS SOURCE_DIR "/../shared/corpora"
#define CORPUS_MAX 2048

typedef struct corpus_case {
    char name[96];
    char verdict[16];
    char bytes[4096];
    size_t length;
} corpus_case;

/** How many there are; 0, with a message, where the corpus is absent. */
static inline size_t corpus_load(corpus_case **out)
{
    static corpus_case cases[CORPUS_MAX];
    char line[256];
    char path[512];
    size_t count = 0;
    FILE *list = fopen(CORPUS "/http.tsv", "r");
    if (list == NULL) {
        printf("skipped: %s/http.tsv is not here\n", CORPUS);
        return 0;
    }
    while (count < CORPUS_MAX && fgets(line, sizeof line, list) != NULL) {
        corpus_case *one = &cases[count];
        if (sscanf(line, "%95s %15s", one->name, one->verdict) != 2) {
            continue;
        }
        (void)snprintf(path, sizeof path, "%s/http/%s", CORPUS, one->name);
        FILE *file = fopen(path, "rb");
        if (file != NULL) {
            one->length = fread(one->bytes, 1, sizeof one->bytes, file);
            (void)fclose(file);
            count++;
        }
    }
    (void)fclose(list);
    *out = cases;
    return count;
}
