// SPDX-License-Identifier: Apache-2.0
// The program's subcommands: their table, their options and how each ends (0 done, 1 input or
// check failed, 2 usage).
#pragma once

#include "engine/base/arena.h"
#include "server/api/release.h"
#include "server/record/folder.h"

#define SRV_DONE 0
#define SRV_FAILED 1
#define SRV_USAGE 2

#define SRV_WORDS_MAX 3

/** What the command line said, with defaults filled in. Texts not given are NULL. */
typedef struct srv_options {
    char host[64];
    int port;
    int workers;
    const char *clients_file;
    bool behind_proxy;
    const char *public_url;
    const char *tls_cert, *tls_key, *tls_client_ca;
    int rate;      // of a client's requests a second; 0: no limit
    int in_flight; // requests a worker works on at once; 1024 unless said
    bool governed;
    int approvals; // 1 unless said
    int years;     // 7 unless said
    const char *data_dir;
    const char *store; // postgresql://...; NULL: where the data folder says
    srv_folder folder;
    char schemas_dir[4096];
    bool json;
    bool no_mutation;
    bool all;
    const char *key_file, *reason, *name, *from, *accepted, *since;
    bool color; // standard output is a terminal and NO_COLOR is not set
    const char *assessment;
    const char *html_dir, *markdown_file;
    const char *against;
    bool all_nodes;
    const char *signers;
    const char *read_from; // postgresql://...: a replica to read the record from
    const char *patient, *evaluation;
    bool de_identified, fhir;
    bool markdown;
    const char *day, *rule, *answer, *reference;
    const char *word; // the first argument that is not an option
    const char *words[SRV_WORDS_MAX];
    size_t word_count;
} srv_options;

typedef enum srv_option_flags {
    SRV_OPT_RULES = 1,       // --rules DIR, --schema FILE
    SRV_OPT_DATA = 2,        // --data DIR
    SRV_OPT_SERVE = 4,       // --listen HOST:PORT, --workers N, --public-url URL, ...
    SRV_OPT_CLIENTS = 8,     // --clients FILE
    SRV_OPT_JSON = 16,       // --json
    SRV_OPT_PERSON = 32,     // --assessment FILE
    SRV_OPT_PAPER = 64,      // --html DIR, --markdown FILE
    SRV_OPT_LOG = 128,       // --against FILE, --all-nodes, --de-identified, --fhir, ...
    SRV_OPT_QUICK = 512,     // --no-mutation
    SRV_OPT_NEEDED = 256,    // --approvals N
    SRV_OPT_ALL = 2048,      // --all
    SRV_OPT_STEP = 4096,     // --key FILE, --reason TEXT, --name NAME, --from DATE, ...
    SRV_OPT_PAGE = 1024,     // --markdown
    SRV_OPT_ERASE = 8192,    // --patient REF, --evaluation ID, --reason TEXT
    SRV_OPT_YEARS = 32768,   // --years N
    SRV_OPT_REPLICA = 65536, // --read-from URL
    SRV_OPT_FIND = 16384,    // --day DATE, --rule ID, --answer DECISION:ANSWER, --reference REF
} srv_option_flags;

typedef struct srv_command {
    const char *name;
    const char *takes;   // after the name, in the usage line
    const char *summary; // one line
    const char *example;
    unsigned options;
    int (*run)(const srv_options *options);
    size_t least, most; // arguments that are not options
} srv_command;

extern const srv_command srv_commands[];
extern const size_t srv_command_count;

/** Reads the options of one command. SRV_DONE: go on; -1: --help was given and has been
 *  answered; SRV_USAGE: what is wrong has been said on
 *  standard error. */
int srv_options_read(const srv_command *command, int argc, char **argv, srv_options *out);

int srv_command_serve(const srv_options *options);
int srv_command_evaluate(const srv_options *options);
int srv_command_check(const srv_options *options);
int srv_command_test(const srv_options *options);
int srv_command_explain(const srv_options *options);
int srv_command_log(const srv_options *options);
int srv_command_catalogue(const srv_options *options);
int srv_command_release(const srv_options *options);
int srv_command_rule(const srv_options *options);
int srv_command_key(const srv_options *options);
int srv_command_replay(const srv_options *options);
int srv_command_report(const srv_options *options);

/** Loads the release the options name, for commands that are not the service. Exits the command
 *  with a sentence on standard error: false. */
bool srv_load_rules(cds_ctx *ctx, const srv_options *options, cds_ruleset **out);

/** The same as a service holds it, and the day at the clinic. NULL: what is wrong has been
 * said.
 */
srv_release *srv_load_release(cds_ctx *ctx, const srv_options *options, cds_date *today);

/** What went wrong, on standard error: "tendon: where: what". */
void srv_say_error(const cds_ctx *ctx);
