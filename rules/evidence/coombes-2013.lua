-- SPDX-License-Identifier: Apache-2.0
-- Cortisone for tennis elbow at one year.

source "coombes-2013" {
  authors = "Coombes",
  year    = 2013,
  journal = "JAMA",
  doi     = "10.1001/jama.2013.129",
  kind    = "trial",
}
