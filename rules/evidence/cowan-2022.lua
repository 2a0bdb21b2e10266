-- SPDX-License-Identifier: Apache-2.0
source "cowan-2022" {
  authors = "Cowan",
  year    = 2022,
  kind    = "trial",
}
