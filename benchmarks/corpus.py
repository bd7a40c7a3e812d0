"""Numbers of handouts, languages and clinics in, a project with as many out: facts, documents and whole catalogues.

The words mean nothing, but each language has its own script, every sentence is another one, and the same numbers always
make the same project.
"""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path


def words(text: str) -> list[str]:
    return text.split()


ENGLISH = words(
    """
    rest water knee walk slow hand gentle warm clinic visit doctor nurse morning evening bottle spoon
    pillow garden window table chair bread apple river mountain summer winter letter paper button pocket
    basket candle mirror
    """
)
SPANISH = words(
    """
    descanso agua rodilla paso lento mano suave tibio clínica visita médica enfermera mañana tarde
    botella cuchara almohada jardín ventana mesa silla pan manzana río montaña verano invierno carta
    papel botón bolsillo cesta
    """
)
ARABIC = words(
    """
    راحة ماء ركبة مشي بطيء يد لطيف دافئ عيادة زيارة طبيب ممرضة صباح مساء زجاجة ملعقة وسادة حديقة نافذة
    طاولة كرسي خبز تفاحة نهر جبل صيف شتاء رسالة ورق زر جيب سلة شمعة مرآة بطانية
    """
)
CHINESE = words(
    """
    休息 温水 膝盖 走路 慢慢 双手 轻轻 温暖 诊所 看病 医生 护士 早晨 晚上 瓶子 勺子 枕头
    花园 窗户 桌子 椅子 面包 苹果 河流 高山 夏天 冬天 书信 纸张 纽扣 口袋 篮子 蜡烛 镜子
    """
)

# Language -> its words, what stands between them, and its full stop.
WORDS = {"es": (SPANISH, " ", "."), "ar": (ARABIC, " ", "."), "zh_CN": (CHINESE, "", "。")}

CONF = """\
project = "benchmark"
extensions = ["sphinx_prolo"]
language = "en"
locale_dirs = ["../locales"]
"""
# The same for those who know no facts: nothing of ours is loaded.
PLAIN_CONF = """\
project = "benchmark"
language = "en"
locale_dirs = ["../locales"]
exclude_patterns = ["facts", "clinics"]
"""
CLINIC = """\
name: Clinic {name}
address: [{number} Example Street, "Anytown, NY 00000, USA"]
country: US
phones: [{{number: +1 212 555 01{number:02}}}]
"""
HANDOUT = """\
.. handout::
   :facts: /facts/{name}.yaml
   :version: 1.0
   :published: 2026-11-20
   :review-by: 2099-11-20
"""
HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: benchmark\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Corpus:
    """A project on disk, and beside it ``plain``: the same sentences without facts and without our directives."""

    srcdir: Path
    locales: Path
    languages: tuple[str, ...]
    clinics: tuple[Path, ...]

    @property
    def plain(self) -> Path:
        return self.srcdir.parent / "plain"

    @property
    def clinic_options(self) -> list[str]:
        """For the command line."""
        return [word for path in self.clinics for word in ("--clinic", str(path))]

    def change_one_message(self, language: str) -> None:
        """Translate one sentence of one handout in another way."""
        path = self.locales / language / "LC_MESSAGES" / "handouts.po"
        head, mark, rest = path.read_text("utf-8").rpartition('msgstr "')
        path.write_text(head + mark + WORDS[language][0][0] + WORDS[language][1] + rest, encoding="utf-8")

    def change_one_fact(self) -> None:
        """Give a number of one handout another value."""
        _replace(self.srcdir / "facts" / "handout-000.yaml", "each: 10-15 min", "each: 20-25 min")

    def change_one_clinic(self) -> None:
        """Move a clinic to another street."""
        _replace(self.clinics[0], "Example Street", "Example Road")


@dataclasses.dataclass(frozen=True, slots=True)
class Handout:
    """The sentences of a handout."""

    title: str
    heading: str
    before: list[str]
    after: list[str]
    steps: list[str]
    avoid: list[str]
    risks: list[tuple[str, str, str]]


class Writer:
    """Writes sentences, and remembers each for the catalogues."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        self.messages: list[tuple[str, int]] = []

    def phrase(self, length: int, end: str = "") -> str:
        """A sentence that was not there before."""
        text = " ".join(self.chance.choices(ENGLISH, k=length)).capitalize() + f" {self.name(len(self.messages))}{end}"
        self.messages.append((text, length))
        return text

    def paragraph(self) -> str:
        return self.phrase(self.chance.randint(25, 40), ".")

    @staticmethod
    def name(number: int) -> str:
        """A number as a word, because a digit in prose is the translator's business."""
        letters = ""
        while True:
            number, letter = divmod(number, 26)
            letters = chr(ord("a") + letter) + letters
            if not number:
                return letters

    def handout(self) -> Handout:
        return Handout(
            title=self.phrase(3),
            heading=self.phrase(3),
            before=[self.paragraph() for _ in range(4)],
            after=[self.paragraph() for _ in range(4)],
            steps=[self.phrase(6, ".") for _ in range(4)],
            avoid=[self.phrase(5, ".") for _ in range(3)],
            risks=[
                (self.phrase(2), severity, self.phrase(5, ".")) for severity in ("mild", "mild", "moderate", "severe")
            ],
        )


def document(handout: Handout, head: str, middle: str) -> str:
    """A handout as reStructuredText."""
    parts = [
        f"{handout.title}\n{'=' * len(handout.title)}",
        head,
        *handout.before,
        middle,
        f"{handout.heading}\n{'-' * len(handout.heading)}",
        *handout.after,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def facts(handout: Handout) -> str:
    """Its facts, for our directives."""
    lines = ["aftercare-checklist:", "  do:"]
    for action in handout.steps:
        lines += [f"    - action: {action}", "      times: 3 per day", "      each: 10-15 min"]
    lines += ["  avoid:"]
    for action in handout.avoid:
        lines += [f"    - action: {action}", "      until: 2 weeks"]
    lines += ["risk-table:", "  items:"]
    for effect, severity, action in handout.risks:
        lines += [
            f"    - effect: {effect}",
            f"      severity: {severity}",
            f"      seriousness: {str(severity == 'severe').lower()}",
            "      frequency: 3 in 100",
            "      duration: 1-4 days",
            f"      action: {action}",
        ]
    return "\n".join(lines) + "\n"


def lists(handout: Handout) -> str:
    """The same facts as the lists and the table that writers make by hand. Their labels stay English."""
    parts = [
        f"- {action}\n\n  How often: 3 times a day. How long each time: 10-15 minutes." for action in handout.steps
    ]
    parts += [f"- {action}\n\n  Until: 2 weeks." for action in handout.avoid]
    rows = [("What", "How severe", "How often", "How long", "What to do")]
    rows += [(effect, severity, "3 in 100", "1-4 days", action) for effect, severity, action in handout.risks]
    table = [".. list-table::", "   :header-rows: 1", ""]
    for row in rows:
        table += [f"   {'*' if number == 0 else ' '} - {cell}" for number, cell in enumerate(row)]
    return "\n\n".join([*parts, "\n".join(table)])


def generate(folder: Path, handouts: int, languages: int, clinics: int = 0) -> Corpus:
    """Write a project of ``handouts`` two-page documents in ``languages`` languages, English among them."""
    writer = Writer()
    translations = tuple(WORDS)[: languages - 1]
    letterheads = tuple(folder / "docs" / "clinics" / f"clinic-{number:03}.yaml" for number in range(clinics))
    corpus = Corpus(folder / "docs", folder / "locales", ("en", *translations), letterheads)
    _write(corpus.srcdir / "conf.py", CONF)
    _write(corpus.plain / "conf.py", PLAIN_CONF)
    names = [f"handout-{number:03}" for number in range(handouts)]
    contents = "\n".join(f"   handouts/{name}" for name in names)
    for project in (corpus.srcdir, corpus.plain):
        _write(project / "index.rst", f"Benchmark\n=========\n\n.. toctree::\n\n{contents}\n")
    for name in names:
        made = writer.handout()
        ours = document(made, HANDOUT.format(name=name), ".. aftercare-checklist::\n\n.. risk-table::")
        _write(corpus.srcdir / "handouts" / f"{name}.rst", ours)
        _write(corpus.srcdir / "facts" / f"{name}.yaml", facts(made))
        _write(corpus.plain / "handouts" / f"{name}.rst", document(made, "", lists(made)))
    for number, path in enumerate(letterheads):
        _write(path, CLINIC.format(name=Writer.name(number), number=number % 100))
    for language in translations:
        path = corpus.locales / language / "LC_MESSAGES" / "handouts.po"
        _write(path, HEADER.format(language=language) + "".join(_entries(language, writer.messages)))
    return corpus


def _entries(language: str, messages: list[tuple[str, int]]) -> list[str]:
    vocabulary, between, stop = WORDS[language]
    chance = random.Random(language)
    entries = []
    for number, (text, length) in enumerate(messages):
        translation = between.join(chance.choices(vocabulary, k=length)) + (stop if text.endswith(".") else "")
        entries.append(f'\n#: {number}\nmsgid "{text}"\nmsgstr "{translation}"\n')
    return entries


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
