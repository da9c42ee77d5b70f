#!/usr/bin/env python3
"""Tells languages by lingua and by qulaq, the same texts in one run, and
prints how often each is right and how fast, on one thread each.

    pip install lingua-language-detector
    benches/languages.py FILE.csv            columns: language, length, text

lingua is restricted to the languages of the file that it knows, its models
are loaded beforehand, and its answers count as kk, ru or other, as qulaq's do.
It does not know Kyrgyz, Tatar, Bashkir, Uzbek, Tajik and Turkmen, so on their
sentences its `other` and its precision of kk say little.
"""
import collections
import csv
import os
import subprocess
import sys
import time

from lingua import Language, LanguageDetectorBuilder

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROUNDS = 3


def ours(code):
    return code if code in ("kk", "ru") else "other"


def by_lingua(codes, texts):
    known = [l for l in Language.all() if l.iso_code_639_1.name.lower() in codes]
    detector = LanguageDetectorBuilder.from_languages(*known).with_preloaded_language_models().build()
    start = time.perf_counter()
    found = [detector.detect_language_of(text) for text in texts]
    seconds = time.perf_counter() - start
    return [ours(l.iso_code_639_1.name.lower() if l else "none") for l in found], seconds


def by_qulaq(texts):
    command = "cargo run --release --quiet --no-default-features --example detect".split()
    done = subprocess.run(command, cwd=ROOT, input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    found = done.stdout.split()
    assert len(found) == len(texts)
    return found, float(done.stderr.split()[-1])


def report(name, rows, found, seconds):
    print(f"\n{name}: {len(rows) / seconds:,.0f} texts/s")
    right = collections.defaultdict(list)
    taken = collections.Counter()
    for (code, length, _), answer in zip(rows, found):
        right[length, ours(code)].append(answer == ours(code))
        taken[length, answer == "kk", code == "kk"] += 1
    for length in sorted({length for _, length, _ in rows}, key=["word", "pair", "sentence"].index):
        shares = [f"{l} {sum(r) / len(r):.3f}" for l in ("kk", "ru", "other") if (r := right[length, l])]
        kazakh = taken[length, True, True]
        precision = kazakh / max(1, kazakh + taken[length, True, False])
        print(f"  {length:9} recall {' '.join(shares)}   precision of kk {precision:.3f}")


with open(sys.argv[1], newline="", encoding="utf8") as file:
    rows = [(r["language"], r["length"], " ".join(r["text"].split())) for r in csv.DictReader(file)]
texts = [text for _, _, text in rows]
by_qulaq(texts[:1])  # compiles
pairs = [(by_lingua({code for code, _, _ in rows}, texts), by_qulaq(texts)) for _ in range(ROUNDS)]
(lingua, _), (qulaq, _) = pairs[0]
lingua_seconds = min(seconds for (_, seconds), _ in pairs)
qulaq_seconds = min(seconds for _, (_, seconds) in pairs)
report("lingua", rows, lingua, lingua_seconds)
report("qulaq", rows, qulaq, qulaq_seconds)
print(f"\nqulaq is {lingua_seconds / qulaq_seconds:.0f} times as fast (best of {ROUNDS} each)")
