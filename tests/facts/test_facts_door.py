"""facts/ stands alone: no Sphinx, no other room but records, problem and quantity."""

import subprocess
import sys

ASK = """
import sys
import sphinx_prolo.facts
loaded = [name for name in sys.modules if name.split(".")[0] in ("sphinx", "docutils", "babel", "weasyprint")]
rooms = {name.split(".")[1] for name in sys.modules if name.startswith("sphinx_prolo.")}
print(sorted(loaded), sorted(rooms))
"""


def test_the_room_imports_without_sphinx() -> None:
    answer = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True).stdout
    assert answer.strip() == "[] ['facts', 'problem', 'quantity', 'records']"
