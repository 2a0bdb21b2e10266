-- SPDX-License-Identifier: Apache-2.0
source "thompson-2015" {
  authors = "Thompson",
  year    = 2015,
  journal = "ISAKOS",
  kind    = "imaging study",
}
