-- SPDX-License-Identifier: Apache-2.0
-- Cortisone at this tendon, guided by ultrasound.

source "zissen-2010" {
  authors = "Zissen",
  year    = 2010,
  journal = "AJR",
  doi     = "10.2214/AJR.09.3674",
  kind    = "case series",
}
