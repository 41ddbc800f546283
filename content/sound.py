"""How a French name sounds, roughly: two spellings that sound alike give the same key."""

# In order. Not phonetics: only what people confuse when they type ("imfi", "decise", "neverre").
_SOUNDS = (
    ("ph", "f"),
    ("gn", "ni"),
    ("aul", "o"),
    ("eaux", "o"),
    ("eau", "o"),
    ("aux", "o"),
    ("au", "o"),
    ("qu", "k"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ch", "S"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("ai", "e"),
    ("ei", "e"),
    ("am", "an"),
    ("em", "an"),
    ("en", "an"),
    ("om", "on"),
    ("im", "in"),
    ("h", ""),
)
_MUTE = "estxdz"


def sound(glued: str) -> str:
    """The key of a plain name without spaces: "imphy" and "imfi" give the same one."""
    for letters, heard in _SOUNDS:
        glued = glued.replace(letters, heard)
    once = "".join(c for i, c in enumerate(glued) if c != glued[i - 1 : i])
    return once.rstrip(_MUTE) or once
