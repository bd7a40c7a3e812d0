"""A small handout page in a few languages, with every construct that a handout has; and the job that prints it."""

from __future__ import annotations

import base64
import io

from PIL import Image

from sphinx_prolo.pdf import Passage, PrintJob

SENTENCES = {
    "en": ("After your injections", "Put a cold pack on the sore place for 10–15 minutes, 3 times a day."),
    "es": ("Después de sus inyecciones", "Póngase una compresa fría de 10 a 15 minutos, 3 veces al día."),
    "ar": ("بعد الحقن", "ضع كمادة باردة على موضع الألم لمدة 10 إلى 15 دقيقة، ثلاث مرات في اليوم."),
    "zh-Hans": ("注射之后", "在疼痛部位冷敷10至15分钟，每天3次。骨骼与直角。"),
}
RIGHT_TO_LEFT = {"ar", "he", "fa", "ur"}
FAMILIES = '"Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK JP", "Noto Sans Math", "Noto Sans Symbols2"'

CSS = f"""
@page {{ size: A4; margin: 25mm 20mm; @top-left {{ content: element(header) }}
  @bottom-right {{ content: "p. " counter(page) " / " counter(pages) }} }}
header {{ position: running(header); color: #445 }}
html {{ font: 11pt/1.5 {FAMILIES} }}
h1 {{ color: #114477; string-set: title content() }}
table {{ border-collapse: collapse; width: 100% }}
td, th {{ border: 0.5pt solid #888; padding: 3pt 6pt; text-align: start }}
svg, img {{ width: 12mm; height: 12mm }}
.box {{ display: inline-block; width: 4mm; height: 4mm; border: 1pt solid black }}
"""


def png() -> str:
    """A red square as a data: URL."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "#aa2222").save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def page(language: str, title: str, body: str) -> str:
    """A whole HTML page around a body."""
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    head = f"<meta charset=utf-8><title>{title}</title>"
    return f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head>{head}</head><body>{body}</body></html>'


def job(language: str, body: str, *passages: str, css: str = CSS, name: str = "handouts/test") -> PrintJob:
    """A job whose passages stand on lines 1, 2, … of ``test.rst``."""
    placed = tuple(Passage(text, "test.rst", line) for line, text in enumerate(passages, start=1))
    return PrintJob(name, page(language, "Test", body), css, language, placed, "2026-11-20")


def handout(language: str, rows: int = 3) -> PrintJob:
    """The demo handout."""
    title, sentence = SENTENCES[language]
    cells = "".join(f"<tr><th scope=row>{n}<td>{sentence}<td><b>{title}</b>" for n in range(rows))
    body = f"""
<header><a href="https://example.org/h">{title}</a> <img src="{png()}" alt=""></header>
<h1 id=top>{title}</h1><p>{sentence}</p><p><em>{sentence}</em> <strong>{title}</strong></p>
<h2>{title} 2</h2>
<ul><li><p>{sentence}</p><ul><li><p>{title}</p></li></ul></li><li><p>A</p><p>B</p></li><li>{title}</li></ul>
<ol style="list-style: lower-alpha"><li><p>{sentence}</p></li></ol>
<p><span class=box></span> ☐ ≥ → {title}: <a href="https://example.org/a"><span>example <b>site</b></span></a>,
<a href="#top">{title}</a>, <span lang=en>platelet-rich plasma</span></p>
<dl><dt>{title}<dd><p>{sentence}</p></dl>
<table><caption>{title}</caption><thead><tr><th>n<th colspan=2 scope=col>{title}</thead><tbody>{cells}</tbody></table>
<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>{title}</title>
<circle cx="5" cy="5" r="4" fill="#114477"/></svg><img src="{png()}" alt="{title}"><img src="{png()}" alt="">
<a href="https://example.org/b"><img src="{png()}" alt=""> {title}</a></p>
"""
    passages = (Passage(title, "handout.rst", 1), Passage(sentence, "facts.yaml", 7))
    return PrintJob(f"handouts/demo.{language}", page(language, title, body), CSS, language, passages, "2026-11-20")
