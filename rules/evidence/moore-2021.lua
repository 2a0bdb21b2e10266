-- SPDX-License-Identifier: Apache-2.0
source "moore-2021" {
  authors = "Moore",
  year    = 2021,
  kind    = "consensus",
}
