-- SPDX-License-Identifier: Apache-2.0
-- The clinic's own article, on which everything starts.

source "clinic-article" {
  authors = "Vital Core Physio",
  title   = "Hamstring tendinopathy – A pain in the butt",
  kind    = "clinic article",
}
