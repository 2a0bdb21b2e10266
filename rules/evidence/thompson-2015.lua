-- SPDX-License-Identifier: Apache-2.0
-- Hamstring origins of people without pain, on MRI.

source "thompson-2015" {
  authors = "Thompson",
  year    = 2015,
  journal = "ISAKOS",
  kind    = "imaging study",
}
