-- SPDX-License-Identifier: Apache-2.0
-- One triathlete's return to running.

source "cushman-2015" {
  authors = "Cushman",
  year    = 2015,
  journal = "PMC4615691",
  kind    = "case report",
}
