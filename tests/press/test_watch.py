"""A process that builds again and again: what is waited for comes first, and nothing piles up."""

from __future__ import annotations

import gc
import threading

import pytest
from presskit import Copier

from sphinx_prolo.press import watch


@pytest.fixture
def rounds(project, monkeypatch):
    """Watches while a catalogue is saved so many times; what is left after each round."""

    def run(saves):
        left = []

        def save(*_folders):
            yield
            for number in range(saves):
                left.append((gc.collect(), len(gc.get_objects())))
                now = "Descanse" + " mucho" * (number % 3)
                project.translate("es", "knee", {"Your knee": "Su rodilla", "Rest well.": f"{now}."})
                yield
            left.append((gc.collect(), len(gc.get_objects())))

        monkeypatch.setattr(watch, "_saves", save)
        monkeypatch.setattr(watch, "processes", lambda _seconds: Copier)
        printed = [each.result.printed for each in watch.watch(project.srcdir, project.outdir, languages=["es"])]
        assert len(printed[0]) == 2
        assert printed[1:] == [("es/knee.es.draft.pdf",)] * saves
        return left

    return run


def test_nothing_piles_up_from_round_to_round(rounds):
    left = rounds(8)
    garbage, objects = zip(*left, strict=True)
    assert max(garbage) < 1000
    assert objects[-1] - objects[3] < 500


def test_what_was_read_just_now_is_printed_first(project, monkeypatch):
    from sphinx_prolo.press import build
    from sphinx_prolo.press.pressroom import Pressroom

    build(project.srcdir, project.outdir, languages=["en"], executors=Copier)
    accepted, accept = [], Pressroom.accept
    monkeypatch.setattr(Pressroom, "accept", lambda room, sheet: (accepted.append(sheet.docname), accept(room, sheet)))
    for name in ("knee", "hip"):
        project.edit(f"{name}.rst", ".. note:: Ask us.", ".. note:: Ask us again.")
        build(project.srcdir, project.outdir, languages=["en"], executors=Copier)
    assert accepted == ["knee", "hip", "hip", "knee"]


def test_it_ends_when_it_is_told_to(project, monkeypatch):
    monkeypatch.setattr(watch, "processes", lambda _seconds: Copier)
    ended = threading.Event()
    rounds = watch.watch(project.srcdir, project.outdir, languages=["en"], ended=ended)
    assert len(next(rounds).result.printed) == 2
    ended.set()
    assert list(rounds) == []
