-- SPDX-License-Identifier: Apache-2.0
-- Suspected clots in leg and lung, with QS201.

source "nice-ng158" {
  authors = "NICE",
  journal = "NG158",
  kind    = "guideline",
}
