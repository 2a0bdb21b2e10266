-- SPDX-License-Identifier: Apache-2.0
source "yusuf-2019" {
  authors = "Yusuf",
  year    = 2019,
  kind    = "observational study",
}
