"""The week as it is planned: a row a weekday, to be dragged, moved by keys or typed."""
