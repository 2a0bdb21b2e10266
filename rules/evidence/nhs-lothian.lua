-- SPDX-License-Identifier: Apache-2.0
source "nhs-lothian" {
  authors = "NHS Lothian",
  kind    = "guideline",
}
