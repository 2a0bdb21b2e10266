-- SPDX-License-Identifier: Apache-2.0
-- How to weigh red flags of the spine.

source "finucane-2020" {
  authors = "Finucane",
  year    = 2020,
  journal = "JOSPT 50:350",
  doi     = "10.2519/jospt.2020.9971",
  kind    = "consensus framework",
}
