"""The legend says what cells mean, in as many lines as it needs."""

from selfcare_app.ui.charts.legend import LookLegend


def test_it_takes_more_lines_where_it_is_narrow(qtbot, make_habit, theme):
    legend = LookLegend()
    qtbot.addWidget(legend)
    legend.show_habit(make_habit(amounts=(20.0,), target=20), theme)
    one = legend.heightForWidth(legend.sizeHint().width())
    assert legend.heightForWidth(legend.minimumSizeHint().width()) > one
    legend.resize(legend.minimumSizeHint().width(), 5 * one)
    assert not legend.grab().isNull()
    assert legend.accessibleName() == "20 min, 40 min or more, partly, rest, open"
