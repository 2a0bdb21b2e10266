-- SPDX-License-Identifier: Apache-2.0
-- Tendon signal in volunteers, on MRI.

source "de-grove-2021" {
  authors = "De Grove",
  year    = 2021,
  kind    = "imaging study",
}
