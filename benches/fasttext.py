#!/usr/bin/env python3
"""Classifying on one thread: qulaq beside `fasttext predict`, same texts, same run.

usage: benches/fasttext.py [CSV [TEXT_COLUMN LABEL_COLUMN]]

Both train on the file (fastText: words 1-2, 20 epochs) and classify it. Times
are of whole processes less the time of a process that classifies one row, so
that loading the model does not count; qulaq's include reading and writing
CSV. Runs alternate; medians are compared. Needs fastText (Debian package
`fasttext`) and a built qulaq (`cargo build --release`).
"""
import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
QULAQ = os.environ.get("QULAQ", os.path.join(ROOT, "target", "release", "qulaq"))
DEFAULT = os.path.join(ROOT, "..", "shared", "data", "appeals", "perm_dev.csv")
RUNS = int(os.environ.get("RUNS", "7"))
REPEAT = 4


def seconds(command, **options):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else DEFAULT
    text_column, label_column = sys.argv[2:4] if len(sys.argv) > 3 else ("text", "group")
    if not os.path.exists(path):
        print(f"skipped: {path} is not here")
        return
    if not shutil.which("fasttext"):
        print("skipped: fasttext is not installed (apt-get install fasttext)")
        return
    with open(path, encoding="utf-8", newline="") as file:
        rows = [(row[text_column], row[label_column]) for row in csv.DictReader(file)]
    size = sum(len(text.encode()) for text, _ in rows)
    with tempfile.TemporaryDirectory() as folder:
        at = lambda name: os.path.join(folder, name)

        def words(text):
            return " ".join(re.findall(r"\w+", text.lower()))

        with open(at("train.txt"), "w", encoding="utf-8") as file:
            for text, label in rows:
                file.write(f"__label__{label.replace(' ', '_')} {words(text)}\n")
        for name, part in (("all.txt", rows * REPEAT), ("one.txt", rows[:1])):
            with open(at(name), "w", encoding="utf-8") as file:
                file.writelines(words(text) + "\n" for text, _ in part)
        for name, part in (("all.csv", rows * REPEAT), ("one.csv", rows[:1])):
            with open(at(name), "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["text"])
                writer.writerows([text] for text, _ in part)
        subprocess.run(
            ["fasttext", "supervised", "-input", at("train.txt"), "-output", at("fast"),
             "-wordNgrams", "2", "-epoch", "20", "-lr", "0.5", "-thread", "2"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        subprocess.run(
            [QULAQ, "train", path, "--text", text_column, "--label", label_column,
             "--output", at("m.qulaq"), "--quiet"], check=True)

        def fast(name):
            return seconds(["fasttext", "predict", at("fast.bin"), at(name + ".txt")])

        def ours(name):
            return seconds([QULAQ, "classify", at(name + ".csv"), "--model", at("m.qulaq"), "--jobs", "1",
                            "--output", at("out.csv"), "--quiet"])

        def shipped(name):
            return seconds([QULAQ, "classify", at(name + ".csv"), "--jobs", "1", "--output", at("out.csv"), "--quiet"])

        peers = {"fasttext words 1-2": fast, "qulaq, trained on the same": ours, "qulaq, shipped model": shipped}
        whole = {name: [] for name in peers}
        start = {name: [] for name in peers}
        for _ in range(RUNS):
            for name, run in peers.items():
                whole[name].append(run("all"))
                start[name].append(run("one"))
        count = len(rows) * REPEAT
        times = {name: statistics.median(whole[name]) - statistics.median(start[name]) for name in peers}
        base = times["fasttext words 1-2"]
        print(f"{count} texts, {size / len(rows):.0f} bytes on average, one thread, medians of {RUNS} runs")
        for name, taken in times.items():
            print(f"{name:28} {count / taken:9.0f} texts/s {size * REPEAT / taken / 1e6:7.1f} MB/s "
                  f"{base / taken:6.2f} x fasttext  (start {statistics.median(start[name]):.3f} s)")


if __name__ == "__main__":
    main()
