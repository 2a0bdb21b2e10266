-- SPDX-License-Identifier: Apache-2.0
suggestion "continue-loading" {
  label = "Continue graded loading",
}
