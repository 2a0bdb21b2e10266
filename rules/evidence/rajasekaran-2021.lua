-- SPDX-License-Identifier: Apache-2.0
source "rajasekaran-2021" {
  authors = "Rajasekaran",
  year    = 2021,
  journal = "European Spine Journal",
  kind    = "trial",
}
