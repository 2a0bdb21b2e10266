// SPDX-License-Identifier: Apache-2.0
// A clients file for tests: the token of each client is `token-of-` and its name.
#pragma once

#include <stdio.h>
#include <string.h>

#include "engine/base/digest.h"
#include "tests/http/program.h"

#define ROLE_COUNT 6
#define PUBLIC_KEY "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=" // RFC 8032, 7.1, test 1
// What a client without a bearer token must not be mistaken for: its zeroed digest.
#define SIGNED_ONLY_DIGEST "0000000000000000000000000000000000000000000000000000000000000000"

static const char *const role_names[ROLE_COUNT] = {"client", "physio",   "auditor",
                                                   "author", "approver", "operator"};

/** "ROLE" or "ROLE NAME", the name being the role's where there is none. */
static const char *const clients_of_each_role[] = {
    "client", "physio", "auditor", "author", "approver", "operator", "client other-client",
    NULL};

static inline size_t client_write(char *out, size_t room, const char *line)
{
    char role[32];
    char name[64];
    char token[96];
    char hex[CDS_SHA256_HEX + 1];
    if (sscanf(line, "%31s %63s", role, name) == 1)
        strcpy(name, role);
    snprintf(token, sizeof token, "token-of-%s", name);
    cds_text text = cds_text_of(token);
    cds_sha256 digest = cds_digest(&text, 1);
    cds_digest_hex(&digest, hex);
    bool signs = strcmp(role, "author") == 0 || strcmp(role, "approver") == 0 ||
                 strcmp(role, "operator") == 0;
    return (size_t)snprintf(out, room,
                            "{\"name\":\"%s\",\"role\":\"%s\",\"token_sha256\":\"%s\"%s},",
                            name, role, hex, signs ? ",\"ed25519\":\"" PUBLIC_KEY "\"" : "");
}

// The public half of the pair in RFC 7515, A.3.
#define SOME_KEY                                                                               \
    "{\"kty\":\"EC\",\"kid\":\"k1\",\"crv\":\"P-256\",\"x\":"                                  \
    "\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_"                  \
    "tue659LNpXW6pCyStikYjKIWI5a0\"}"
#define ORIGINS "[\"https://clinic.example\",\"http://127.0.0.1:9000\"]"

/** Writes the program's clients file, with one more client that has no bearer token and signs
 *  with that key (a JWK, or several with commas; NULL: any key). */
static inline void clients_file_write_signed(const program *it, const char *const *lines,
                                             const char *signed_key)
{
    char text[8192] = "{\"clients\":[";
    size_t at = strlen(text);
    for (size_t i = 0; lines[i] != NULL; i++)
        at += client_write(text + at, sizeof text - at, lines[i]);
    snprintf(text + at, sizeof text - at,
             "{\"name\":\"signs-only\",\"role\":\"client\",\"iss\":\"https://"
             "ehr.example\",\"jku\":\"https://ehr.example/keys\","
             "\"jwks\":{\"keys\":[%s]}}],\"origins\":" ORIGINS "}",
             signed_key == NULL ? SOME_KEY : signed_key);
    write_whole(it->clients, text);
}

static inline void clients_file_write(const program *it, const char *const *lines)
{
    clients_file_write_signed(it, lines, NULL);
}

/** Asks as the client of that name; "nobody" sends no token. */
static inline answer client_ask_as(const program *it, const char *who, const char *method,
                                   const char *target, const char *body)
{
    char headers[256];
    bool is_batch = strstr(target, "/batch") != NULL;
    bool is_nobody = strcmp(who, "nobody") == 0;
    snprintf(headers, sizeof headers, "Content-Type: application/%s\r\n%s%s%s",
             is_batch ? "x-ndjson" : "json", is_nobody ? "" : "Authorization: Bearer token-of-",
             is_nobody ? "" : who, is_nobody ? "" : "\r\n");
    return client_ask(it, method, target, headers, body);
}
