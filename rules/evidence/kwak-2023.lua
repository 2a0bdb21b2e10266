-- SPDX-License-Identifier: Apache-2.0
-- Statins and tendons: a link.

source "kwak-2023" {
  authors = "Kwak",
  year    = 2023,
  kind    = "observational study",
}
