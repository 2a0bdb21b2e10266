-- SPDX-License-Identifier: Apache-2.0
source "davenport-2015" {
  authors = "Davenport",
  year    = 2015,
  kind    = "trial",
}
