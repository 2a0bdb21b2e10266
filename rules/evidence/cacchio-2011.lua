-- SPDX-License-Identifier: Apache-2.0
-- Shockwave for this tendon in professional athletes.

source "cacchio-2011" {
  authors = "Cacchio",
  year    = 2011,
  doi     = "10.1177/0363546510379324",
  kind    = "trial",
}
