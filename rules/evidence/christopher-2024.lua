-- SPDX-License-Identifier: Apache-2.0
-- Return to running after birth: a newer consensus.

source "christopher-2024" {
  authors = "Christopher",
  year    = 2024,
  doi     = "10.1136/bjsports-2023-107489",
  kind    = "consensus",
}
