"""The signs that end a sentence in many scripts: a sign in, its kind out, and what a language writes instead."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {
    ".": ".。．｡।॥։۔።៕។။᠃᱾",
    "?": "?？؟;;፧՞⁇",
    "!": "!！՜‼",
    ":": ":：፦៖",
    "…": "…",
}
_KIND = {sign: kind for kind, signs in _KINDS.items() for sign in signs}
_CLOSERS = " \t\xa0\u202f\u200e\u200f\u061c\"'”’»›)]}）】」』》*_`"

# What a language writes for the full stop, the question mark and so on, where it has a sign of its own.
ENDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": {".": "。", "?": "？", "!": "！", ":": "："},
        "ja": {".": "。", "?": "？", "!": "！", ":": "："},
        "ar": {"?": "؟"},
        "fa": {"?": "؟"},
        "ur": {".": "۔", "?": "؟"},
        "ps": {"?": "؟"},
        "ckb": {"?": "؟"},
        "hi": {".": "।"},
        "bn": {".": "।"},
        "ne": {".": "।"},
        "hy": {".": "։", "?": "՞"},
        "el": {"?": ";"},
        "am": {".": "።", "?": "?"},
        "ti": {".": "።", "?": "?"},
        "km": {".": "។"},
        "my": {".": "။"},
    }
)
_ARABIC = "[\u0620-\u064a\u066e-\u06d3]"
_HAN = "[\u3040-\u30ff\u3400-\u9fff]"
_DEVANAGARI_BENGALI = "[\u0900-\u0963\u0966-\u097f\u0980-\u09ff]"


def _arabic(signs: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(f"(?<={_ARABIC}){re.escape(latin)}"), own) for latin, own in zip(",;?", signs, strict=True)
    )


# Latin signs behind letters of another script, and what stands there instead.
MARKS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = MappingProxyType(
    {
        "ar": _arabic("،؛؟"),
        "fa": _arabic("،؛؟"),
        "ur": (*_arabic("،؛؟"), (re.compile(rf"(?<={_ARABIC})\.(?=\s|$)"), "۔")),
        "zh": tuple(
            (re.compile(rf"(?<={_HAN}){re.escape(latin)}"), own)
            for latin, own in ((",", "，"), (".", "。"), ("?", "？"), ("!", "！"), (":", "："), (";", "；"))
        ),
        "ja": tuple((re.compile(rf"(?<={_HAN}){re.escape(latin)}"), own) for latin, own in ((",", "、"), (".", "。"))),
        "hi": ((re.compile(rf"(?<={_DEVANAGARI_BENGALI})\.(?=\W{{0,6}}$)"), "।"),),
        "bn": ((re.compile(rf"(?<={_DEVANAGARI_BENGALI})\.(?=\W{{0,6}}$)"), "।"),),
        "el": ((re.compile(r"(?<=[\u0370-\u03ff])\?"), ";"),),
        "am": ((re.compile(r"(?<=[\u1200-\u137f])\.(?=\s|$)"), "።"),),
    }
)


def last_sign(text: str) -> str:
    """The sign that a text ends with, behind closing quotes and brackets; "" if it ends with a word or a value."""
    text = text.rstrip(_CLOSERS)
    if text.endswith(("...", "。。。")):
        return "…"
    return text[-1:] if text[-1:] in _KIND else ""


def kind(sign: str) -> str:
    """The Latin sign of the same meaning: 。 is a full stop."""
    return _KIND.get(sign, "")
