"""Text made plain for matching: lower case, no accents, words separated by one space."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^\w]|_")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})


def plain(text: str, limit: int = 20_000) -> str:
    """«J’habite à Saint-Éloi» gives "j habite a saint eloi".

    At most `limit` characters are read. Invisible characters vanish, other scripts are kept, nothing raises.
    """
    folded = unicodedata.normalize("NFKD", text[:limit].casefold().translate(_LETTERS))
    letters = (c for c in folded if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cs"})
    return " ".join(_NOT_A_WORD.sub(" ", "".join(letters)).split())
