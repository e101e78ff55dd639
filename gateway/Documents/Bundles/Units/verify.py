#!/usr/bin/env python3
"""Checks a unit bundle with the standard library alone: manifest, hash chain of every stream, digest of the catalog.

    python3 verify.py [FOLDER or FILE.zip]        (this folder when absent)

Exit code 0: everything holds. 1: something does not; every fault is printed. The layout is described in README.md.
"""
import base64
import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile

FAULTS = []


def fault(where, what):
    FAULTS.append(where)
    print("FAULT %s: %s" % (where, what))


class Folder:
    def __init__(self, path):
        self.path = path

    def names(self):
        for base, _, files in os.walk(self.path):
            for name in files:
                yield os.path.relpath(os.path.join(base, name), self.path).replace(os.sep, "/")

    def read(self, name):
        with open(os.path.join(self.path, *name.split("/")), "rb") as file:
            return file.read()


class Zip:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)

    def names(self):
        return [n for n in self.zip.namelist() if not n.endswith("/")]

    def read(self, name):
        return self.zip.read(name)


def sha(content):
    return hashlib.sha256(content).digest()


def lines(content):
    return [line for line in content.split(b"\n") if line]


def event_hash(event):
    """SHA-256 over: previous hash; then each field, texts with their length in bytes before them, numbers as 8 bytes big-endian."""
    def text(value):
        raw = value.encode("utf-8")
        return struct.pack(">q", len(raw)) + raw

    payload = base64.b64decode(event["payloadBase64"]) if "payloadBase64" in event else event["payload"].encode("utf-8")
    return sha(
        bytes.fromhex(event["prevHash"]) + text(event["stream"]) + struct.pack(">q", event["seq"]) + struct.pack(">q", int(event["ticks"]))
        + text(event["actor"]) + text(event["onBehalfOf"]) + text(event["key"]) + text(event["kind"]) + struct.pack(">q", event["kindVersion"])
        + struct.pack(">q", len(payload)) + payload)


def check_stream(listed, content):
    events = [json.loads(line) for line in lines(content)]
    head = bytes(32)
    for number, event in enumerate(events, 1):
        where = "%s #%d" % (listed["stream"], number)
        if event["stream"] != listed["stream"] or event["seq"] != number:
            fault(where, "not in its place: a gap, or an event of another stream")
        if bytes.fromhex(event["prevHash"]) != head:
            fault(where, "does not follow from the event before")
        head = event_hash(event)
        if bytes.fromhex(event["hash"]) != head:
            fault(where, "hash does not follow from its fields")
    if len(events) != listed["events"] or head.hex() != listed["head"]:
        fault(listed["stream"], "does not end as the manifest says")
    return events


def digest_of(leaves, depth=0):
    """leaves: (path, id bytes, hash), sorted. A place with more than 32 entries has 16 branches, any other none."""
    if not leaves:
        return bytes(32)
    if len(leaves) <= 32 or depth == 15:
        return sha(b"L" + b"".join(name + b"\0" + hashed for _, name, hashed in leaves))
    shift = 4 * (14 - depth)
    return sha(b"N" + b"".join(digest_of([leaf for leaf in leaves if (leaf[0] >> shift) & 15 == digit], depth + 1) for digit in range(16)))


def check_catalog(manifest, entries, tombstones, events):
    leaves, listed = [], {}
    for line in lines(entries):
        name = json.loads(line)["id"]
        if name in listed:
            fault("catalog/entries.jsonl", "entry %s stands twice" % name)
        listed[name] = line
        raw = name.encode("utf-8")
        leaves.append((int.from_bytes(sha(raw)[:8], "big") >> 4, raw, sha(line)))
    leaves.sort()
    if digest_of(leaves).hex() != manifest["catalog"]["digest"] or len(leaves) != manifest["catalog"]["entries"]:
        fault("catalog/entries.jsonl", "digest or number differs from the manifest")
    present, gone = {}, set()
    for event in events:
        if event["kind"] == "entry-put":
            name = json.loads(event["payload"])["entry"]["id"]
            present[name] = event["payload"].encode("utf-8")
            gone.discard(name)
        elif event["kind"] == "entry-removed":
            name = json.loads(event["payload"])["entry"]
            present.pop(name, None)
            gone.add(name)
    if len(events) != manifest["catalog"]["seq"]:
        fault("catalog/entries.jsonl", "the history has not as many events as the manifest says")
    if set(present) != set(listed):
        fault("catalog/entries.jsonl", "other entries than the history leaves")
    for name in set(present) & set(listed):
        if not present[name].startswith(b'{"entry":' + listed[name] + b',"revision":'):
            fault("catalog/entries.jsonl", "entry %s is not what the history says" % name)
    if {json.loads(line)["id"] for line in lines(tombstones)} != gone:
        fault("catalog/tombstones.jsonl", "other removals than the history has")
    wanted = set()
    for line in listed.values():
        entry = json.loads(line)
        wanted |= {file["hash"] for file in entry.get("attachments", [])} | ({entry["body"]} if "body" in entry else set())
    return wanted


def check_signature(names, read):
    """By openssl where it is installed: the standard library cannot check ECDSA."""
    if "manifest.sig" not in names or "seal-key.pem" not in names:
        print("NOTE manifest.sig: the manifest is not signed")
    elif shutil.which("openssl") is None:
        print("NOTE manifest.sig: not checked, openssl is not installed")
    else:
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name in ("seal-key.pem", "manifest.sig", "manifest.json"):
                paths.append(os.path.join(folder, name))
                with open(paths[-1], "wb") as file:
                    file.write(read(name))
            done = subprocess.run(["openssl", "dgst", "-sha256", "-verify", paths[0], "-signature", paths[1], paths[2]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if done.returncode != 0:
                fault("manifest.sig", "is not the signature of manifest.json")


def main(path):
    bundle = Zip(path) if os.path.isfile(path) else Folder(path)
    names = list(bundle.names())
    present = set(names)
    for name in {name for name in names if names.count(name) > 1}:
        fault(name, "stands twice")
    if "manifest.json" not in present:
        fault("manifest.json", "is missing")
        return
    try:
        manifest = json.loads(bundle.read("manifest.json"))
        contents = {}
        for file in manifest["files"]:
            if file["name"] not in present:
                fault(file["name"], "is missing")
                continue
            content = bundle.read(file["name"])
            if len(content) != file["bytes"] or sha(content).hex() != file["sha256"]:
                fault(file["name"], "is not the file that the manifest lists")
            contents[file["name"]] = content
        for name in present - {file["name"] for file in manifest["files"]} - {"manifest.json", "manifest.sig"}:
            fault(name, "is not listed")
        check_signature(present, bundle.read)
        catalog = []
        for listed in manifest["streams"]:
            if listed["file"] in contents:
                events = check_stream(listed, contents[listed["file"]])
                if listed["stream"] == "catalog/" + manifest["unit"]:
                    catalog = events
        kept = {name[len("contents/"):] for name in contents if name.startswith("contents/")}
        for name in kept:
            if sha(contents["contents/" + name]).hex() != name:
                fault("contents/" + name, "is not what its name says")
        wanted = check_catalog(manifest, contents.get("catalog/entries.jsonl", b""), contents.get("catalog/tombstones.jsonl", b""), catalog)
        for name in wanted - kept - set(manifest.get("elsewhere", [])):
            fault("contents/" + name, "is missing")
        print("unit %s: %d files, %d streams, %d entries, digest %s" % (
            manifest["unit"], len(manifest["files"]), len(manifest["streams"]), manifest["catalog"]["entries"], manifest["catalog"]["digest"]))
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        fault("bundle", "cannot be read: %r" % error)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
    print("OK" if not FAULTS else "%d fault(s)" % len(FAULTS))
    sys.exit(1 if FAULTS else 0)
