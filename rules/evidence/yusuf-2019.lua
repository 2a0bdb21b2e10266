-- SPDX-License-Identifier: Apache-2.0
-- How often spinal and sacroiliac infection comes without fever.

source "yusuf-2019" {
  authors = "Yusuf",
  year    = 2019,
  kind    = "observational study",
}
