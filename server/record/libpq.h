// SPDX-License-Identifier: Apache-2.0
// libpq, loaded when the first PostgreSQL store of a process is opened: a node that keeps its
// record in SQLite has none of it, nor of the Kerberos, LDAP and TLS libraries behind it.
// Included by store_postgres*.c only.
#pragma once

#include <libpq-fe.h>

#include "engine/base/status.h"

// Every function of libpq that is used; each has the type that <libpq-fe.h> declares.
#define SRV_LIBPQ(X)                                                                           \
    X(PQclear)                                                                                 \
    X(PQcmdStatus)                                                                             \
    X(PQconndefaults)                                                                          \
    X(PQconnectdbParams)                                                                       \
    X(PQconninfoFree)                                                                          \
    X(PQconninfoParse)                                                                         \
    X(PQconsumeInput)                                                                          \
    X(PQenterPipelineMode)                                                                     \
    X(PQerrorMessage)                                                                          \
    X(PQexitPipelineMode)                                                                      \
    X(PQfinish)                                                                                \
    X(PQfreemem)                                                                               \
    X(PQftype)                                                                                 \
    X(PQgetResult)                                                                             \
    X(PQgetisnull)                                                                             \
    X(PQgetlength)                                                                             \
    X(PQgetvalue)                                                                              \
    X(PQisBusy)                                                                                \
    X(PQnotifies)                                                                              \
    X(PQntuples)                                                                               \
    X(PQpipelineStatus)                                                                        \
    X(PQpipelineSync)                                                                          \
    X(PQresultErrorField)                                                                      \
    X(PQresultStatus)                                                                          \
    X(PQsendPrepare)                                                                           \
    X(PQsendQuery)                                                                             \
    X(PQsendQueryPrepared)                                                                     \
    X(PQsetNoticeProcessor)                                                                    \
    X(PQsocket)                                                                                \
    X(PQstatus)

typedef struct srv_libpq {
#define SRV_LIBPQ_MEMBER(name) __typeof__(name) *name;
    SRV_LIBPQ(SRV_LIBPQ_MEMBER)
#undef SRV_LIBPQ_MEMBER
} srv_libpq;

/** Loads it the first time, for as long as the process lives; which is before the process is
 *  confined, if it will be. Any thread. Fails: CDS_FAILED, it is not there or too old; that
 *  stays so. */
cds_status srv_libpq_open(cds_ctx *ctx);

/** Its functions. Promise: it was opened. */
const srv_libpq *srv_pq(void);
