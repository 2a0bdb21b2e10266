# SPDX-License-Identifier: Apache-2.0
"""What a user would pick instead, from the folder that PEERS names, and the limits of the machine.
A peer that is not there is left out, and RESULTS.md says so."""
import os
import shutil
import subprocess
from pathlib import Path

from harness.equal import lines
from harness.place import BENCH, BODIES, ROOT, SCRATCH, program
from harness.server import Server, free_port

# name, its file under node/, arguments after the port
NODE_PEERS = [
    ("node + Zen", "zen.mjs", []),
    ("node + json-rules-engine", "jre.mjs", []),
    ("node + json-rules-engine, own path resolver", "jre.mjs", ["fastpath"]),
    ("node + CQL", "cql.mjs", []),
]
COPY = ROOT / "build" / "bench-peers"  # stays, so that npm's packages are fetched once


def nginx(name, text, path, port):
    """nginx on one worker with a configuration made from the text."""
    folder = SCRATCH / f"nginx-{port}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nginx.conf").write_text(text.replace("@RUN@", str(folder)).replace("@PORT@", str(port)))
    command = ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    return Server(name, command, port, path)


def limits():
    fixed = (BENCH / "load" / "fixed.conf").read_text()
    return [Server("libuv + llhttp, fixed answer", [program("limit")]),
            nginx("nginx, return 200", fixed, "/evaluate", free_port()),
            Server("our HTTP side alone, fixed answer", [program("http_alone")])]


class Peers:
    def __init__(self, skipped):
        self.skipped = skipped  # a line for each that is left out
        named = os.environ.get("PEERS")
        self.folder = Path(named).resolve() if named else None
        if self.folder and not (self.folder / "workload").is_dir():
            raise SystemExit(f"PEERS: {named} holds no workload/")
        if self.folder:
            self._copy()

    def _copy(self):
        for name in ("workload", "nginx-lua", "node"):
            if (self.folder / name).is_dir():
                shutil.copytree(self.folder / name, COPY / name, dirs_exist_ok=True,
                                ignore=shutil.ignore_patterns("node_modules"))
        theirs = [(COPY / "workload" / "gen" / f"body-{i}.json").read_text().strip() for i in range(1, 9)]
        if theirs != lines(BODIES):
            raise SystemExit("PEERS: its workload is another than tests/bench/neutral/bodies.ndjson")

    def _lacks(self, name, part):
        why = "PEERS is not set" if not self.folder else None
        if not why and not (COPY / part).is_dir():
            why = f"PEERS holds no {part}/"
        if why:
            self.skipped.append(f"{name}: {why}")
        return why

    def nginx_lua(self):
        """nginx + LuaJIT, or None."""
        if self._lacks("nginx + LuaJIT", "nginx-lua"):
            return None
        port = free_port()
        text = (COPY / "nginx-lua" / "nginx.conf").read_text()
        for mark, value in (("@WORKLOAD@", COPY / "workload"), ("@HERE@", COPY / "nginx-lua"),
                            ("127.0.0.1:8101", f"127.0.0.1:{port}")):
            text = text.replace(mark, str(value))
        return nginx("nginx + LuaJIT", text, "/evaluate", port)

    def node(self):
        if self._lacks("node + Zen, json-rules-engine, CQL", "node"):
            return []
        installed = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"],
                                   cwd=COPY / "node", capture_output=True, text=True, check=False)
        if installed.returncode != 0:
            self.skipped.append(f"node + Zen, json-rules-engine, CQL: npm install failed: {installed.stderr[-200:]}")
            return []
        made = []
        for name, file, more in NODE_PEERS:
            port = free_port()
            made.append(Server(name, ["node", file, str(port), *more], port, "/evaluate", cwd=COPY / "node"))
        return made
