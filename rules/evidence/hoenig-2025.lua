-- SPDX-License-Identifier: Apache-2.0
-- Bone stress injury: sites, imaging and return.

source "hoenig-2025" {
  authors = "Hoenig",
  year    = 2025,
  doi     = "10.1136/bjsports-2024-108616",
  kind    = "consensus",
}
