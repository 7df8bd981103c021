"""The breathing guide leads each breath in the time that was chosen for it."""

from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.breath_seconds import SECONDS
from selfcare_app.domain.breathing import Phase, Rhythm

rhythms = st.builds(Rhythm, st.sampled_from(SECONDS), st.sampled_from(SECONDS))
times = st.floats(0, 4 * 3600)


def test_a_breath_takes_five_seconds_each_way_unless_chosen_otherwise() -> None:
    rhythm = Rhythm()
    begin, full, empty = rhythm.at(0), rhythm.at(5), rhythm.at(10)
    assert (begin.phase, begin.count, begin.fullness, begin.number) == (Phase.IN, 1, 0, 1)
    assert (full.phase, full.count, full.fullness, full.number) == (Phase.OUT, 1, 1, 1)
    assert (empty.phase, empty.count, empty.fullness, empty.number) == (Phase.IN, 1, 0, 2)


def test_the_ring_is_half_way_in_the_middle_of_each_phase() -> None:
    rhythm = Rhythm(4, 6)
    assert round(rhythm.at(2).fullness, 9) == round(rhythm.at(7).fullness, 9) == 0.5


@given(rhythms, times)
def test_counts_go_from_one_to_the_seconds_of_the_phase(rhythm: Rhythm, seconds: float) -> None:
    breath = rhythm.at(seconds)
    most = rhythm.seconds_in if breath.phase is Phase.IN else rhythm.seconds_out
    assert 1 <= breath.count <= most
    assert 0 <= breath.fullness <= 1
    assert breath.number == int(seconds // (rhythm.seconds_in + rhythm.seconds_out)) + 1


@given(rhythms, times)
def test_the_next_look_is_at_most_a_second_away(rhythm: Rhythm, seconds: float) -> None:
    assert 0 < rhythm.seconds_to_next_count(seconds) <= 1


def test_a_breath_does_not_begin_before_its_beginning() -> None:
    assert Rhythm().at(-1) == Rhythm().at(0)
