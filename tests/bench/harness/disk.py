# SPDX-License-Identifier: Apache-2.0
"""How long this disk takes to make 4 KiB durable, with nobody in between."""
import os
import time

from harness.place import SCRATCH

TIMES = 300


def synced_ms():
    SCRATCH.mkdir(parents=True, exist_ok=True)
    file = SCRATCH / "synced"
    took = []
    with open(file, "wb", buffering=0) as out:
        for _ in range(TIMES):
            begin = time.perf_counter()
            out.write(bytes(4096))
            os.fdatasync(out.fileno())
            took.append((time.perf_counter() - begin) * 1e3)
    file.unlink()
    return sorted(took)


def told(took):
    return (f"A bare fdatasync of 4 KiB on this disk: p50 {took[len(took) // 2]:.2f} ms, "
            f"p99 {took[len(took) * 99 // 100]:.2f} ms.")
