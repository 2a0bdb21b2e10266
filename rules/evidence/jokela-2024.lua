-- SPDX-License-Identifier: Apache-2.0
-- Imaging of this tendinopathy, and when it is normal.

source "jokela-2024" {
  authors = "Jokela",
  year    = 2024,
  doi     = "10.1177/23259671241265130",
  kind    = "diagnostic study",
}
