-- SPDX-License-Identifier: Apache-2.0
-- Which red flags of back pain are informative.

source "henschke-2013" {
  authors = "Henschke",
  year    = 2013,
  journal = "Cochrane CD008686",
  kind    = "systematic review",
}
