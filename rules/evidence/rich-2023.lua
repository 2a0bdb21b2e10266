-- SPDX-License-Identifier: Apache-2.0
-- A trial's case definition of this tendinopathy.

source "rich-2023" {
  authors = "Rich",
  year    = 2023,
  journal = "ACTRN12621000846820",
  kind    = "trial",
}
