// SPDX-License-Identifier: Apache-2.0
// What the service gives up before it reads its first byte from outside.
#pragma once

#include "engine/base/status.h"

/** 0: built for a tool that reads and writes where a service must not (TENDON_CONFINE=OFF). */
#ifdef TENDON_UNCONFINED
#define SRV_CONFINED 0
#else
#define SRV_CONFINED 1
#endif

/** 1: built with a sanitiser, which does in the process what a service never would. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SRV_SANITISED 1
#elif defined(__has_feature)
#define SRV_SANITISED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define SRV_SANITISED 0
#endif

/** No core file, which would hold patients' facts, and no privilege to be gained, for this
 *  process and whatever it might start. Not to be undone. Fails: CDS_FAILED. */
cds_status srv_harden(cds_ctx *ctx);
