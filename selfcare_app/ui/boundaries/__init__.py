"""The Boundaries page: the plan of the week, days off, reminders, and how the days went."""
