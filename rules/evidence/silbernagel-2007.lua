-- SPDX-License-Identifier: Apache-2.0
-- The pain-monitoring rule, in the Achilles tendon.

source "silbernagel-2007" {
  authors = "Silbernagel",
  year    = 2007,
  doi     = "10.1177/0363546506298279",
  kind    = "trial",
}
