-- SPDX-License-Identifier: Apache-2.0
source "csp" {
  authors = "CSP",
  kind    = "guideline",
}
