-- SPDX-License-Identifier: Apache-2.0
-- Exercise against injury in endurance runners.

source "wu-2024" {
  authors = "Wu",
  year    = 2024,
  doi     = "10.1007/s40279-024-01993-7",
  kind    = "systematic review",
}
