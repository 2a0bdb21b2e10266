-- SPDX-License-Identifier: Apache-2.0
-- Anti-inflammatories for tendons.

source "boudreault-2014" {
  authors = "Boudreault",
  year    = 2014,
  kind    = "systematic review",
}
