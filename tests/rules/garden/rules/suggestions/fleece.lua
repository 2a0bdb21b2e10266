-- SPDX-License-Identifier: Apache-2.0
suggestion "fleece" { label = "Lay a fleece over the bed" }
