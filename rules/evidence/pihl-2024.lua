-- SPDX-License-Identifier: Apache-2.0
source "pihl-2024" {
  authors = "Pihl",
  year    = 2024,
  doi     = "10.1056/EVIDoa2400056",
  kind    = "trial",
}
