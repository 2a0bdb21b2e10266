-- SPDX-License-Identifier: Apache-2.0
-- Exercise and warning signs in pregnancy.

source "ranzcog" {
  authors = "RANZCOG",
  kind    = "guideline",
}
