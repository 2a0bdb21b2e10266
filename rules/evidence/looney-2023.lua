-- SPDX-License-Identifier: Apache-2.0
-- How a proximal hamstring avulsion shows itself.

source "looney-2023" {
  authors = "Looney",
  year    = 2023,
  kind    = "expert opinion",
}
