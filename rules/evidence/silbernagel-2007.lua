-- SPDX-License-Identifier: Apache-2.0
source "silbernagel-2007" {
  authors = "Silbernagel",
  year    = 2007,
  doi     = "10.1177/0363546506298279",
  kind    = "trial",
}
