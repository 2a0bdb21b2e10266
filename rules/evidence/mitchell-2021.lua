-- SPDX-License-Identifier: Apache-2.0
-- Age and sex of those with ischial apophyseal avulsion.

source "mitchell-2021" {
  authors = "Mitchell",
  year    = 2021,
  kind    = "observational study",
}
