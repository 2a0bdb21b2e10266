// SPDX-License-Identifier: Apache-2.0
// tendon: finds the subcommand and runs it.
#include <stdio.h>
#include <string.h>

#include "server/command/command.h"
#include "server/record/place.h"

#define ARENA_BYTES ((size_t)1 << 20)

const srv_command srv_commands[] = {
    {"serve", "", "answer assessments over HTTP and keep the record",
     "tendon serve --listen 127.0.0.1:8383 --data ./data",
     SRV_OPT_RULES | SRV_OPT_DATA | SRV_OPT_SERVE | SRV_OPT_CLIENTS | SRV_OPT_NEEDED |
         SRV_OPT_REPLICA,
     srv_command_serve, 0, 0},
    {"evaluate", "FILE|-", "evaluate one assessment and print the advice; nothing is recorded",
     "tendon evaluate schemas/examples/good-typical-runner.json", SRV_OPT_RULES | SRV_OPT_JSON,
     srv_command_evaluate, 1, 1},
    {"check", "", "check a rules folder more strictly than loading does",
     "tendon check --rules rules", SRV_OPT_RULES, srv_command_check, 0, 0},
    {"test", "", "run the tests that stand beside the rules", "tendon test --rules rules",
     SRV_OPT_RULES | SRV_OPT_QUICK, srv_command_test, 0, 0},
    {"explain", "WORD", "read a rule or decision aloud, or say why one person got an answer",
     "tendon explain --assessment schemas/examples/good-typical-runner.json class",
     SRV_OPT_RULES | SRV_OPT_PERSON, srv_command_explain, 1, 1},
    {"catalogue", "", "write the whole rule library for reading, printing and sign-off",
     "tendon catalogue --html library --markdown library.md", SRV_OPT_RULES | SRV_OPT_PAPER,
     srv_command_catalogue, 0, 0},
    {"log", "WORD",
     "the tamper-evident log: verify, prove N, check-proof FILE, show N, find, export, "
     "checkpoint, erase, scrub",
     "tendon log verify --data ./data --against kept-elsewhere.txt",
     SRV_OPT_DATA | SRV_OPT_LOG | SRV_OPT_ERASE | SRV_OPT_FIND | SRV_OPT_JSON, srv_command_log,
     1, 2},
    {"rule", "WORD", "write into a rules folder: new DECISION/NAME, lock, changelog, types",
     "tendon rule new class/home-hopping --rules rules", SRV_OPT_RULES, srv_command_rule, 1, 2},
    {"key", "new FILE", "make a key pair for who proposes, approves or activates releases",
     "tendon key new author.key", 0, srv_command_key, 2, 2},
    {"release", "VERB",
     "propose, approve DIGEST, activate DIGEST, list, show DIGEST, impact DIGEST, diff BEFORE "
     "AFTER",
     "tendon release propose --rules rules --reason 'Why' --key author.key --clients "
     "clients.json",
     SRV_OPT_RULES | SRV_OPT_DATA | SRV_OPT_JSON | SRV_OPT_PAGE | SRV_OPT_STEP |
         SRV_OPT_CLIENTS | SRV_OPT_NEEDED | SRV_OPT_REPLICA,
     srv_command_release, 1, SRV_WORDS_MAX},
    {"replay", "ID|--all", "decide recorded evaluations again and compare them byte by byte",
     "tendon replay --all --data ./data", SRV_OPT_DATA | SRV_OPT_ALL | SRV_OPT_REPLICA,
     srv_command_replay, 0, 1},
    {"report", "WORD",
     "overrides: how often each rule was shown, accepted and overridden, and why; retention: "
     "whose evaluations are due to go",
     "tendon report overrides --data ./data", SRV_OPT_DATA | SRV_OPT_JSON | SRV_OPT_YEARS,
     srv_command_report, 1, 1},
};

const size_t srv_command_count = sizeof srv_commands / sizeof *srv_commands;

static void print_help(FILE *to)
{
    fputs("tendon: clinical decision support whose rules can be read aloud\n\n"
          "usage: tendon COMMAND [OPTIONS]\n\n",
          to);
    for (size_t i = 0; i < srv_command_count; i++)
        fprintf(to, "  %-9s %-7s %s\n", srv_commands[i].name, srv_commands[i].takes,
                srv_commands[i].summary);
    fputs("\n`tendon COMMAND --help` shows a command's options and an example; `tendon "
          "--version` "
          "the version.\nIt advises; a clinician decides.\n",
          to);
}

/** Where the record is stands in the data folder from then on. */
static int settle_store(const srv_options *options)
{
    if (options->store == NULL)
        return SRV_DONE;
    cds_ctx ctx = {.mem = cds_arena_new(ARENA_BYTES)};
    CDS_PROMISE(ctx.mem != NULL);
    const cds_status status = srv_place_set(&ctx, options->data_dir, options->store);
    if (status != CDS_OK)
        srv_say_error(&ctx);
    cds_arena_free(ctx.mem);
    return status == CDS_OK ? SRV_DONE : SRV_USAGE;
}

/** What did not reach its reader, on a full disk say, was not done. */
static int after_writing(int status)
{
    if (fflush(stdout) == 0 && ferror(stdout) == 0)
        return status;
    fprintf(stderr, "tendon: the output could not be written\n");
    return SRV_FAILED;
}

int main(int argc, char **argv)
{
    srv_options options;
    if (argc < 2) {
        print_help(stderr);
        return SRV_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_help(stdout);
        return SRV_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("tendon " TENDON_VERSION);
        return SRV_DONE;
    }
    for (size_t i = 0; i < srv_command_count; i++) {
        if (strcmp(argv[1], srv_commands[i].name) != 0)
            continue;
        int read = srv_options_read(&srv_commands[i], argc - 1, argv + 1, &options);
        if (read < 0)
            return SRV_DONE; // --help was asked for and given
        if (read == SRV_DONE)
            read = settle_store(&options);
        return read == SRV_DONE ? after_writing(srv_commands[i].run(&options)) : read;
    }
    fprintf(stderr, "tendon: there is no command %s; `tendon --help` lists them\n", argv[1]);
    return SRV_USAGE;
}
