"""Ways in which files are damaged: by power cuts, worn disks, and programs that write astray."""

from collections.abc import Callable
from pathlib import Path
from random import Random

PAGE = 4096


def _some_page(data: bytearray, random: Random) -> int:
    return random.randrange(max(1, len(data) // PAGE)) * PAGE


def some_bytes(data: bytearray, random: Random) -> None:
    begin = _some_page(data, random)
    for _ in range(random.randint(1, 50)):
        data[begin + random.randrange(PAGE)] = random.randrange(256)


def a_page_of_noise(data: bytearray, random: Random) -> None:
    begin = _some_page(data, random)
    data[begin : begin + PAGE] = random.randbytes(PAGE)


def an_empty_page(data: bytearray, random: Random) -> None:
    begin = _some_page(data, random)
    data[begin : begin + PAGE] = bytes(PAGE)


def a_sector_of_noise(data: bytearray, random: Random) -> None:
    begin = random.randrange(len(data) // 512) * 512
    data[begin : begin + 512] = random.randbytes(512)


def many_pages(data: bytearray, random: Random) -> None:
    for _ in range(random.randint(2, 12)):
        a_page_of_noise(data, random)


def cut_at_a_page(data: bytearray, random: Random) -> None:
    del data[random.randrange(1, len(data) // PAGE) * PAGE :]


def cut_anywhere(data: bytearray, random: Random) -> None:
    del data[random.randrange(1, len(data)) :]


def the_header(data: bytearray, random: Random) -> None:
    length = random.randint(1, 40)
    begin = random.randrange(100 - length)
    data[begin : begin + length] = random.randbytes(length)


def the_list_of_tables(data: bytearray, random: Random) -> None:
    data[100:PAGE] = random.randbytes(PAGE - 100)


def the_first_page(data: bytearray, random: Random) -> None:
    data[:PAGE] = bytes(PAGE)


def two_pages_exchanged(data: bytearray, random: Random) -> None:
    one, other = _some_page(data, random), _some_page(data, random)
    data[one : one + PAGE], data[other : other + PAGE] = (
        data[other : other + PAGE],
        data[one : one + PAGE],
    )


def everything(data: bytearray, random: Random) -> None:
    data[:] = random.randbytes(len(data))


def all_gone(data: bytearray, random: Random) -> None:
    data.clear()


DAMAGES: list[Callable[[bytearray, Random], None]] = [
    some_bytes,
    a_page_of_noise,
    an_empty_page,
    a_sector_of_noise,
    many_pages,
    cut_at_a_page,
    cut_anywhere,
    the_header,
    the_list_of_tables,
    the_first_page,
    two_pages_exchanged,
    everything,
    all_gone,
]


def damage(path: Path, how: Callable[[bytearray, Random], None], random: Random) -> None:
    """Damage the file at `path`."""
    data = bytearray(path.read_bytes())
    how(data, random)
    path.write_bytes(data)


def damage_log(path: Path, random: Random) -> None:
    """Damage the log beside the database at `path`, where there is one."""
    log = path.with_name(f"{path.name}-wal")
    if log.is_file() and log.stat().st_size:
        data = bytearray(log.read_bytes())
        begin = random.randrange(len(data))
        data[begin : begin + 30] = random.randbytes(30)
        if random.random() < 0.3:
            del data[random.randrange(len(data)) :]
        log.write_bytes(data)
