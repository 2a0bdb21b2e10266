-- SPDX-License-Identifier: Apache-2.0
measure("litres-a-square-metre", {
  unit = "litres",
  says = "water a square metre last week",
  value = bed.litres_last_week / bed.square_metres,
})
