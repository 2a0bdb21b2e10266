-- SPDX-License-Identifier: Apache-2.0
-- Cortisone and slow resistance for the patellar tendon.

source "kongsgaard-2009" {
  authors = "Kongsgaard",
  year    = 2009,
  doi     = "10.1111/j.1600-0838.2009.00949.x",
  kind    = "trial",
}
