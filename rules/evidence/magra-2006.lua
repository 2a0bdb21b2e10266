-- SPDX-License-Identifier: Apache-2.0
source "magra-2006" {
  authors = "Magra",
  year    = 2006,
  kind    = "review",
}
