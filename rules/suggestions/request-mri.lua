-- SPDX-License-Identifier: Apache-2.0
suggestion "request-mri" {
  label = "Request an MRI",
}
