-- SPDX-License-Identifier: Apache-2.0
-- Regional guidance on spinal and bone red flags.

source "nhs-lothian" {
  authors = "NHS Lothian",
  kind    = "guideline",
}
