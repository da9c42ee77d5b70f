#!/usr/bin/env python3
"""Writes forms/: the inflected forms of the authored stems/ of Tatar and
Bashkir, for which there is no list of words that may be passed on.

Rules of vowel harmony and of the consonant before a suffix; a form that the
rules get wrong still has the letters of its language.
"""
import hashlib, os

HERE = os.path.dirname(os.path.abspath(__file__))
MOST = 8000
FRONT, BACK = set("әөүеиэ"), set("аоуыяюё")
VOICELESS = set("пкҡстфхцчшщҫ")


def is_front(word):
    last = [c for c in word if c in FRONT | BACK]
    return bool(last) and last[-1] in FRONT


def softened(word):
    return word[:-1] + {"к": "г", "ҡ": "ғ", "п": "б"}.get(word[-1], word[-1])


def filled(word, suffixes, k, g):
    """Fills a and ы of suffixes by harmony, К and Г by it too."""
    a, y = ("ә", "е") if is_front(word) else ("а", "ы")
    return [word + s.replace("A", a).replace("Y", y).replace("K", k).replace("G", g) for s in suffixes.split()]


def tatar(word, is_noun):
    last = word[-1]
    vowel, hard, nasal = last in FRONT | BACK, last in VOICELESS, last in "мнң"
    g, d, l = "к" if hard else "г", "т" if hard else "д", "н" if nasal else "л"
    n = "т" if hard else "н" if nasal else "д"
    if is_noun:
        case = f"{l}Aр {l}Aры {l}Aрe {l}AрнYң {l}AргA {l}AрдA {l}AрнY нYң нY {g}A {n}Aн {d}A {d}AгY лY сYз лYк".replace("ры", "рY").replace("рe", "рдAн")
        stem = word if vowel else softened(word)
        own = "сY сYнA сYндA сYннAн сYнYң м бYз" if vowel else "Y YнA YндA YннAн YнYң Yм YбYз"
        return [word] + filled(word, case, "к", "г") + filled(stem, own, "к", "г")
    u = "ү" if is_front(word) else "у"
    tense = f"{g}Aн {d}Y {d}YлAр {d}Yм {d}Yк {g}Aч {g}AннAр {g}AндA мAгAн мAдY сA сYн {u}чY {u} {u}Y мAскA"
    tense += " ргA п р ячAк лAр" if vowel else " YргA Yп AчAк Yр A AлAр Aм"
    tense += " ми" if is_front(word) else " мый"
    return filled(word, tense, "к", "г")


def bashkir(word, is_noun):
    last, front = word[-1], is_front(word)
    k, g = ("к", "г") if front else ("ҡ", "ғ")
    vowel, hard = last in FRONT | BACK, last in VOICELESS
    stop = k if hard else g
    d = "т" if hard else "ҙ" if last in "рйиуүҙ" else "н" if vowel else "д"
    l = "л" if vowel else d
    if is_noun:
        case = f"{l}Aр {l}AрY {l}AрҙYң {l}AрGA {l}AрҙA {d}Yң {d}Y {stop}A {d}Aн {l}A {l}AGY лY һYҙ лYK"
        stem = word if vowel else softened(word)
        own = "һY һYнA һYндA һYнAн һYнYң м бYҙ" if vowel else "Y YнA YндA YнAн YнYң Yм YбYҙ"
        return [word] + filled(word, case, k, g) + filled(stem, own, k, g)
    u = "еү" if front else "ыу"
    tense = f"{stop}Aн {d}Y {d}YлAр {d}Yм {d}YK {stop}Aс {stop}AндAр мAGAн мAнY һA һYн {u}сY {u} {u}Y мAй"
    tense += " рGA п р й йҙAр" if vowel else " YрGA Yп AсAK Yр A AлAр Aм"
    return filled(word, tense, k, g)


for code, inflect in {"tt": tatar, "ba": bashkir}.items():
    nouns, verbs = open(f"{HERE}/stems/{code}.txt", encoding="utf8").read().removeprefix("nouns\n").split("verbs\n")
    forms = {form for word in nouns.split() if word.isalpha() for form in inflect(word, True)}
    forms |= {form for word in verbs.split() if word.isalpha() for form in inflect(word, False)}
    kept = sorted(forms, key=lambda form: hashlib.sha256(form.encode()).digest())[:MOST]
    os.makedirs(f"{HERE}/forms", exist_ok=True)
    with open(f"{HERE}/forms/{code}.txt", "w", encoding="utf8") as out:
        out.writelines(form + "\n" for form in sorted(kept))
