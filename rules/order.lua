-- SPDX-License-Identifier: Apache-2.0
-- The order in which decisions are shown, everywhere: what is urgent comes first.

order {
  "referral",
  "imaging",
  "progression",
  "cortisone",
  "adjunct",
  "running-load",
  "class",
  "pattern",
  "outlook",
  "education",
}
