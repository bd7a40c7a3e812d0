"""A letterhead and a writer in, the blocks of HTML that it adds to a page out; nothing at all for a neutral handout.

The masthead and the end are part of the text, so that they are read aloud and their numbers can be dialled; the foot of
each page repeats whom to call.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from sphinx_prolo.clinic.clinic import Blank
from sphinx_prolo.directives.clinic_words import calls, interpreter, word
from sphinx_prolo.directives.parts import dialled
from sphinx_prolo.handout.code import drawing
from sphinx_prolo.handout.contrast import ENOUGH, colour, contrast
from sphinx_prolo.handout.translator import unbroken
from sphinx_prolo.language import direction_of

if TYPE_CHECKING:
    from sphinx_prolo.handout.letterhead import Letterhead
    from sphinx_prolo.language import Writer

_TINT = (238, 243, 246)  # --tint of theme/print.css: the ground of a table's head
_NOTE_LINES = 3
_NOTHING = Markup("")

Lines = tuple[tuple[str, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Blocks:
    """What stands where on a page with a letterhead.

    style     more of the page's own style sheet
    masthead  first in the text: logo and name, then lines to write on
    foot      first in the foot of every page: whom to call
    end       last in the text: the next appointment, notes, the code that leads to the web
    lines     of ``foot``: the words of each, as it may break
    """

    style: Markup = _NOTHING
    masthead: Markup = _NOTHING
    foot: Markup = _NOTHING
    end: Markup = _NOTHING
    lines: Lines = ()


def blocks(letterhead: Letterhead | None, writer: Writer, docname: str) -> Blocks:
    """The blocks of a handout; all empty without a letterhead."""
    if letterhead is None:
        return Blocks()
    foot, lines = _foot(letterhead, writer)
    return Blocks(_style(letterhead), _masthead(letterhead, writer), foot, _end(letterhead, writer, docname), lines)


def _style(letterhead: Letterhead) -> Markup:
    """The clinic's colour in place of ours; where it is too light for a tinted ground, ink stands there."""
    chosen = colour(letterhead.clinic.colour or "")
    if chosen is None:
        return Markup("")
    head = "" if contrast(chosen, _TINT) >= ENOUGH else "thead th { color: var(--ink) }"
    return Markup(":root {{ --accent: #{:02x}{:02x}{:02x} }}\n{}").format(*chosen, Markup(head))  # noqa: S704 - ours


def _masthead(letterhead: Letterhead, writer: Writer) -> Markup:
    clinic = letterhead.clinic
    logo = Markup("")
    if letterhead.logo is not None:
        alt = writer.labels.text("Logo of {name}", "letterhead", name=clinic.name)
        logo = Markup('<img class="logo" src="{}" alt="{}">').format(letterhead.logo, alt)
    name = Markup('<p class="clinic-name">{}</p>').format(_bdi(clinic.name))
    place = clinic.place
    address = Markup('<p class="clinic-address">{}</p>').format(_bdi(place)) if place else Markup("")
    lines = [name, address, *(Markup("<p>{}</p>").format(_dial(writer, *each)) for each in interpreter(clinic, writer))]
    head = Markup('<div class="masthead">{}<div class="clinic">{}</div></div>\n').format(logo, Markup("").join(lines))
    words = {Blank.NAME: "Your name", Blank.DATE: "Date"}
    blanks = [
        _blank(writer, writer.labels.text(msgid, "page"), kind) for kind, msgid in words.items() if kind in clinic.lines
    ]
    return head + (Markup('<div class="blanks">{}</div>\n').format(Markup("").join(blanks)) if blanks else Markup(""))


def _blank(writer: Writer, label: str, kind: Blank) -> Markup:
    """A label with a line to write on behind it."""
    return Markup('<p class="blank blank-{}"><span class="blank-label">{}</span></p>').format(
        kind.value, writer.labelled(label, "").rstrip()
    )


def _foot(letterhead: Letterhead, writer: Writer) -> tuple[Markup, Lines]:
    """Whom to call, in the foot of every page; and the words of each of its lines, as they may break.

    A name of the other direction has a line to itself: whoever copies a line that mixes both gets numbers and their
    words out of order.
    """
    clinic = letterhead.clinic
    is_apart = direction_of(clinic.name) != writer.profile.direction
    name = _bdi(clinic.name)
    parts: list[Markup] = []
    words: list[str] = []
    for label, numbers in calls(clinic, writer):
        parts.append(Markup("<span>{}</span>").format(_dial(writer, label, numbers)))
        said = writer.labelled(label, "\0").split()
        words += ["·", *(one.replace("\0", writer.comma.join(numbers)) for one in said)]
    if is_apart:
        first = Markup("<div>{}</div>").format(name)
        lines: Lines = (tuple(clinic.name.split()), tuple(words[1:]))
    else:
        first, lines = Markup(), ((*clinic.name.split(), *words),)
        parts.insert(0, name)
    return Markup('<div class="clinic-foot">{}{}</div>\n').format(first, Markup(" · ").join(parts)), lines


def _dial(writer: Writer, label: str, numbers: list[str]) -> Markup:
    """The words for some numbers, and each number as a link."""
    links = Markup(writer.comma).join(  # noqa: S704 - CLDR's comma, no text of a user
        _call(writer, number) for number in numbers
    )
    before, _, after = writer.labelled(label, "\0").partition("\0")
    return Markup("{}{}{}").format(before, links, after)


def _end(letterhead: Letterhead, writer: Writer, docname: str) -> Markup:
    """Room for the next appointment and for notes; beside it the code that leads to the handout on the web."""
    clinic, found = letterhead.clinic, []
    if Blank.NEXT in clinic.lines:
        found.append(_blank(writer, word(writer, "Next appointment"), Blank.NEXT))
    if Blank.NOTES in clinic.lines:
        rules = Markup('<div class="note-line"></div>') * _NOTE_LINES
        found.append(
            Markup('<div class="notes"><p class="blank-label">{}</p>{}</div>').format(word(writer, "Notes"), rules)
        )
    style = ""
    address = clinic.address_of(quote(docname, safe="/"), writer.profile.code)
    if address is not None:
        image, width = drawing(address)
        side = "left" if writer.profile.direction == "rtl" else "right"
        style = f"min-height: {width}mm; padding-{side}: {width + 5}mm"
        found += _web(address, writer, image, f"width: {width}mm; {side}: 0")
    if not found:
        return _NOTHING
    return Markup('<div class="letterhead-end" style="{}">{}</div>\n').format(style, Markup("\n").join(found))


def _web(address: str, writer: Writer, image: str, style: str) -> list[Markup]:
    """The address in letters, and as a code to scan."""
    said = writer.labels.text("Web page: {address}", "link", address=address)
    words = Markup('<p class="web">{}<br><a href="{}" title="{}"><bdi dir="ltr">{}</bdi></a></p>').format(
        writer.labelled(word(writer, "This handout on the web"), "").rstrip(), address, said, address
    )
    alt = word_with(writer, "Code to scan with your telephone; it leads to {address}", address)
    return [words, Markup('<img class="code" src="{}" alt="{}" style="{}">').format(image, alt, style)]


def word_with(writer: Writer, msgid: str, address: str) -> str:
    """A word of ours for letterheads that names an address."""
    return writer.labels.text(msgid, "letterhead", address=address)


def _call(writer: Writer, number: str) -> Markup:
    said = writer.labels.text("Call {number}", "link", number=number)
    return Markup('<a href="{}" title="{}"><bdi dir="ltr">{}</bdi></a>').format(dialled(number), said, unbroken(number))


def _bdi(text: str) -> Markup:
    """A name in its own direction."""
    return Markup('<bdi dir="{}">{}</bdi>').format(direction_of(text), escape(text))
