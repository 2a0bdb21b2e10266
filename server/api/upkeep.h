// SPDX-License-Identifier: Apache-2.0
// What the main thread looks after: which release rules, the clinic's day, the clients.
#pragma once

#include "server/api/service.h"

/** From now on this program counts days where the clinic is, by its settings. Thread: main. */
void srv_use_time_zone(const cds_ruleset *rules);

/** Works out the clinic's day in the time zone of the settings in force. Thread: main. */
void srv_service_settle_day(srv_service *service);

/** Looks which release rules and puts it in force; one that cannot be loaded is reported and
 *  changes nothing. `service` is an srv_service, as the app's calls have it. Thread: main. */
void srv_service_reload(void *service);

/** The certificate, the clients file and the release again, for SIGHUP. Thread: main. */
void srv_service_refresh(void *service);

/** Once a second: the day, whether the folder or the register changed, and whether it is quiet.
 *  Thread: main. */
void srv_service_tick(void *service);
