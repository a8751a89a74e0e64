"""May this person use this remedy? The strictest status of all their populations wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kram.errors import UnknownIdError
from kram.knowledge.model import Cell, KnowledgeBase, Remedy, Status

_STRICTNESS = {Status.OK: 0, Status.CAREFUL: 1, Status.NO: 2}
_DVT_SIGNS = frozenset({"bengkak_satu_kaki", "merah_hangat", "nyeri_betis_menetap"})
_DVT_COLUMN = "curiga_dvt"


@dataclass(frozen=True)
class Suitability:
    """The status for one person, and why.

    Attributes:
        status: the strictest status that applies.
        general: the cell for everybody.
        personal: (column, cell) for each population of the person that has one, strictest first.
    """

    status: Status
    general: Cell
    personal: tuple[tuple[str, Cell], ...]

    @property
    def decisive(self) -> tuple[Cell, ...]:
        """The cells that give the status; the general one when no special one is as strict."""
        cells = tuple(cell for _, cell in self.personal if cell.status is self.status)
        return cells or (self.general,)

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of all evidence that was used."""
        return tuple(dict.fromkeys(e for cell in self.decisive for e in cell.evidence))


def columns_of(base: KnowledgeBase, populations: Iterable[str], findings: Iterable[str] = ()) -> tuple[str, ...]:
    """Columns of the remedy table that apply to a person."""
    names = sorted({*populations, *findings})
    columns = [column for name in names for column in base.remedy_columns.get(name, ())]
    # Some findings (varicose veins) have a column of their own name.
    columns += [name for name in names if name in base.remedy_column_labels]
    if _DVT_SIGNS & set(findings):
        columns.append(_DVT_COLUMN)
    return tuple(dict.fromkeys(columns))


def suitability(
    base: KnowledgeBase, remedy_id: str, populations: Iterable[str], findings: Iterable[str] = ()
) -> Suitability:
    """Look a remedy up for a person.

    A cell for a population replaces the general one; with several, the strictest wins. Where a
    person has both a population that is free of concerns and one that is not named in the
    table, the general cell still counts.

    Raises:
        UnknownIdError: no such remedy.
    """
    remedy = _remedy(base, remedy_id)
    have = frozenset(populations)
    columns = columns_of(base, have, findings)
    cells = [(c, remedy.by_population[c]) for c in columns if c in remedy.by_population]
    cells.sort(key=lambda pair: -_STRICTNESS[pair[1].status])
    named = {column for column, _ in cells}
    unnamed = [p for p in have if not named & set(columns_of(base, [p]))]
    statuses = [cell.status for _, cell in cells] + ([remedy.general.status] if unnamed or not cells else [])
    strictest = max(statuses, key=_STRICTNESS.__getitem__)
    return Suitability(strictest, remedy.general, tuple(cells))


def _remedy(base: KnowledgeBase, remedy_id: str) -> Remedy:
    try:
        return base.remedies[remedy_id]
    except KeyError:
        raise UnknownIdError("remedy", remedy_id) from None
