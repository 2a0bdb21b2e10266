-- SPDX-License-Identifier: Apache-2.0
-- The ten percent a week plan, tried.

source "buist-2008" {
  authors = "Buist",
  year    = 2008,
  doi     = "10.1177/0363546507307505",
  kind    = "trial",
}
