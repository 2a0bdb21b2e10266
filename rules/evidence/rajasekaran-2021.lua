-- SPDX-License-Identifier: Apache-2.0
-- What reading one's own MRI report does.

source "rajasekaran-2021" {
  authors = "Rajasekaran",
  year    = 2021,
  journal = "European Spine Journal",
  kind    = "trial",
}
