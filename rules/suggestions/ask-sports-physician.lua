-- SPDX-License-Identifier: Apache-2.0
suggestion "ask-sports-physician" {
  label = "Ask a sports and exercise physician for an opinion",
}
