"""Where things lie: a person's data, and the files that come with the program."""

import os
from pathlib import Path

DATA_FOLDER_VARIABLE = "SELFCARE_DATA_DIR"


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of a person's data: `chosen`, else $SELFCARE_DATA_DIR, else the system's place.

    The folder need not be there yet.
    """
    if chosen is not None:
        return chosen
    from_environment = os.environ.get(DATA_FOLDER_VARIABLE)
    if from_environment:
        return Path(from_environment)
    # Imported here because it would cost every start some 20 ms.
    from platformdirs import user_data_path

    return user_data_path("selfcare", appauthor=False)


def database_file(folder: Path) -> Path:
    """The database in the data folder."""
    return folder / "selfcare.db"


def backup_folder(folder: Path) -> Path:
    """Where copies of the database go unless a person says otherwise."""
    return folder / "backups"


def log_file(folder: Path) -> Path:
    """Where faults of the program are written down."""
    return folder / "selfcare.log"


def resources() -> Path:
    """The folder of icons and the like: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
