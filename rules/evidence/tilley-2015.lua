-- SPDX-License-Identifier: Apache-2.0
-- Blood lipids and tendons.

source "tilley-2015" {
  authors = "Tilley",
  year    = 2015,
  kind    = "systematic review",
}
