-- SPDX-License-Identifier: Apache-2.0
-- Physiotherapists' guidance on cauda equina syndrome.

source "csp" {
  authors = "CSP",
  kind    = "guideline",
}
