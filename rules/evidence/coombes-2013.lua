-- SPDX-License-Identifier: Apache-2.0
source "coombes-2013" {
  authors = "Coombes",
  year    = 2013,
  journal = "JAMA",
  doi     = "10.1001/jama.2013.129",
  kind    = "trial",
}
