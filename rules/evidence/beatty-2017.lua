-- SPDX-License-Identifier: Apache-2.0
-- The clinical picture of this tendinopathy.

source "beatty-2017" {
  authors = "Beatty",
  year    = 2017,
  kind    = "expert opinion",
}
