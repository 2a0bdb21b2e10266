-- SPDX-License-Identifier: Apache-2.0
source "beatty-2017" {
  authors = "Beatty",
  year    = 2017,
  kind    = "expert opinion",
}
