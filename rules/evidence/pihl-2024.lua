-- SPDX-License-Identifier: Apache-2.0
-- Hamstring avulsion: operation or not, at two years.

source "pihl-2024" {
  authors = "Pihl",
  year    = 2024,
  doi     = "10.1056/EVIDoa2400056",
  kind    = "trial",
}
