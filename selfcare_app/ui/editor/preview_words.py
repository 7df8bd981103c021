"""What a change does to the past, in a few quiet sentences."""

from selfcare_app.domain.words import tr
from selfcare_app.services.preview import Figures, Preview
from selfcare_app.ui.wording import consistency_words, length_words


def preview_words(preview: Preview, *, streaks_shown: bool) -> str:
    """Figures before and after, and what becomes of what was logged."""
    sentences = [
        _consistency_sentence(preview.before, preview.after),
        _streak_sentence(preview.before, preview.after) if streaks_shown else "",
        _best_sentence(preview.before, preview.after) if streaks_shown else "",
        _strength_sentence(preview.before, preview.after),
        _amounts_sentence(preview.amounts_hidden),
        _without_amount_sentence(preview.without_amount),
    ]
    told = [sentence for sentence in sentences if sentence]
    kept = tr("Everything that you logged stays as it is.")
    return (
        " ".join([*told, kept]) if told else tr("Your figures stay as they are. {kept}", kept=kept)
    )


def _consistency_sentence(before: Figures, after: Figures) -> str:
    if before.consistency == after.consistency:
        return ""
    if not after.consistency.planned:
        return tr("With this change, nothing was planned yet.")
    now = consistency_words(after.consistency)
    if not before.consistency.planned:
        return tr("With this change, you have kept {now}.", now=now)
    then = consistency_words(before.consistency)
    return tr("With this change, you have kept {now}, instead of {then}.", now=now, then=then)


def _streak_sentence(before: Figures, after: Figures) -> str:
    if (before.streak, before.streak_unit) == (after.streak, after.streak_unit):
        return ""
    if not before.streak and not after.streak:
        return ""
    now = length_words(after.streak, after.streak_unit)
    then = length_words(before.streak, before.streak_unit)
    return tr("The streak becomes {now}, instead of {then}.", now=now, then=then)


def _best_sentence(before: Figures, after: Figures) -> str:
    """Nothing where the streak that runs is the best one, before and after: that is told."""
    if (before.best_streak, before.streak_unit) == (after.best_streak, after.streak_unit):
        return ""
    if all(figures.best_streak == figures.streak for figures in (before, after)):
        return ""
    now = length_words(after.best_streak, after.streak_unit)
    then = length_words(before.best_streak, before.streak_unit)
    return tr("The best streak becomes {now}, instead of {then}.", now=now, then=then)


def _strength_sentence(before: Figures, after: Figures) -> str:
    if before.strength == after.strength:
        return ""
    return tr(
        "Strength becomes {now} of 100, instead of {then}.",
        now=after.strength,
        then=before.strength,
    )


def _amounts_sentence(days: int) -> str:
    if not days:
        return ""
    one = tr("The amount of 1 day is kept, and shows again if you come back to amounts.")
    many = tr(
        "The amounts of {days} days are kept, and show again if you come back to amounts.",
        days=days,
    )
    return one if days == 1 else many


def _without_amount_sentence(days: int) -> str:
    if not days:
        return ""
    one = tr("1 day marked as done has no amount, and counts once you give it one.")
    many = tr(
        "{days} days marked as done have no amount, and count once you give them one.", days=days
    )
    return one if days == 1 else many
