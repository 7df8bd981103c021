"""Frozen values: what a frozen dataclass is, without its cost at every start.

`dataclasses` loads `inspect` and compiles several functions for each class, which made up
a third of the time that `selfcare today` took. Here a class only notes its fields' names.
Where nothing else keeps `dataclasses` away, as in the import of a file, it is as good.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """Base of a class whose annotated attributes are its fields, in order; none can be set
    afterwards. Two are equal when their classes and all their fields are."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[Mapping[str, object]] = {}

    def __init_subclass__(cls) -> None:
        """Note the names and defaults of the fields that the new class has."""
        super().__init_subclass__()
        names = tuple(name for name in cls.__annotations__ if not name.startswith("_"))
        cls.__match_args__ = names  # type: ignore[misc]  # mypy takes it for ours to leave alone
        cls._defaults = {name: getattr(cls, name) for name in names if hasattr(cls, name)}

    def __init__(self, /, *values: Any, **named: Any) -> None:
        """Raises TypeError where a field without a default is left out, or one is unknown."""
        names = self.__match_args__
        fields = self.__dict__
        fields.update(self._defaults)
        fields.update(zip(names, values, strict=False))
        fields.update(named)
        unknown = named.keys() - set(names[len(values) :])
        if unknown or len(values) > len(names) or len(fields) < len(names):
            raise TypeError(f"{type(self).__name__} has the fields {', '.join(names)}")
        self._check()

    def _check(self) -> None:
        """For a class that refuses some values: called with all fields in place."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be set: a value is frozen")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted: a value is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__[name] for name in self.__match_args__))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({fields})"


V = TypeVar("V", bound=Value)


def replace(value: V, /, **changes: object) -> V:
    """`value` with some fields changed, checked anew."""
    return type(value)(**{**value.__dict__, **changes})
