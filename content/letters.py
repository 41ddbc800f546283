"""Characters as fingers, phones and jokers write them, folded to plain ones, so that words can be compared."""

import re
import unicodedata
from itertools import groupby, islice

LONGEST = 10_000  # characters folded
SENT = 4_096
"""Characters: Telegram sends no more. Of a longer text END are read of its end."""
END = 1_500
REPEATED = 3
"""A word said more often in a row is read so often."""
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ґ": "г"}
"""Letters that decompose to nothing plainer."""
_ARABIC = {
    letter: same
    for same, letters in {"ه": "ةہھە", "ي": "ىیېۍے", "ك": "ک", "گ": "ګ", "ا": "ٱ", "": "ءـ"}.items()
    for letter in letters
}
"""One form for each letter of the Arabic script, whatever the keyboard; no tatweel."""
_APOSTROPHES = "\u02bc\u02bb\u02b9\u200c"
"""Letters to Unicode, apostrophes to those who write Ukrainian; and what Persian writes between the parts of a word."""
_BREAKS = ",;:()[]{}«»|<>،؛…—–・/" + '"'
_SAME = {
    **_LETTERS,
    **_ARABIC,
    **dict.fromkeys("\n\r!.。", " . "),
    **dict.fromkeys("?؟", " ? "),
    **dict.fromkeys(_BREAKS, " , "),
    **dict.fromkeys(_APOSTROPHES, " "),
    **dict.fromkeys("*\u200d\ufe0f", ""),
    "&": " et ",
    "€": " euros ",
    "+": " + ",
}
_NO_WIDTH = {"Mn", "Me", "Cf", "Cs", "Sk", "Cc", "Co", "Cn"}
_CYRILLIC, _LATIN = "аеорсухіѕјкмтвнԁɡ", "aeopcyxisjkmtbhdg"
_TO_LATIN, _TO_CYRILLIC = str.maketrans(_CYRILLIC, _LATIN), str.maketrans(_LATIN, _CYRILLIC)
_IS_CYRILLIC, _IS_LATIN = re.compile("[а-яіѕјԁ]"), re.compile("[a-z]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SPACED_OUT = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*]){3,}[^\W\d_](?!\w)")
_NOT_SAID = re.compile(r"https?://\S+|www\.\S+|(?<!\S)\S{1,64}@\S{1,64}|</?[a-zA-Z][^<>]{0,200}>|&\w{2,8};")
_INSIDE = re.compile(r"(?<=\w)[@$](?=\w)|(?<!\S)[@$](?=\w)")
_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")


class _Folding(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if (same := _SAME.get(character)) is not None:
        return same
    if character.isdigit() and (value := unicodedata.digit(character, None)) is not None:
        return str(value)
    if unicodedata.category(character) == "Lo" and not unicodedata.decomposition(character):
        return character
    parts = unicodedata.normalize("NFKD", character.casefold()).casefold()
    return "".join(_fold_part(part) for part in parts)


def _fold_part(part: str) -> str:
    kind = unicodedata.category(part)
    if kind in _NO_WIDTH:
        return ""
    if kind == "So":  # an emoji is a word of its own
        return f" {part} "
    return _SAME.get(part, part if part.isalnum() else " ")


_FOLDED = _Folding()


def within(text: str) -> str:
    """What is read of a text: the whole, or of one longer than Telegram sends its beginning and its end."""
    return text if len(text) <= SENT else f"{text[: SENT - END]} . {text[-END:]}"


def fold(text: str, limit: int = LONGEST) -> str:
    """Lower case without accents, one space between words, each emoji a word, "." "," and "?" words of their own.

    At most `limit` characters are read. Addresses and tags vanish; stretched and spaced out letters are drawn
    together; letters of another script hidden in a word become those they look like. Nothing raises.
    """
    said = _NUMBER.sub("", _NOT_SAID.sub(" , ", text[:limit]))
    said = _INSIDE.sub(lambda sign: "a" if sign[0] == "@" else "s", said)
    said = _SPACED_OUT.sub(lambda letters: re.sub(r"[ .\-_*]", "", letters[0]), said)
    words = said.translate(_FOLDED).split()
    said = " ".join(word for _, same in groupby(words) for word in islice(same, REPEATED))
    said = _STRETCHED.sub(r"\1", said)
    if not _IS_CYRILLIC.search(said):
        return said
    return " ".join(_one_script(word) for word in said.split())


def _one_script(word: str) -> str:
    """A word of two scripts, in that which most of its letters have."""
    latin, cyrillic = len(_IS_LATIN.findall(word)), len(_IS_CYRILLIC.findall(word))
    if not latin or not cyrillic:
        return word
    return word.translate(_TO_LATIN if latin >= cyrillic else _TO_CYRILLIC)
