"""Prints what became of a writing program: `python -m tests.endurance --kills 50 [--seed 7]`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, time_ns

from tests.endurance.kills import WRITES, Kills


def main(words: list[str]) -> int:
    """Kill as often as is asked for; ends with a traceback at the first write that is lost."""
    parser = ArgumentParser(prog="python -m tests.endurance")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=time_ns() % 1_000_000)
    arguments = parser.parse_args(words)
    say(f"{arguments.kills} kills, each at a random moment of {WRITES} writes; --seed ", "")
    say(str(arguments.seed))
    begin = perf_counter()
    with TemporaryDirectory() as folder:
        kills = Kills(Path(folder) / "selfcare.db", arguments.seed)
        found = [kills.kill_one() for _ in range(arguments.kills)]
    recovered = [killed.log_bytes for killed in found if killed.log_bytes]
    say(f"writes acknowledged and checked   {sum(killed.acknowledged for killed in found):8}")
    say(f"saved, but killed before saying so{sum(killed.unsaid for killed in found):8}")
    say(f"logs left behind and recovered    {len(recovered):8}")
    say(f"largest of them                   {max(recovered, default=0) // 1000:8} kB")
    say(f"lost, half there, or damaged      {0:8}")
    say(f"time                              {perf_counter() - begin:8.1f} s")
    return 0


def say(line: str, end: str = "\n") -> None:
    """Print `line`."""
    sys.stdout.write(line + end)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
