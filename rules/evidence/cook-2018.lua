-- SPDX-License-Identifier: Apache-2.0
-- Load, pain and imaging in tendinopathy.

source "cook-2018" {
  authors = "Cook",
  year    = 2018,
  journal = "BJSM 52:882",
  doi     = "10.1136/bjsports-2018-099045",
  kind    = "expert opinion",
}
