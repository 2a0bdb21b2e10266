-- SPDX-License-Identifier: Apache-2.0
suggestion "request-ultrasound" {
  label = "Request an ultrasound",
}
