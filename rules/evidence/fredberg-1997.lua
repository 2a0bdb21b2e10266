-- SPDX-License-Identifier: Apache-2.0
source "fredberg-1997" {
  authors = "Fredberg",
  year    = 1997,
  kind    = "expert opinion",
}
