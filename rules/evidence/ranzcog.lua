-- SPDX-License-Identifier: Apache-2.0
source "ranzcog" {
  authors = "RANZCOG",
  kind    = "guideline",
}
