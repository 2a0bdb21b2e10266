-- SPDX-License-Identifier: Apache-2.0
finding("frost-likely", {
  says = "frost is likely tonight",
  when = any {
    weather.lowest_tonight:at_most(0),
    all {
      weather.lowest_tonight:at_most(3),
      at_least_of(2, { weather.signs:includes "clear", weather.signs:includes "still" }),
    },
  },
})
