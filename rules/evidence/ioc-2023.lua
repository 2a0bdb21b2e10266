-- SPDX-License-Identifier: Apache-2.0
-- Relative energy deficiency in sport: the clinical tool.

source "ioc-2023" {
  authors = "IOC",
  year    = 2023,
  journal = "BJSM",
  doi     = "10.1136/bjsports-2023-106914",
  kind    = "consensus",
}
