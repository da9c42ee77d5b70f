#!/usr/bin/env python3
"""Rebuilds words.txt and places.txt of this folder from the other corpora.

words.txt: what train/ and letters/ write small, unless it is a name that is
nothing else. places.txt: the gazetteer but for what is written small, and
places-by-hand.txt.
"""

import glob
import os
import re
import textwrap

HERE = os.path.dirname(os.path.abspath(__file__))
CORPORA = os.path.dirname(HERE)
FOLDED = str.maketrans(
    {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "ў": "у", "һ": "х",
     "і": "и", "ї": "и", "ё": "е", "э": "е", "є": "е", "ь": None, "'": None, "ʼ": None, "’": None,
     "a": "а", "k": "к", "o": "о", "y": "у", "h": "х", "x": "х", "i": "и", "e": "е", "c": "с", "p": "р",
     "m": "м", "t": "т"}
)  # fmt: skip


def key(word):
    """The spelling that words are looked up by: src/text/redact/key.rs."""
    return word.lower().replace("\u0301", "").translate(FOLDED).replace("йи", "й")


def entries(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [word for line in file if not line.startswith("#") for word in line.split()]


def texts():
    """The texts of train/ and the lines of letters/."""
    for name in sorted(glob.glob(os.path.join(CORPORA, "train", "*.tsv"))):
        with open(name, encoding="utf-8") as file:
            next(file)
            for line in file:
                yield line.rstrip("\n").split("\t")[-1]
    for name in sorted(glob.glob(os.path.join(CORPORA, "letters", "*.txt"))):
        if not name.endswith("names.txt"):
            with open(name, encoding="utf-8") as file:
                yield from (line for line in file if not line.startswith("#"))


def written_small():
    """The keys of what the texts write small."""
    small = set()
    for text in texts():
        for word in re.findall(r"[^\W\d_]+", text):
            if word.islower() and re.search("[а-яёӘ-ӿ]", word):
                small.add(key(word))
    return small


def gazetteer():
    """The keys of places: those of the gazetteer and of letters/names.txt."""
    with open(os.path.join(CORPORA, "gazetteer", "kato.tsv"), encoding="utf-8") as file:
        next(file)
        for line in file:
            cells = line.rstrip("\n").split("\t")
            for name in [cells[3], cells[4]] + cells[6].split("|"):
                for word in re.findall(r"[^\W\d_]+", name):
                    if len(word) > 2 and word[0].isupper() and re.search("[а-яёӘ-ӿ]", word):
                        yield key(word)
    with open(os.path.join(CORPORA, "letters", "names.txt"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                yield from (key(word.strip("*,")) for word in line.split())


def write(name, head, words):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        file.write(head + "\n".join(textwrap.wrap(" ".join(words), 118)) + "\n")


def main():
    given = {}
    for name in ["given-ru.txt", "given-kk.txt", "given-kk-more.txt", "given-more.txt"]:
        for entry in entries(name):
            word = key(entry.rstrip("~"))
            given[word] = given.get(word, True) and not entry.endswith("~")
    names = {word for word, only in given.items() if only}
    ordinary = {key(word) for word in entries("ordinary.txt")}
    small = written_small()

    words = {w if len(w) <= 6 else w[:6] + "*" for w in small if len(w) >= 3 and w not in names}
    words |= {word for word in ordinary if len(word) <= 6 and word not in names}
    write(
        "words.txt",
        "# What our corpora write small, as keys: words up to six letters, and the first\n"
        "# six of longer ones (`*`). A capital word that is here tells little.\n",
        sorted(words),
    )

    places = {word for word in gazetteer() if word not in small}
    places |= {key(word) for word in entries("places-by-hand.txt")}
    stems = set()
    for place in places:
        while len(place) > 4 and place[-1] in "аяыиоеюуй":
            place = place[:-1]
        if len(place) >= 3 and not (len(place) <= 6 and place in names):
            stems.add(place)
    kept = []
    for stem in sorted(stems):
        # One that another begins says as much.
        if not any(len(k) >= 5 and stem.startswith(k) and len(stem) - len(k) <= 4 for k in kept):
            kept.append(stem)
    write(
        "places.txt",
        "# Beginnings of what is written with a capital and is no person: places, streets,\n"
        "# brands, institutions, months, as keys without their last vowel. From the\n"
        "# gazetteer, from what our corpora write so in mid-sentence, and by hand.\n",
        kept,
    )


if __name__ == "__main__":
    main()
