"""Numbers of handouts and languages in, a project with as many out: facts, reStructuredText and whole catalogues.

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
HANDOUT = """\
{title}
{rule}

.. handout::
   :facts: /facts/{name}.yaml
   :version: 1.0
   :published: 2026-11-20
   :review-by: 2099-11-20

{before}

.. aftercare-checklist::

.. risk-table::

{heading}
{under}

{after}
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
    """A project on disk."""

    srcdir: Path
    locales: Path
    languages: tuple[str, ...]

    def change_one_message(self, language: str) -> None:
        """Translate one sentence of one handout in another way."""
        path = self._catalogue(language)
        head, mark, rest = path.read_text("utf-8").rpartition('msgstr "')
        path.write_text(head + mark + WORDS[language][0][0] + WORDS[language][1] + rest, encoding="utf-8")

    def _catalogue(self, language: str) -> Path:
        return self.locales / language / "LC_MESSAGES" / "handouts.po"


class Writer:
    """Writes handouts, and remembers every sentence for the catalogues."""

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

    def handout(self, name: str) -> str:
        title, heading = self.phrase(3), self.phrase(3)
        return HANDOUT.format(
            title=title,
            rule="=" * len(title),
            name=name,
            before="\n\n".join(self.paragraph() for _ in range(4)),
            heading=heading,
            under="-" * len(heading),
            after="\n\n".join(self.paragraph() for _ in range(4)),
        )

    def facts(self) -> str:
        lines = ["aftercare-checklist:", "  do:"]
        for _ in range(4):
            lines += [f"    - action: {self.phrase(6, '.')}", "      times: 3 per day", "      each: 10-15 min"]
        lines += ["  avoid:"]
        for _ in range(3):
            lines += [f"    - action: {self.phrase(5, '.')}", "      until: 2 weeks"]
        lines += ["risk-table:", "  items:"]
        for severity in ("mild", "mild", "moderate", "severe"):
            lines += [
                f"    - effect: {self.phrase(2)}",
                f"      severity: {severity}",
                f"      seriousness: {str(severity == 'severe').lower()}",
                "      frequency: 3 in 100",
                "      duration: 1-4 days",
                f"      action: {self.phrase(5, '.')}",
            ]
        return "\n".join(lines) + "\n"


def generate(folder: Path, handouts: int, languages: int) -> Corpus:
    """Write a project of ``handouts`` two-page documents in ``languages`` languages, English among them."""
    writer = Writer()
    translations = tuple(WORDS)[: languages - 1]
    corpus = Corpus(folder / "docs", folder / "locales", ("en", *translations))
    _write(corpus.srcdir / "conf.py", CONF)
    names = [f"handout-{number:03}" for number in range(handouts)]
    contents = "\n".join(f"   handouts/{name}" for name in names)
    _write(corpus.srcdir / "index.rst", f"Benchmark\n=========\n\n.. toctree::\n\n{contents}\n")
    for name in names:
        _write(corpus.srcdir / "handouts" / f"{name}.rst", writer.handout(name))
        _write(corpus.srcdir / "facts" / f"{name}.yaml", writer.facts())
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
