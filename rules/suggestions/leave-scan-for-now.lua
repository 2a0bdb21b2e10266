-- SPDX-License-Identifier: Apache-2.0
suggestion "leave-scan-for-now" {
  label = "Leave the scan for now and ask again if something changes",
}
