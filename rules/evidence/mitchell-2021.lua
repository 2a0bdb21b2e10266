-- SPDX-License-Identifier: Apache-2.0
source "mitchell-2021" {
  authors = "Mitchell",
  year    = 2021,
  kind    = "observational study",
}
