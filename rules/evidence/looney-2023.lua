-- SPDX-License-Identifier: Apache-2.0
source "looney-2023" {
  authors = "Looney",
  year    = 2023,
  kind    = "expert opinion",
}
