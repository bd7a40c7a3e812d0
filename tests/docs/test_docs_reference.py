"""The reference says what the code does: no field, option, setting, unit or problem is forgotten or invented."""

from __future__ import annotations

import ast
import datetime
import enum
import functools
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args, get_origin
from unittest.mock import Mock

import click
import guidekit
import pytest

import sphinx_prolo
from sphinx_prolo import clinic, config, facts, quantity, status, words
from sphinx_prolo.catalogue.checks import CHECKS
from sphinx_prolo.cli import commands
from sphinx_prolo.directives.reading import FactsDirective
from sphinx_prolo.extension import _setup_directives
from sphinx_prolo.facts.facts import section_class
from sphinx_prolo.facts.percentages import Weighed
from sphinx_prolo.facts.text import LongForm
from sphinx_prolo.facts.unstated import Unstated
from sphinx_prolo.facts.vocabulary import Terms
from sphinx_prolo.language.script import _SCRIPTS
from sphinx_prolo.press import Row
from sphinx_prolo.records import Shape, explanations

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from pydantic.fields import FieldInfo

PACKAGE = Path(sphinx_prolo.__file__).parent

# --- facts.rst -------------------------------------------------------------------------------------------------------

SHAPES: dict[str, type[Shape]] = {
    "The file": facts.Facts,
    "A sentence": LongForm,
    "An entry": facts.Fact,
    "A statement": facts.Statement,
    "A claim": facts.Claim,
    "A source": facts.Source,
    # treatment
    "The key points": facts.KeyPoints,
    "The treatment summary": facts.TreatmentSummary,
    "The synonym list": facts.SynonymList,
    "A synonym": facts.Synonym,
    "The glossary terms": facts.GlossaryTerms,
    "A term": facts.Term,
    "The mechanism steps": facts.MechanismSteps,
    "The indication list": facts.IndicationList,
    "A part of the body": facts.Region,
    "A condition": facts.Indication,
    "The eligibility criteria": facts.EligibilityCriteria,
    "A criterion": facts.Criterion,
    "A reason to wait": facts.Deferral,
    "The contraindication list": facts.ContraindicationList,
    "A contraindication": facts.Contraindication,
    "The practitioner list": facts.PractitionerList,
    "A profession": facts.Practitioner,
    "The organization list": facts.OrganizationList,
    "An organization": facts.Organization,
    # care
    "The injection contents": facts.InjectionContents,
    "An agent": facts.Agent,
    "A combination": facts.Combination,
    "The procedure steps": facts.ProcedureSteps,
    "The treatment schedule": facts.TreatmentSchedule,
    "A course": facts.Course,
    "The aftercare checklist": facts.AftercareChecklist,
    "A step": facts.Step,
    "The avoid list": facts.AvoidList,
    "Something to avoid": facts.Avoidance,
    "A medicine": facts.Medicine,
    "An activity": facts.Resumption,
    "The warning signs": facts.WarningSigns,
    "A level of urgency": facts.WarningLevel,
    "The question list": facts.QuestionList,
    "The success factors": facts.SuccessFactors,
    "A success factor": facts.SuccessFactor,
    "The contact card": facts.ContactCard,
    "A telephone number": facts.Telephone,
    "The disclaimer": facts.Disclaimer,
    "A disclaimer": facts.Disclaimed,
    # evidence
    "The risk table": facts.RiskTable,
    "A risk": facts.Risk,
    "The evidence summary": facts.EvidenceSummary,
    "An outcome": facts.Outcome,
    "A finding": facts.Finding,
    "The icon array": facts.IconArray,
    "A group": facts.Group,
    "A counted outcome": facts.CountedOutcome,
    "The reported outcomes": facts.ReportedOutcomes,
    "A report": facts.ReportedOutcome,
    "The treatment comparison": facts.TreatmentComparison,
    "An option": facts.TreatmentOption,
}
BASES = {facts.Record, facts.Section, Terms, Unstated, Weighed}
PAGES = [guidekit.GUIDE / "reference/facts.rst", *(guidekit.GUIDE / "reference/facts").glob("*.rst")]
WRITTEN = [pair for page in PAGES for pair in guidekit.sections(guidekit.read(page)).items()]
FACTS = dict(WRITTEN)


def fields(section: str) -> dict[str, str]:
    """Each field of a section with all that is said of it."""
    parts = re.split(r"^``([\w-]+)``(?= \(required\)$|$)", section, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def subclasses(shape: type[Shape]) -> Iterator[type[Shape]]:
    for below in shape.__subclasses__():
        yield below
        yield from subclasses(below)


def own(shape: type[Shape]) -> dict[str, FieldInfo]:
    """The fields that a section explains, by their keys: for an entry those that not every entry has."""
    common = {} if shape is facts.Fact or not issubclass(shape, facts.Fact) else facts.Fact.model_fields
    said, said_of_all = explanations(shape), explanations(facts.Fact)
    return {
        field.alias or name: field
        for name, field in shape.model_fields.items()
        if name not in common or said.get(name) != said_of_all.get(name)
    }


def test_every_record_has_a_section() -> None:
    ours = {shape for shape in subclasses(Shape) if shape.__module__.startswith("sphinx_prolo.facts.")}
    written = {shape for shape in ours - BASES if facts.Claim not in shape.__mro__[1:]}  # Claim[Duration] is a Claim
    assert written == set(SHAPES.values())
    assert len(WRITTEN) == len(FACTS)


@pytest.mark.parametrize("title", SHAPES)
def test_every_field_is_explained(title: str) -> None:
    fields_of, written = own(SHAPES[title]), fields(FACTS[title])
    assert list(written) == list(fields_of)
    required = {key for key, said in written.items() if said.startswith(" (required)")}
    assert required == {key for key, field in fields_of.items() if field.is_required()}


@pytest.mark.parametrize("title", SHAPES)
def test_every_choice_is_named(title: str) -> None:
    written = fields(FACTS[title])
    for key, field in own(SHAPES[title]).items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, enum.Enum):
                assert {str(choice) for choice in kind} <= set(guidekit.literals(written[key]))
            if get_origin(kind) is Literal:
                assert set(map(str, get_args(kind))) <= set(guidekit.literals(written[key]))


@pytest.mark.parametrize("title", SHAPES)
def test_every_section_says_what_prints_it_and_which_are_entries(title: str) -> None:
    shape, said = SHAPES[title], FACTS[title]
    printed_by = [name for name in facts.SECTIONS if section_class(name) is shape]
    assert [name for name in printed_by if f":rst:dir:`{name}`" not in said] == []
    is_entry = issubclass(shape, facts.Fact) and shape is not facts.Fact
    assert (":ref:`entry <an-entry>`" in said) == is_entry


def test_frequency_bands_print_as_shown() -> None:
    english = words.writer("en")
    shown = guidekit.rows(FACTS["Frequency bands"])[1:]
    for row, band in zip(shown, facts.Band, strict=True):
        assert row == (f"``{band}``", english.labelled(english.band_name(band), english.band(band)))


# --- clinics.rst -----------------------------------------------------------------------------------------------------

CLINICS = {"The clinic": clinic.Clinic, "A clinic's telephone number": clinic.Telephone, "Opening hours": clinic.Hours}


@pytest.mark.parametrize("title", CLINICS)
def test_every_field_of_a_clinic_file_is_explained(title: str) -> None:
    shape, written = CLINICS[title], fields(guidekit.sections(guidekit.read("reference/clinics.rst"))[title])
    assert set(written) == set(shape.model_fields)
    required = {key for key, said in written.items() if said.startswith(" (required)")}
    assert required == {key for key, field in shape.model_fields.items() if field.is_required()}


def test_the_clinic_file_of_the_guide_is_sound(tmp_path: Path) -> None:
    [shown] = [block for block in guidekit.blocks(guidekit.read("reference/clinics.rst")) if block.language == "yaml"]
    (tmp_path / "a.yaml").write_text(shown.text, encoding="utf-8")
    assert clinic.read(tmp_path / "a.yaml").problems == ()


# --- quantities.rst and languages.rst --------------------------------------------------------------------------------

QUANTITIES = guidekit.sections(guidekit.read("reference/quantities.rst"))
LANGUAGES = guidekit.sections(guidekit.read("reference/languages.rst"))


def printed(language: str, literal: str) -> str:
    """A quantity as it is printed, with ordinary spaces."""
    return guidekit.plain(words.writer(language).quantity(quantity.parse(literal.strip("`"))))


def test_quantities_print_as_shown() -> None:
    shown = guidekit.rows(QUANTITIES["What you can write"])[1:]
    assert len(shown) > 10
    assert shown == [(written, printed("en", written)) for written, _ in shown]


def test_what_is_shown_as_refused_is_refused() -> None:
    refused = [written.strip("`") for written, _ in guidekit.rows(QUANTITIES["What is refused"])[1:]]
    assert len(refused) > 10
    for written in refused:
        with pytest.raises(quantity.QuantityError):
            quantity.parse(written)


def test_every_unit_and_spelling_is_listed() -> None:
    shown = {unit: guidekit.literals(spellings) for unit, spellings in guidekit.rows(QUANTITIES["Units"])[1:]}
    spelled: dict[str, list[str]] = {}
    for spelling, unit in quantity.SPELLINGS.items():
        spelled.setdefault(str(unit), []).append(spelling)
    assert shown == spelled


def test_quantities_print_as_shown_in_each_language() -> None:
    head, *shown = guidekit.rows(LANGUAGES["How quantities print"])
    codes = [code.strip("`") for code in head[1:]]
    assert shown == [(row[0], *(printed(code, row[0]) for code in codes)) for row in shown]


def test_shipped_languages_are_listed() -> None:
    shown = guidekit.rows(LANGUAGES["What is shipped"])[1:]
    catalogues = {path.parents[1].name for path in PACKAGE.glob("locales/*/LC_MESSAGES/sphinx_prolo.po")}
    assert {row[0].strip("`") for row in shown} == {"en", *catalogues}
    for code, name, direction, day in shown:
        writer = words.writer(code.strip("`"))
        assert name == writer.profile.name
        assert direction == {"ltr": "left to right", "rtl": "right to left"}[writer.profile.direction]
        assert day == " ".join(writer.date(datetime.date(2026, 11, 20)).split())


def test_scripts_are_listed() -> None:
    said = LANGUAGES["Scripts and fonts"]
    fonts = {how.fonts[0].removeprefix("Noto ") for how in _SCRIPTS.values()} - {"Sans", "Sans CJK JP"}
    assert [font for font in fonts if font.split()[-1] not in said] == []


# --- commands.rst, configuration.rst, directives.rst -----------------------------------------------------------------


def documented_options() -> dict[str, set[str]]:
    """Each program of the page with the options that it shows."""
    parts = re.split(r"^\.\. program:: (.+)$", guidekit.read("reference/commands.rst"), flags=re.MULTILINE)
    return {
        program: set(re.findall(r"(?:^\.\. option::|,) (--?[a-z-]+)", text, flags=re.MULTILINE))
        for program, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def options_of(command: click.Command) -> set[str]:
    return {flag for option in command.params if isinstance(option, click.Option) for flag in option.opts}


def test_every_command_and_option_is_documented() -> None:
    wanted = {f"sphinx-prolo {name}": options_of(command) for name, command in commands.commands.items()}
    wanted["sphinx-prolo"] = options_of(commands) | {"-h", "--help"}
    assert documented_options() == wanted


@pytest.mark.parametrize("page", guidekit.PAGES, ids=lambda page: page.stem)
def test_command_lines_of_the_guide_can_be_typed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    sessions = [block for block in guidekit.blocks(text) if block.language == "console"]
    shown = [command for block in sessions for command, _ in block.sessions()]
    shown += [literal for literal in guidekit.literals(text) if literal.startswith("sphinx-prolo ")]
    for line in shown:
        program, *arguments = line.split()
        if program == "sphinx-prolo":
            command = commands.commands[arguments[0]]
            # with the program's own names for help: click keeps the option that it makes here
            context = click.Context(command, help_option_names=["-h", "--help"])
            command.make_parser(context).parse_args(arguments[1:])


def test_every_setting_is_documented() -> None:
    shown = re.findall(
        r"^\.\. confval:: (\w+)\n   :type: .+\n   :default: ``(.+)``$",
        guidekit.read("reference/configuration.rst"),
        flags=re.MULTILINE,
    )
    assert [(name, ast.literal_eval(default)) for name, default in shown] == [
        (option.name, option.default) for option in config.OPTIONS
    ]


DIRECTIVES = {
    name: section
    for page in guidekit.PAGES
    if page.parent.name == "directives"
    for name, section in list(guidekit.sections(guidekit.read(page)).items())[1:]  # the first is the page's title
}


def registered() -> dict[str, type[Directive]]:
    """Every directive of ours by its name."""
    app = Mock()
    _setup_directives(app)
    return {call.args[0]: call.args[1] for call in app.add_directive.call_args_list}


def test_every_directive_and_option_is_documented() -> None:
    directives, page = registered(), guidekit.sections(guidekit.read("reference/directives.rst"))
    common = fields(page["Common options"])
    assert set(common) == set(FactsDirective.option_spec)
    assert set(DIRECTIVES) == set(directives) >= set(facts.SECTIONS)
    for name, directive in directives.items():
        section = DIRECTIVES[name]
        assert f".. rst:directive:: .. {name}::" in section
        own_options = set(re.findall(r"directive:option:: ([\w-]+)", section))
        taken = re.search(r"^:Common options: (.*)$", section, flags=re.MULTILINE)
        assert (taken is not None) == issubclass(directive, FactsDirective)
        shared = set(guidekit.literals(taken[1])) if taken else set()
        assert shared <= set(common)
        assert not own_options & set(common)
        assert own_options | shared == set(directive.option_spec or {})


def parts_of(shape: type[Shape]) -> Iterator[type[Shape]]:
    """A record class, and those of what it holds, in its own words; a claim adds none."""
    yield shape
    annotations = [field.annotation for field in shape.model_fields.values()]
    while annotations:
        annotation = annotations.pop()
        if not (isinstance(annotation, type) and issubclass(annotation, Shape)):
            annotations += get_args(annotation)
        elif issubclass(annotation, facts.Claim):
            annotations.append(annotation.model_fields["value"].annotation)
        elif annotation is not facts.Statement:
            yield from parts_of(annotation)


@pytest.mark.parametrize("name", facts.SECTIONS)
def test_every_field_is_named_beside_its_directive(name: str) -> None:
    said = set(guidekit.literals(DIRECTIVES[name]))
    section = section_class(name)
    wanted = {key for part in parts_of(section) for key in part.model_fields} - {"id", "sources"}
    assert wanted - said == set()
    assert f":Facts: :ref:`the-{name}`\n" in DIRECTIVES[name]


@pytest.mark.parametrize("name", [*facts.SECTIONS, "source-list"])
def test_the_example_is_what_is_printed_below_it(name: str) -> None:
    [example] = [block for block in guidekit.blocks(DIRECTIVES[name]) if block.language == "rst"]
    assert f"\nprints\n\n{example.text}" in DIRECTIVES[name]


# --- problems.rst ----------------------------------------------------------------------------------------------------

_CODE = re.compile(
    r"(clinic|executor|facts|handout|catalogue|glossary|label|language|plain|print|records|reviews)"
    r"-[a-z]+(-[a-z]+)*"
)
# The kinds of YAML files besides facts: a code of records/ takes their prefix.
YAML_PREFIXES = ("reviews", "glossary", "clinic")
# What takes a code, and in which place of its arguments.
_TAKERS = {"error": 2, "warning": 2, "note": 2, "Problem": 4, "Mistake": 1, "complain": 1, "PydanticCustomError": 0}


@functools.cache
def literals_of_code() -> set[str]:
    """Every string of the code base that looks like the code of a problem."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                found.add(node.value)
    return found - set(facts.SECTIONS) - {"clinic-site"}  # the names of directives, and a kind of source


@functools.cache
def shared() -> set[str]:
    """The endings of the codes of records/."""
    return {code.removeprefix("records-") for code in literals_of_code() if code.startswith("records-")}


def codes() -> set[str]:
    """Every problem code of the code base."""
    own = {code for code in literals_of_code() if not code.startswith("records-")}
    return own | {f"{prefix}-{ending}" for prefix in ("facts", *YAML_PREFIXES) for ending in shared()}


def in_the_table() -> dict[str, str]:
    """The codes that a section of another code explains."""
    page = guidekit.sections(guidekit.read("reference/problems.rst"))["YAML files"]
    return {code: target for row in guidekit.rows(page)[1:] for code in guidekit.literals(row[0]) for target in row[1:]}


def codes_at_calls() -> Iterator[str]:
    """The codes that are given where a problem is made; they show that none has a name that we do not look for."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = _TAKERS.get(name, len(node.args))
            code = node.args[place] if place < len(node.args) else None
            if isinstance(code, ast.Constant) and isinstance(code.value, str) and re.fullmatch(r"[a-z-]+", code.value):
                yield code.value


def test_every_problem_has_a_section_and_no_other() -> None:
    page = guidekit.read("reference/problems.rst")
    shown = re.findall(r"^(\S+)\n~+$", page, flags=re.MULTILINE)
    assert len(shown) == len(set(shown))
    assert set(shown).isdisjoint(in_the_table())
    assert {*shown, *in_the_table()} == codes() | {"sphinx-…"}
    assert [code for code in set(shown) & codes() if f".. _{code}:\n\n{code}\n" not in page] == []


def test_the_codes_of_other_yaml_files_point_to_those_of_facts() -> None:
    assert len(in_the_table()) > 30
    for code, target in in_the_table().items():
        prefix, _, ending = code.partition("-")
        assert prefix in YAML_PREFIXES
        assert (ending in shared(), target) == (True, f":ref:`facts-{ending}`")


def test_every_code_is_one_that_is_looked_for() -> None:
    found = set(codes_at_calls())
    assert len(found) > 40
    assert found <= literals_of_code()


def test_every_safety_check_is_told_to_translators() -> None:
    said = guidekit.sections(guidekit.read("how-to/translate.rst"))["What is refused, and why"]
    assert set(re.findall(r":ref:`([\w-]+)`", said)) == {check.code for check in CHECKS}


# --- print.rst and the explanation -----------------------------------------------------------------------------------


def test_every_reason_and_every_key_of_handouts_json_is_documented() -> None:
    page = guidekit.sections(guidekit.read("how-to/print.rst"))
    reasons = [row[0].strip("`") for row in guidekit.rows(page["Draft or final"])[1:]]
    assert reasons == re.findall(r"^\s*``([\w-]+)``  ", inspect.getdoc(status.reasons) or "", flags=re.MULTILINE)
    shown = [row[0].strip("`") for row in guidekit.rows(page["handouts.json"])[1:]]
    assert shown == list(Row.__dataclass_fields__)


def test_the_map_shows_every_room() -> None:
    page = guidekit.sections(guidekit.read("explanation/how-a-handout-is-made.rst"))
    [house] = guidekit.blocks(page["The house"])
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert set(re.findall(r"^  (\w+)/", house.text, flags=re.MULTILINE)) == rooms
    said = "".join(page.values())
    files = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py"}
    assert [name for name in files if name not in said] == []
