"""What takes long is done beside the event loop, and its end is told on it."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from selfcare_app.domain.errors import BadInput
from selfcare_app.ui.aside import LOOKS, Aside


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def aside(parent: QObject) -> Aside:
    return Aside(parent)


def test_it_is_done_in_a_thread_and_told_on_the_event_loop(aside: Aside, qtbot: QtBot) -> None:
    told: list[bool] = []
    aside.done.connect(lambda _: told.append(current_thread() is main_thread()))
    with qtbot.waitSignal(aside.done) as done:
        aside.start(lambda: current_thread() is main_thread())
        assert aside.busy
    assert done.args == [False]
    assert told == [True]
    assert not aside.busy


def test_a_known_error_is_handed_on(aside: Aside, qtbot: QtBot) -> None:
    def act() -> None:
        raise BadInput("Not today.")

    with qtbot.waitSignal(aside.failed) as failed:
        aside.start(act)
    assert failed.args is not None
    assert str(failed.args[0]) == "Not today."
    with qtbot.waitSignal(aside.done) as done:
        aside.start(lambda: "better")
    assert done.args == ["better"]


def test_a_fault_of_ours_is_raised_where_faults_are_reported_and_whoever_waits_is_told(
    aside: Aside, qtbot: QtBot
) -> None:
    told: list[str] = []
    aside.failed.connect(lambda error: told.append(str(error)))
    with qtbot.captureExceptions() as raised:
        aside.start(lambda: 1 / 0)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert told == ["That was not done: the program made a mistake."]
    assert not aside.busy


def test_whoever_asked_may_be_gone(parent: QObject, qtbot: QtBot) -> None:
    go_on, over = Event(), Event()
    aside = Aside(parent)

    def act() -> None:
        go_on.wait(10)
        over.set()

    told: list[object] = []
    aside.done.connect(told.append)
    aside.start(act)
    aside.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    go_on.set()
    assert over.wait(10)
    qtbot.wait(2 * LOOKS)
    assert told == []
