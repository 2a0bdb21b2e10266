-- SPDX-License-Identifier: Apache-2.0
person {
  examination = {
    seated_piriformis = true,
    slump = false,
    puranen_orava = false,
    bent_knee_stretch = false,
    modified_bent_knee_stretch = false,
  },
}

case "seated piriformis only" { expect = answer "unlikely" }
case "slump only" {
  examination = { seated_piriformis = false, slump = true },
  expect = answer "unlikely",
}
case "neither" { examination = { seated_piriformis = false }, expect = silent }
case "with Puranen-Orava" { examination = { puranen_orava = true }, expect = silent }
case "with the bent-knee stretch" {
  examination = { bent_knee_stretch = true },
  expect = silent,
}
case "with the modified bent-knee stretch" {
  examination = { modified_bent_knee_stretch = true },
  expect = silent,
}
case "a stretch test not done" {
  examination = { puranen_orava = unknown },
  expect = asks "examination.puranen_orava",
}
case "slump not done" {
  examination = { seated_piriformis = false, slump = unknown },
  expect = asks "examination.slump",
}
