-- SPDX-License-Identifier: Apache-2.0
suggestion "request-pelvis-imaging" {
  label = "Request imaging of the pelvis",
}
