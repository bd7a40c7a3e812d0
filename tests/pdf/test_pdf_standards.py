"""veraPDF finds nothing against PDF/UA-1 and PDF/A-3a in what we print, however awkward the page."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_demo import CSS, SENTENCES, handout, job, png
from test_pdf_letters import AWKWARD as LETTERS
from test_pdf_letters import job as of_letters

from sphinx_prolo import pdf

VALIDATOR = Path(__file__).parent.parent / "verapdf" / "verapdf.py"
TABLE_OF_60 = "<table><thead><tr><th>n<th>text</thead>" + "<tr><td>1<td>two" * 60 + "</table>"
AWKWARD = {
    "lists": "<ul><li><p>a<p>b<ul><li>c<ol start=3><li><p>d</p>e</li></ol></ul><li><a href='#x'>f</a><li id=x>"
    "<li><div><p>g</p></div><img src='IMG' alt='h'></li></ul><ol style='list-style-position: inside'><li>i</ol>"
    "<ul style='list-style: none'><li><p>j</ul><dl><dt>k<dd>l<dd><p>m<ul><li>n</ul></dl>"
    "<ul style='list-style-type: \"☐ \"'><li>o</ul><ol style='list-style-type: arabic-indic'><li>p</ol>",
    "tables": "<table><caption>c<tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><th>e<td>f<td>g<tr><td colspan=3>h"
    "<tr><th scope=rowgroup rowspan=2>i<td><td>j<tr><td rowspan=1>k<td><ul><li><p>l</ul></table>" + TABLE_OF_60,
    "links": "<p><a href='https://example.org/'><span>a <strong>b</strong></span> <img src='IMG' alt='c'></a>"
    "<a href='https://example.org/'><img src='IMG' alt='only'></a> <a href='#t'><em>d</em></a>"
    "<a style='display: block' href='mailto:a@example.org'><p>e</p><p>f</p></a>"
    "<p style='width: 20mm'><a href='https://example.org/'>a link that is broken over several lines</a></p><p id=t>g",
    "parts": "<section><h2></h2></section><section></section><blockquote><p>a</blockquote><pre>b\n  c</pre><hr>"
    "<figure><img src='IMG' alt='d'><figcaption>e</figcaption></figure><p>f<sup>1</sup><code>g</code>"
    "<p>Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen<div style='float: left'>h</div>"
    "<div style='position: absolute; top: 0'>i</div><p>j<span style='float: footnote'>k <a href='#t'>l</a></span>"
    "<p id=t style='columns: 2'>m n o p<div style='display: grid'><p>q</p></div><p><bdi lang=ar dir=rtl>ب 1–2</bdi>"
    "<div style='background: linear-gradient(red, blue); border-radius: 2mm; box-decoration-break: clone'>r</div>",
    "furniture": "<header><table><tr><td><a href='https://example.org/'>a</a><td><img src='IMG' alt='logo'></table>"
    "<svg xmlns='http://www.w3.org/2000/svg'><text y='9'>b</text></svg></header><p>c</p>"
    "<div style='break-before: page'>d<img src='IMG' alt=''></div>",
}


def awkward(body: str) -> bytes:
    return pdf.print_pdf(job("en", "<h1>A</h1>" + body.replace("IMG", png()), css=CSS))


def unmended() -> bytes:
    """The same page as WeasyPrint alone prints it: the known-bad file."""
    import weasyprint

    from sphinx_prolo.pdf.printing import typefaces

    page = weasyprint.HTML(string=handout("en").html)
    return page.write_pdf(font_config=typefaces(), pdf_variant="pdf/ua-1")  # type: ignore[no-any-return]


@pytest.mark.skipif(not shutil.which("java"), reason="veraPDF needs a JDK on the PATH")
def test_verapdf_finds_nothing_but_in_the_known_bad_file(tmp_path: Path) -> None:
    printed = {f"demo-{language}": pdf.print_pdf(handout(language)) for language in SENTENCES}
    printed |= {name: awkward(body) for name, body in AWKWARD.items()}
    printed |= {f"letters-{code}": pdf.print_pdf(of_letters(code, lines)) for code, lines in LETTERS.items()}
    printed["known-bad"] = unmended()
    for name, content in printed.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    files = sorted(map(str, tmp_path.glob("*.pdf")))
    command = [sys.executable, str(VALIDATOR), "-f", "ua1,3a", "-json", *files]
    verdicts = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert len(verdicts) == 2 * len(printed)
    failed = {
        (Path(verdict["file"]).stem, verdict["flavour"]): [rule["clause"] for rule in verdict["failed"]]
        for verdict in verdicts
        if not verdict["compliant"]
    }
    assert "7.2" in failed.pop(("known-bad", "ua1"))
    failed.pop(("known-bad", "3a"))
    assert failed == {}
