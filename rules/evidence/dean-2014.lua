-- SPDX-License-Identifier: Apache-2.0
-- What glucocorticoids do to tendon tissue.

source "dean-2014" {
  authors = "Dean",
  year    = 2014,
  doi     = "10.1016/j.semarthrit.2013.08.006",
  kind    = "systematic review",
}
