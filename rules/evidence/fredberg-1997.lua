-- SPDX-License-Identifier: Apache-2.0
-- Into the tendon or around it.

source "fredberg-1997" {
  authors = "Fredberg",
  year    = 1997,
  kind    = "expert opinion",
}
