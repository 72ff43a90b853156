"""Speaks one text with the eSpeak NG that comes as a wheel.

``python -m stridetimer.sound.speech.bundled VOICE WAV TEXT``: a process of its own for every text,
so that nothing a library of another language does can be felt. espeakng-loader brings the library
and its voices; the calls are those of eSpeak NG's ``speak_lib.h``.
"""

import ctypes
import sys
import wave

PACKAGE = "espeakng_loader"
"""What brings the library."""
WORDS_A_MINUTE = 160
"""How fast every eSpeak NG speaks."""

_TO_CALLBACK = 2
"""AUDIO_OUTPUT_SYNCHRONOUS: hands over samples and returns when it has said all."""
_DONT_EXIT = 0x8000
"""espeakINITIALIZE_DONT_EXIT: say so where the voices are missing, rather than end."""
_RATE = 1
"""espeakRATE, in words a minute."""
_CHARACTERS = 1
"""POS_CHARACTER: what a position counts; we begin at the first."""
_UTF8 = 1
"""espeakCHARS_UTF8."""
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def speak(voice: str, text: str) -> tuple[bytes, int]:
    """The samples that say ``text``, 16-bit mono, and how many of them make a second.

    Raises:
        ImportError: the package is not there.
        ValueError: it has no such voice.
        OSError: the library cannot be loaded, or does not speak.
    """
    import espeakng_loader as package

    library = ctypes.CDLL(package.get_library_path())
    voices = package.get_data_path().encode()
    rate = int(library.espeak_Initialize(_TO_CALLBACK, 0, voices, _DONT_EXIT))
    if rate <= 0:
        raise OSError("eSpeak NG does not find its voices")
    if library.espeak_SetVoiceByName(voice.encode()) != 0:
        raise ValueError(f"eSpeak NG has no voice {voice}")
    library.espeak_SetParameter(_RATE, WORDS_A_MINUTE, 0)
    samples = bytearray()

    def take(block: "ctypes._Pointer[ctypes.c_short]", count: int, events: int) -> int:
        if block:
            samples.extend(ctypes.string_at(block, 2 * count))
        return 0

    callback = _Callback(take)  # kept: the library does not
    library.espeak_SetSynthCallback(callback)
    said = text.encode()
    size = ctypes.c_size_t(len(said) + 1)
    if library.espeak_Synth(said, size, 0, _CHARACTERS, 0, _UTF8, None, None) != 0:
        raise OSError("eSpeak NG does not speak")
    library.espeak_Synchronize()
    return bytes(samples), rate


def main(voice: str, path: str, text: str) -> None:
    """Write ``text``, as ``voice`` says it, to the WAV at ``path``."""
    samples, rate = speak(voice, text)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", "not compressed"))
        file.writeframes(samples)


if __name__ == "__main__":
    main(*sys.argv[1:4])
