-- SPDX-License-Identifier: Apache-2.0
-- The four stages of rehabilitation and their pain rule.

source "goom-2016" {
  authors = "Goom",
  year    = 2016,
  journal = "JOSPT 46:483",
  doi     = "10.2519/jospt.2016.5986",
  kind    = "clinical commentary",
}
