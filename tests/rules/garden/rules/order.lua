-- SPDX-License-Identifier: Apache-2.0
order { "frost", "water" }
