// SPDX-License-Identifier: Apache-2.0
// tendon release VERB ...: one file a verb.
#pragma once

#include "server/command/command.h"

int srv_release_propose(const srv_options *options);
int srv_release_approve(const srv_options *options);
int srv_release_activate(const srv_options *options);
int srv_release_list(const srv_options *options);
int srv_release_show(const srv_options *options);
int srv_release_impact(const srv_options *options);
int srv_release_diff(const srv_options *options);

/** The release a word of the command line names: a rules folder, with its schema beside it
 *  (`assessment.schema.json` in it, or `schemas/` next to it) or else that of --schema; or
 *  `sha256:...`, one that the record keeps. What is wrong has been said: false. */
bool srv_release_source(cds_ctx *ctx, const srv_options *options, const char *word,
                        cds_ruleset **out);
