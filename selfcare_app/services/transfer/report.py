"""What an import did: what it added, and everything that it left out, with the reason."""

from dataclasses import dataclass, field

from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr


class Skipped(Value):
    """`count` things of one sort that were not carried over, and why."""

    what: str
    why: str
    count: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import added or, as a dry run, would add.

    Every count is of what is new here; what was here before is in `unchanged`. Entries
    that differ from what is here stay as they are here and are told in `skipped`.
    """

    format: str
    habits: int = 0
    entries: int = 0
    areas: int = 0
    pauses: int = 0
    reminders: int = 0
    timers: int = 0
    check_ins: int = 0
    settings: int = 0
    work: int = 0
    """Planned hours and what is logged of work days."""
    unchanged: int = 0
    """Records of the file that are here already, just the same."""
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    dry_run: bool = False

    @property
    def adds(self) -> bool:
        """Whether anything was, or would be, added."""
        return any(
            (
                *(self.habits, self.entries, self.areas, self.pauses, self.reminders),
                *(self.timers, self.check_ins, self.settings, self.work),
            )
        )

    def as_json(self) -> dict[str, object]:
        """The report as `selfcare import --json` prints it."""
        return {
            "format": self.format,
            "habits": self.habits,
            "entries": self.entries,
            "skipped": [
                {"what": skipped.what, "why": skipped.why, "count": skipped.count}
                for skipped in self.skipped
            ],
            "warnings": list(self.warnings),
        }

    def lines(self) -> list[str]:
        """The report as lines to read."""
        lines = self._added_lines()
        if self.unchanged:
            lines.append(tr("Already here, just the same: {count}", count=self.unchanged))
        if self.skipped:
            lines.append(tr("Not carried over:"))
        lines += [f"  {skipped.what}: {skipped.count} ({skipped.why})" for skipped in self.skipped]
        if self.warnings:
            lines.append(tr("Worth a look:"))
        return lines + [f"  {warning}" for warning in self.warnings]

    def _added_lines(self) -> list[str]:
        counts = (
            (tr("habits"), self.habits),
            (tr("entries"), self.entries),
            (tr("practice areas"), self.areas),
            (tr("pauses"), self.pauses),
            (tr("reminders"), self.reminders),
            (tr("timers"), self.timers),
            (tr("check-ins"), self.check_ins),
            (tr("settings"), self.settings),
            (tr("work days"), self.work),
        )
        added = [f"  {what}: {count}" for what, count in counts if count]
        if not added:
            return [tr("There is nothing new in the file.")]
        title = tr("This would be added:") if self.dry_run else tr("Added:")
        return [title, *added]
