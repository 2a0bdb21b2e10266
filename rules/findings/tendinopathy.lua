-- SPDX-License-Identifier: Apache-2.0
-- The pattern read without waiting for everything that could still make it unlikely.

finding("tendinopathy", {
  says = "the pattern of hamstring tendinopathy is likely or possible, if not ruled out",
  when = all {
    decided("pattern"):is_one_of { "likely", "possible", "unlikely" },
    unless_ruled_out(decided("pattern"):is_one_of { "likely", "possible" }),
  },
})
