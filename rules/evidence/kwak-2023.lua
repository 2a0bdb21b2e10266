-- SPDX-License-Identifier: Apache-2.0
source "kwak-2023" {
  authors = "Kwak",
  year    = 2023,
  kind    = "observational study",
}
