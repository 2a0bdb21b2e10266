#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks a checkpoint, entries and inclusion proofs of a running service, with nothing of tendon.

Written from RFC 8032 (Ed25519), RFC 9162 (Merkle trees) and C2SP signed-note and
tlog-checkpoint alone, with Python's standard library.

usage: verify.py BASE-URL LOG.PUB
"""
import base64
import hashlib
import json
import sys
import urllib.request

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def find_x(y, odd):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT_OF_MINUS_ONE % P
    if x * x % P != square or (x == 0 and odd):
        raise ValueError("no point of the curve")
    return P - x if x % 2 != odd else x


def add(a, b):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    e, f = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2)
    g, h = 2 * t1 * t2 * D, 2 * z1 * z2
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def read_point(data):
    y = int.from_bytes(data, "little")
    odd, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        raise ValueError("no point of the curve")
    x = find_x(y, odd)
    return (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = read_point(BASE_Y.to_bytes(32, "little"))


def signature_holds(key, message, signature):
    scalar = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    left = times(scalar, BASE)
    right = add(read_point(signature[:32]), times(challenge, read_point(key)))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % P == 0


def read_vkey(text):
    name, key_id, data = text.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    assert data[0] == 1 and len(data) == 33, "not an Ed25519 key"
    expected = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    assert expected.hex() == key_id, "the key's id is another's"
    return name, expected, data[1:]


def read_note(note, vkey):
    """(size, root) of a checkpoint that the key signed."""
    name, key_id, key = vkey
    text, signatures = note.split("\n\n", 1)
    text += "\n"
    origin, size, root = text.split("\n")[:3]
    assert origin == name, "another log"
    for line in signatures.splitlines():
        dash, signer, signed = line.split(" ")
        signed = base64.b64decode(signed, validate=True)
        if dash == "\u2014" and signer == name and signed[:4] == key_id:
            assert signature_holds(key, text.encode(), signed[4:]), "bad signature"
            return int(size), base64.b64decode(root, validate=True)
    raise AssertionError("not signed by this key")


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of_path(index, size, leaf, path):
    """RFC 9162, 2.1.3.2."""
    at, last, result = index, size - 1, leaf
    assert index < size
    for hash_ in path:
        assert last > 0, "the path is too long"
        if at & 1 or at == last:
            result = node(hash_, result)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            result = node(result, hash_)
        at, last = at >> 1, last >> 1
    assert last == 0, "the path is too short"
    return result


def root_of(leaves):
    """RFC 9162, 2.1.1."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node(root_of(leaves[:split]), root_of(leaves[split:]))


def main(base, pub):
    with open(pub, encoding="utf-8") as file:
        vkey = read_vkey(file.read())

    def get(path):
        with urllib.request.urlopen(base + path) as answer:
            return answer.read().decode()

    size, root = read_note(get("/v1/log/checkpoint"), vkey)
    entries = []
    while len(entries) < size:
        page = json.loads(get(f"/v1/log/entries?from={len(entries)}&limit=7"))["entries"]
        assert page, "entries are missing"
        entries += page
    leaves = []
    for number, entry in enumerate(entries[:size]):
        assert entry["entry"] == number
        if "erased_by" in entry:
            leaves.append(bytes.fromhex(entry["leaf"].removeprefix("sha256:")))
            continue
        salted = base64.b64decode(entry["salt"]) + entry["body"].encode()
        leaves.append(hashlib.sha256(b"\0" + salted).digest())
        assert entry["leaf"] == "sha256:" + leaves[-1].hex(), f"entry {number}: another leaf"
    assert root_of(leaves) == root, "the entries are not what was signed"
    for number in range(size):
        proof = json.loads(get(f"/v1/log/proof?entry={number}"))
        signed_size, signed_root = read_note(proof["checkpoint"], vkey)
        assert proof["size"] == signed_size and proof["entry"] == number
        path = [base64.b64decode(hash_, validate=True) for hash_ in proof["path"]]
        leaf = bytes.fromhex(proof["leaf"].removeprefix("sha256:"))
        assert leaf == leaves[number]
        assert root_of_path(number, signed_size, leaf, path) == signed_root
    print(f"{size} entries and their proofs agree with the signed checkpoint")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), sys.argv[2])
