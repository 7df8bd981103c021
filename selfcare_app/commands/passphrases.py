"""`selfcare passphrase`: lock the data, change the passphrase, take it away."""

from argparse import Namespace

from selfcare_app.commands.output import say
from selfcare_app.commands.places import opened
from selfcare_app.commands.unlocking import passphrase
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.services.passphrase import check_passphrase, new_key, recovery_key
from selfcare_app.services.workspace import Workspace


def passphrases(arguments: Namespace) -> int:
    """Set or change the passphrase and print the recovery key, or take the passphrase away."""
    with opened(arguments) as workspace:
        if arguments.what == "remove":
            if workspace.encryption.key is None:
                raise BadInput(tr("There is no passphrase."))
            workspace.encryption.use(None)
            say(tr("The data is no longer locked; whoever can read its folder can read it."))
        else:
            key = new_key(_new_passphrase(arguments))
            workspace.encryption.use(key)
            say(tr("The data is locked. Your recovery key, to write down or print:"))
            say(f"  {recovery_key(key)}")
            say(tr("Without the passphrase and without this key the data is lost."))
        _bring_copies_along(workspace)
    return 0


def _new_passphrase(arguments: Namespace) -> str:
    typed = passphrase(arguments, tr("New passphrase: "))
    check_passphrase(typed)
    if arguments.passphrase_fd is None and passphrase(arguments, tr("Once more: ")) != typed:
        raise BadInput(tr("The two are not the same; nothing was changed."))
    return typed


def _bring_copies_along(workspace: Workspace) -> None:
    work = workspace.encryption.copies_to_change()
    left = work.change() if work is not None else []
    if not left:
        workspace.encryption.copies_changed()
        return
    say(tr("These copies stay as they were, for they could not be written anew:"))
    for file in left:
        say(f"  {file}")
