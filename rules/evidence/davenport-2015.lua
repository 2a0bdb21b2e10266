-- SPDX-License-Identifier: Apache-2.0
-- Platelet-rich plasma or whole blood at this tendon.

source "davenport-2015" {
  authors = "Davenport",
  year    = 2015,
  kind    = "trial",
}
