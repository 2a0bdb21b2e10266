-- SPDX-License-Identifier: Apache-2.0
-- Surgery, and how long symptoms had lasted.

source "benazzo-2013" {
  authors = "Benazzo",
  year    = 2013,
  kind    = "case series",
}
