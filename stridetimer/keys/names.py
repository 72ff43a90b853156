"""How keys are called inside the program, how people write them, and how they are shown.

The names inside are Textual's: ``n``, ``N``, ``question_mark``, ``ctrl+p``, ``right``.
"""

import unicodedata

NAMED = {
    "space": "space",
    "enter": "enter",
    "escape": "esc",
    "tab": "tab",
    "backspace": "backspace",
    "delete": "del",
    "insert": "ins",
    "home": "home",
    "end": "end",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
}
"""The keys that write no character, and how they are shown."""

_OTHERWISE = {
    "return": "enter",
    "spacebar": "space",
    "page up": "pageup",
    "page down": "pagedown",
    **{shown: name for name, shown in NAMED.items()},
}
"""Other names that people write."""

_SAME = {"ctrl+m": "enter", "ctrl+i": "tab", "ctrl+left_square_bracket": "escape"}
"""What a terminal sends the same for."""

_MODIFIERS = ("alt", "ctrl", "shift")

_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What characters are called here, where Unicode is longwinded."""
NONE = "none"
"""What to write for no key at all."""


def key_of(character: str) -> str:
    """The name of the key that writes ``character``."""
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


_WRITTEN = {key_of(chr(code)): chr(code) for code in range(33, 127)}
"""The characters of every keyboard; the dashes in some of their names cannot be told any more."""


def character_of(key: str) -> str:
    """What the key writes; nothing for one that writes no character."""
    if len(key) == 1:
        return key
    if key in NAMED:
        return ""
    try:
        return _WRITTEN.get(key) or unicodedata.lookup(key.replace("_", " ").upper())
    except KeyError:
        return ""


def shown(key: str) -> str:
    """``key`` as a person reads it: ``?``, ``esc``, ``ctrl+p``."""
    *modifiers, bare = key.split("+")
    return "+".join((*modifiers, NAMED.get(bare) or character_of(bare) or bare))


def named(text: str) -> str:
    """The key that a person calls ``text``: ``?``, ``Esc``, ``page down``, ``Ctrl+P``, ``plus``.

    Raises:
        ValueError: no key is called so.
    """
    text = text.strip()
    *modifiers, bare = text.split("+") if len(text) > 1 and not text.endswith("+") else [text]
    modifiers = [word.strip().lower() for word in modifiers]
    key = _bare(bare.strip().lower() if modifiers else bare.strip())
    if not key or not set(modifiers) <= set(_MODIFIERS):
        raise ValueError(text)
    if "shift" in modifiers and len(key) == 1:
        if not key.isalpha():
            raise ValueError(text)
        modifiers.remove("shift")
        key = key if modifiers else key.upper()
    full = "+".join((*sorted(modifiers), key))
    return _SAME.get(full, full)


def _bare(text: str) -> str:
    if len(text) == 1 and text not in _OTHERWISE:
        return key_of(text) if text.isprintable() else ""
    plain = " ".join(text.lower().replace("_", " ").split())
    name = _OTHERWISE.get(plain, plain.replace(" ", "_"))
    if name in NAMED:
        return name
    character = character_of(name)
    return key_of(character) if character else ""


def read_keys(text: str) -> tuple[str, ...]:
    """The keys that a person wrote, with commas between; ``none`` for no key.

    Raises:
        ValueError: what is wrong with it, in words that read on from a name.
    """
    if text.strip().lower() == NONE:
        return ()
    words = text.split(",")
    return tuple(dict.fromkeys(map(_key, words)))


def _key(word: str) -> str:
    if not word.strip():
        raise ValueError("there is no key between the commas; the key itself is called comma")
    try:
        return named(word)
    except ValueError:
        raise ValueError(
            f"no key is called '{word.strip()[:40]}'; keys are called like "
            "n, N, ?, space, enter, esc, up, pgdn, f5, ctrl+n, or none"
        ) from None
