// SPDX-License-Identifier: Apache-2.0
// tendon rule WORD ...: what is written into a rules folder.
#pragma once

#include "server/command/command.h"

int srv_rule_new(const srv_options *options);
int srv_rule_lock(const srv_options *options);
int srv_rule_changelog(const srv_options *options);
int srv_rule_types(const srv_options *options);

/** Writes a file of the rules folder whole, or leaves it as it was. False: said why. */
bool srv_rule_save(const srv_options *options, const char *name, cds_text text);
