-- SPDX-License-Identifier: Apache-2.0
-- Menopause hormone therapy and gluteal pain.

source "cowan-2022" {
  authors = "Cowan",
  year    = 2022,
  kind    = "trial",
}
