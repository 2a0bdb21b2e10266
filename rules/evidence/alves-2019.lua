-- SPDX-License-Identifier: Apache-2.0
source "alves-2019" {
  authors = "Alves",
  year    = 2019,
  kind    = "review",
}
