-- SPDX-License-Identifier: Apache-2.0
source "almanac-1998" { authors = "Gardeners of the valley", year = 1998, kind = "almanac" }
