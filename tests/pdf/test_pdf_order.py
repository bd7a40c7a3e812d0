"""The text of a page comes out in the order in which it is read, whatever floats or is positioned."""

from __future__ import annotations

import pypdfium2
from pdf_demo import job

from sphinx_prolo import pdf

PAGE = """
<style>
 dl dt { float: left; clear: both } .sign { position: absolute; left: 0; top: 0 } .box { position: relative }
 .over { position: absolute; z-index: 1; top: 0; right: 0 }
</style>
<h1>Title</h1>
<p class=over>layer</p>
<ul><li>first<li>second<ul><li>inner</ul></ul>
<dl><dt>Label:<dd><p>value</p><dt>Other:<dd>more</dl>
<ul style="list-style: none"><li><p class=box><span class=sign>X</span><b>do</b> this</ul>
<table><tr><td><p class=box><span class=sign>Y</span>cell<td>next</table>
"""


def test_text_stands_in_the_order_of_reading() -> None:
    with pypdfium2.PdfDocument(pdf.print_pdf(job("en", PAGE))) as document:
        text = "".join(document[0].get_textpage().get_text_range().split())
    assert text == "Title•first•second◦innerLabel:valueOther:moreXdothisYcellnextlayerp.1/1"
