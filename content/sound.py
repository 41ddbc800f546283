"""How a French name sounds, roughly: two spellings that sound alike give the same key."""

import re

# In order. Not phonetics: only what people confuse when they type ("imfi", "decise", "neverre").
_SOUNDS = (
    ("sch", "S"),
    ("ch", "S"),
    ("ph", "f"),
    ("gn", "ni"),
    ("oeu", "u"),
    ("eille", "E"),
    ("eaux", "o"),
    ("eau", "o"),
    ("aul", "o"),
    ("aux", "o"),
    ("au", "o"),
    ("eu", "u"),
    ("qu", "k"),
    ("gue", "Ge"),
    ("gui", "Gi"),
    ("ge", "je"),
    ("gi", "ji"),
    ("gy", "ji"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("ain", "in"),
    ("ein", "in"),
    ("ay", "E"),
    ("ey", "E"),
    ("ai", "E"),
    ("ei", "E"),
    ("y", "i"),
    ("z", "s"),
    ("w", "v"),
    ("am", "an"),
    ("em", "an"),
    ("en", "an"),
    ("om", "on"),
    ("im", "in"),
    ("h", ""),
)
_FINAL_RE = re.compile(r"(?<=[bcdfgptv])re$")
_MUTE = "estxdz"


def sound(glued: str) -> str:
    """The key of a plain name without spaces: "imphy" and "imfi" give the same one."""
    glued = _FINAL_RE.sub("er", glued)
    for letters, heard in _SOUNDS:
        glued = glued.replace(letters, heard)
    once = "".join(c for i, c in enumerate(glued) if c != glued[i - 1 : i])
    return once.rstrip(_MUTE) or once
