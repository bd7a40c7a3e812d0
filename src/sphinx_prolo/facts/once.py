"""A list of entries in, a problem for each one that says what an earlier entry said: a name is listed once."""

from sphinx_prolo.facts.text import fold, line_of, raw_sentence
from sphinx_prolo.records import Judgement, Map, Seq


def refuse_twice(entries: object, name: str, judgement: Judgement) -> None:
    """Complain of entries whose sentence ``name`` is that of an entry before them, whatever their capital letters."""
    seen: dict[str, int] = {}
    for entry in entries if isinstance(entries, Seq) else ():
        said = entry.get(name) if isinstance(entry, Map) else None
        sentence = raw_sentence(said)
        if sentence is None:
            continue
        line, key = line_of(said), fold(sentence).casefold()
        if key in seen:
            message = f"'{fold(sentence)[:60]}' stands in line {seen[key]} already; keep one, with the sources of both"
            judgement.complain(line, "facts-duplicate", message)
        seen.setdefault(key, line)
