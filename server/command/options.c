// SPDX-License-Identifier: Apache-2.0
// Reads command lines; defaults are what was installed with the program, else the source tree
// it was built in.
#include <getopt.h>
#include <libgen.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/command/command.h"
#include "server/http/limits.h"

#define WORKERS_MAX 64
#define COUNT_MAX 100
#define RATE_USUAL 5000
#define RATE_MAX 1000000
#define SHARE_BYTES 4000 // of a folder's path; less than PATH_MAX, for what stands in it
#define FLIGHT_MAX 65536

typedef enum option_kind { FLAG, TEXT, LISTEN, WORKERS, COUNT, RATE, FLIGHT } option_kind;

typedef struct option_row {
    const char *name;
    const char *takes; // NULL: a flag
    unsigned of;       // the srv_option_flags it belongs to
    option_kind kind;
    size_t place; // in srv_options: a bool of a FLAG, a text of a TEXT, an int of a number
    const char *help;
} option_row;

#define AT(member) offsetof(srv_options, member)

static const option_row rows[] = {
    {"listen", "HOST:PORT", SRV_OPT_SERVE, LISTEN, 0,
     "where to listen (127.0.0.1:8383); port 0 picks one and prints it"},
    {"workers", "N", SRV_OPT_SERVE, WORKERS, AT(workers),
     "threads that answer (1 a processor)"},
    {"clients", "FILE", SRV_OPT_CLIENTS, TEXT, AT(clients_file),
     "who may call, with which role (serve: loopback only without it)"},
    {"behind-proxy", NULL, SRV_OPT_SERVE, FLAG, AT(behind_proxy),
     "listen beyond loopback: a proxy in front ends TLS"},
    {"public-url", "URL", SRV_OPT_SERVE, TEXT, AT(public_url),
     "the address clients call (the one it listens on)"},
    {"tls-cert", "FILE", SRV_OPT_SERVE, TEXT, AT(tls_cert),
     "speak TLS with this certificate chain (PEM); read again on SIGHUP"},
    {"tls-key", "FILE", SRV_OPT_SERVE, TEXT, AT(tls_key),
     "the certificate's private key (PEM)"},
    {"tls-client-ca", "FILE", SRV_OPT_SERVE, TEXT, AT(tls_client_ca),
     "only clients with a certificate signed by one of these (PEM)"},
    {"rate", "N", SRV_OPT_SERVE, RATE, AT(rate),
     "requests a second from one client, and as many at once (5000; 0: no limit)"},
    {"max-in-flight", "N", SRV_OPT_SERVE, FLIGHT, AT(in_flight),
     "requests a worker works on at once; more are told to come back (1024)"},
    {"governed", NULL, SRV_OPT_SERVE, FLAG, AT(governed),
     "run approved releases of the record only, not the rules folder"},
    {"approvals", "N", SRV_OPT_NEEDED, COUNT, AT(approvals),
     "keys other than the author's that must approve a release (1)"},
    {"data", "DIR", SRV_OPT_DATA, TEXT, AT(data_dir),
     "the record's folder ($XDG_STATE_HOME/tendon)"},
    {"store", "URL", SRV_OPT_DATA, TEXT, AT(store),
     "keep the record in PostgreSQL (postgresql://...); the data folder remembers it"},
    {"read-from", "URL", SRV_OPT_REPLICA, TEXT, AT(read_from),
     "read recorded evaluations from this replica of the database (postgresql://...)"},
    {"rules", "DIR", SRV_OPT_RULES, TEXT, AT(folder.rules_dir), "the rules folder"},
    {"schema", "FILE", SRV_OPT_RULES, TEXT, AT(folder.schema_file), "the assessment's schema"},
    {"assessment", "FILE", SRV_OPT_PERSON, TEXT, AT(assessment),
     "say it of this person: why this answer, and what would change it; - reads standard "
     "input"},
    {"html", "DIR", SRV_OPT_PAPER, TEXT, AT(html_dir),
     "write index.html and its stylesheet into this folder"},
    {"markdown", "FILE", SRV_OPT_PAPER, TEXT, AT(markdown_file), "write one Markdown file"},
    {"against", "FILE", SRV_OPT_LOG, TEXT, AT(against),
     "verify: also against a checkpoint kept elsewhere"},
    {"all-nodes", NULL, SRV_OPT_LOG, FLAG, AT(all_nodes),
     "verify: every node's log in the shared database"},
    {"signers", "FILE", SRV_OPT_LOG, TEXT, AT(signers),
     "verify --all-nodes: their public keys, kept elsewhere: each node's log.pub"},
    {"de-identified", NULL, SRV_OPT_LOG, FLAG, AT(de_identified),
     "export: evaluations without references, each person's days moved back by weeks"},
    {"day", "DATE", SRV_OPT_FIND, TEXT, AT(day), "find: evaluated on that day at the clinic"},
    {"rule", "ID", SRV_OPT_FIND, TEXT, AT(rule), "find: it showed this rule"},
    {"answer", "ANSWER", SRV_OPT_FIND, TEXT, AT(answer),
     "find: it answered so, as in class:join"},
    {"reference", "REF", SRV_OPT_FIND, TEXT, AT(reference), "find: it was of this reference"},
    {"patient", "REF", SRV_OPT_ERASE, TEXT, AT(patient),
     "erase: whom, by the reference of their assessments"},
    {"evaluation", "ID", SRV_OPT_ERASE, TEXT, AT(evaluation), "erase: this one alone"},
    {"years", "N", SRV_OPT_YEARS, COUNT, AT(years),
     "retention: how long evaluations are kept (7)"},
    {"fhir", NULL, SRV_OPT_LOG, FLAG, AT(fhir),
     "export: a FHIR Bundle of AuditEvents and GuidanceResponses"},
    {"no-mutation", NULL, SRV_OPT_QUICK, FLAG, AT(no_mutation),
     "leave out the changes the cases should notice"},
    {"markdown", NULL, SRV_OPT_PAGE, FLAG, AT(markdown), "Markdown for a page"},
    {"all", NULL, SRV_OPT_ALL, FLAG, AT(all), "every evaluation of the log"},
    {"key", "FILE", SRV_OPT_STEP, TEXT, AT(key_file), "whose step it is (tendon key new)"},
    {"reason", "TEXT", SRV_OPT_STEP | SRV_OPT_ERASE, TEXT, AT(reason), "why; kept in the log"},
    {"name", "NAME", SRV_OPT_STEP, TEXT, AT(name), "propose: the release's (2026.11.1)"},
    {"from", "DATE", SRV_OPT_STEP, TEXT, AT(from), "activate: from that day (at once)"},
    {"accept-lost-emergencies", "REASON", SRV_OPT_STEP, TEXT, AT(accepted),
     "activate: why recorded emergencies may be lost"},
    {"against", "DIGEST", SRV_OPT_STEP, TEXT, AT(against),
     "impact: compared with that release (the one in force)"},
    {"since", "DATE", SRV_OPT_STEP, TEXT, AT(since),
     "impact: only what is recorded since then"},
    {"json", NULL, SRV_OPT_JSON, FLAG, AT(json),
     "JSON for programs instead of a table for people"},
    {"help", NULL, ~0u, FLAG, 0, "this text"},
};

#define ROWS (sizeof rows / sizeof *rows)
#define FIRST_LETTER 256 // of getopt_long's answers: a row's place follows

/** As wide as the longest name that is shown. */
static int name_width(const srv_command *command)
{
    int width = 0;
    for (size_t i = 0; i < ROWS; i++) {
        const int length = (int)strlen(rows[i].name);
        if ((rows[i].of & command->options) != 0 && length > width)
            width = length;
    }
    return width;
}

static void print_usage(const srv_command *command, FILE *to)
{
    const int width = name_width(command);
    fprintf(to, "usage: tendon %s%s%s [OPTIONS]\n%s\n\n", command->name,
            command->takes[0] == '\0' ? "" : " ", command->takes, command->summary);
    for (size_t i = 0; i < ROWS; i++) {
        if ((rows[i].of & command->options) != 0)
            fprintf(to, "  --%-*s %-10s %s\n", width, rows[i].name,
                    rows[i].takes == NULL ? "" : rows[i].takes, rows[i].help);
    }
    fprintf(to, "\nexample: %s\n", command->example);
}

static int usage_error(const srv_command *command, const char *what)
{
    fprintf(stderr, "tendon %s: %s; `tendon %s --help` shows how\n", command->name, what,
            command->name);
    return SRV_USAGE;
}

static bool exists(const char *path)
{
    return access(path, R_OK) == 0;
}

/** PREFIX/share/tendon of a program that is PREFIX/bin/tendon, if it holds rules. */
static const char *share_dir(void)
{
    static char path[SHARE_BYTES];
    char program[SHARE_BYTES - sizeof "/share/tendon"];
    char rules[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length < 0 ? 0 : length] = '\0';
    (void)snprintf(path, sizeof path, "%s/share/tendon", dirname(dirname(program)));
    (void)snprintf(rules, sizeof rules, "%s/rules", path);
    return exists(rules) ? path : TENDON_SOURCE_DIR;
}

static const char *default_data(void)
{
    static char path[PATH_MAX];
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    if (state != NULL && state[0] == '/')
        (void)snprintf(path, sizeof path, "%s/tendon", state);
    else
        (void)snprintf(path, sizeof path, "%s/.local/state/tendon", home == NULL ? "" : home);
    return path;
}

static bool read_whole(const char *text, long low, long high, int *out)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value < low || value > high)
        return false;
    *out = (int)value;
    return true;
}

/** HOST:PORT, with an IPv6 address in brackets. */
static bool read_listen(const char *text, srv_options *options)
{
    const char *colon = strrchr(text, ':');
    if (colon == NULL)
        return false;
    size_t length = (size_t)(colon - text);
    if (length >= 2 && text[0] == '[' && colon[-1] == ']') {
        text++;
        length -= 2;
    }
    if (length == 0 || length >= sizeof options->host)
        return false;
    memcpy(options->host, text, length);
    options->host[length] = '\0';
    return read_whole(colon + 1, 0, 65535, &options->port);
}

static void fill_places(srv_options *options)
{
    static char rules[PATH_MAX];
    static char schema[PATH_MAX];
    const char *share = share_dir();
    (void)snprintf(rules, sizeof rules, "%s/rules", share);
    (void)snprintf(schema, sizeof schema, "%s/schemas/assessment.schema.json", share);
    (void)snprintf(options->schemas_dir, sizeof options->schemas_dir, "%s/schemas", share);
    options->folder.rules_dir = rules;
    options->folder.schema_file = schema;
}

static void fill_defaults(srv_options *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    (void)snprintf(options->host, sizeof options->host, "127.0.0.1");
    options->port = 8383;
    options->approvals = 1;
    options->years = 7;
    options->rate = RATE_USUAL;
    options->in_flight = (int)srv_default_limits.in_flight;
    options->workers = cores < 1 ? 1 : cores > WORKERS_MAX ? WORKERS_MAX : (int)cores;
    options->data_dir = default_data();
    fill_places(options);
    options->color = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == NULL;
}

/** NULL: taken; else what is wrong. */
static const char *take_value(srv_options *options, const option_row *row, const char *value)
{
    void *place = (char *)options + row->place;
    switch (row->kind) {
    case FLAG:
        *(bool *)place = true;
        return NULL;
    case TEXT:
        *(const char **)place = value;
        return NULL;
    case LISTEN:
        return read_listen(value, options) ? NULL : "--listen takes HOST:PORT";
    case WORKERS:
        return read_whole(value, 1, WORKERS_MAX, place) ? NULL : "--workers takes 1 to 64";
    case COUNT:
        return read_whole(value, 1, COUNT_MAX, place) ? NULL : "a count is from 1 to 100";
    case RATE:
        return read_whole(value, 0, RATE_MAX, place) ? NULL : "--rate takes 0 to 1000000";
    case FLIGHT:
        return read_whole(value, 1, FLIGHT_MAX, place) ? NULL
                                                       : "--max-in-flight takes 1 to 65536";
    }
    return NULL;
}

static const char *take(srv_options *options, int letter, const char *value)
{
    if (letter < FIRST_LETTER)
        return "that option is not known here, or lacks its value";
    const option_row *row = &rows[letter - FIRST_LETTER];
    if (row->kind != FLAG && (value == NULL || value[0] == '\0'))
        return "an option's value is empty";
    return take_value(options, row, value);
}

static void list_options(const srv_command *command, struct option *out)
{
    size_t count = 0;
    for (size_t i = 0; i < ROWS; i++) {
        if ((rows[i].of & command->options) != 0)
            out[count++] = (struct option){
                rows[i].name, rows[i].takes == NULL ? no_argument : required_argument, NULL,
                strcmp(rows[i].name, "help") == 0 ? 'h' : FIRST_LETTER + (int)i};
    }
    out[count] = (struct option){0};
}

/** The arguments that are no options. NULL: taken; else what is wrong. */
static const char *take_words(const srv_command *command, int count, char **words,
                              srv_options *options)
{
    if (count < (int)command->least)
        return "an argument is missing";
    if (count > (int)command->most)
        return "there are arguments too many";
    for (int i = 0; i < count; i++)
        options->words[i] = words[i];
    options->word = options->words[0];
    options->word_count = (size_t)count;
    return NULL;
}

int srv_options_read(const srv_command *command, int argc, char **argv, srv_options *out)
{
    struct option list[ROWS + 1];
    srv_options options = {0};
    const char *wrong = NULL;
    fill_defaults(&options);
    list_options(command, list);
    opterr = 0;
    for (int letter = getopt_long(argc, argv, "h", list, NULL); letter != -1 && wrong == NULL;
         letter = getopt_long(argc, argv, "h", list, NULL)) {
        if (letter == 'h') {
            print_usage(command, stdout);
            return -1;
        }
        wrong = take(&options, letter, optarg);
    }
    if (wrong == NULL)
        wrong = take_words(command, argc - optind, argv + optind, &options);
    if (wrong != NULL)
        return usage_error(command, wrong);
    *out = options;
    return SRV_DONE;
}
