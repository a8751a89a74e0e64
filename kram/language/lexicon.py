"""Compiling ``knowledge/language`` and the names in the knowledge base into one table.

The table is plain JSON data, so that the spaCy pipeline can be written to disk with it and
loaded again without reading a single YAML file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kram.errors import ContentError, Fault
from kram.knowledge.yaml_files import fault, read_yaml
from kram.language.company import Company
from kram.language.cues import Cues, PersonWords
from kram.language.measures import measures_of
from kram.language.model import Kind
from kram.language.normalize import Normalizer
from kram.language.patterns import DEFAULT_REACH, Pattern, expand
from kram.language.places import DEFAULT_CHAIN_REACH, Chain
from kram.language.quantity_words import QuantityWords
from kram.language.repair import Lexicon
from kram.language.targets import alike, guessed_words, words_of_complaints

PATTERN_FILES: tuple[tuple[str, Kind], ...] = (
    ("findings.yml", Kind.FINDING),
    ("populations.yml", Kind.POPULATION),
    ("contexts.yml", Kind.CONTEXT),
    ("remedies.yml", Kind.REMEDY),
)


@dataclass(frozen=True)
class LanguageTable:
    """Everything the pipeline needs, as plain data (see `compile_table`)."""

    data: Mapping[str, Any]

    def normalizer(self) -> Normalizer:
        """A normaliser with the lexicon of this table."""
        words = self.data["lexicon"]
        return Normalizer(
            Lexicon(
                slang=words["slang"],
                vocabulary=frozenset(words["vocabulary"]),
                typo_targets=tuple(words["typo_targets"]),
                known=frozenset(words["known"]),
                own_words=frozenset(words.get("own_words", ())),
                outside=frozenset(words.get("outside", ())),
                ordinary=frozenset(words.get("ordinary", ())),
                told=tuple(words.get("told", ())),
                rare=frozenset(words.get("rare", ())),
                common=frozenset(words.get("common", ())),
                denials=frozenset(words.get("denials", ())),
                company=Company(self.data),
            )
        )

    def digest(self) -> str:
        """A short name of all that it holds; another table has another."""
        return hashlib.sha256(json.dumps(dict(self.data), sort_keys=True).encode()).hexdigest()[:16]

    def cues(self) -> Cues:
        """The cue words of this table."""
        raw = dict(self.data["cues"])
        persons = {
            name: PersonWords(
                words=frozenset(value["words"]),
                alone=value.get("alone", False),
                not_before=frozenset(value.get("not_before", ())),
                not_after=frozenset(value.get("not_after", ())),
                aged=frozenset(value.get("aged", ())),
            )
            for name, value in raw.pop("persons").items()
        }
        mended = {kind: frozenset(words) for kind, words in raw.pop("mended").items()}
        return Cues(persons=persons, mended=mended, **{name: frozenset(words) for name, words in raw.items()})

    def quantity_words(self) -> QuantityWords:
        """The words around numbers."""
        words: dict[str, Any] = {
            name: value if isinstance(value, Mapping) else frozenset(value)
            for name, value in self.data["quantities"].items()
        }
        words["less_than"] = tuple(tuple(cue.split()) for cue in self.data["quantities"]["less_than"])
        return QuantityWords(**words)

    def patterns(self) -> list[Pattern]:
        """All patterns, groups already expanded."""
        return [
            Pattern(
                kind=Kind(raw["kind"]),
                value=raw["value"],
                head=frozenset(raw["head"]),
                needs=tuple(frozenset(need) for need in raw["needs"]),
                without=frozenset(raw["without"]),
                without_anywhere=frozenset(raw["without_anywhere"]),
                needs_anywhere=tuple(frozenset(need) for need in raw.get("needs_anywhere", ())),
                without_between=frozenset(raw.get("without_between", ())),
                reach=raw["reach"],
                denies=raw.get("denies", False),
                lasting=raw.get("lasting", False),
                only_denied=raw.get("only_denied", False),
            )
            for raw in self.data["patterns"]
        ]

    def chains(self) -> list[Chain]:
        """All chains, their phrases already in normal words."""
        return [
            Chain(
                name=raw["name"],
                first=tuple(tuple(phrase.split()) for phrase in raw["first"]),
                through=frozenset(raw["through"]),
                last=tuple(tuple(phrase.split()) for phrase in raw["last"]),
                reach=raw["reach"],
            )
            for raw in self.data.get("chains", ())
        ]

    def together(self) -> dict[str, tuple[frozenset[str], ...]]:
        """Concept -> the sets of concepts of which a message must have one each."""
        named = self.data.get("together", {})
        return {name: tuple(frozenset(group) for group in groups) for name, groups in named.items()}

    def partial_masks(self) -> dict[str, frozenset[str]]:
        """Concept -> the names that it removes inside it."""
        return {name: frozenset(hidden) for name, hidden in self.data.get("partial_masks", {}).items()}

    def replaced(self, where: str) -> dict[str, frozenset[str]]:
        """What is told -> what does not count beside it, on the ``same_words`` or anywhere in the ``message``."""
        named = self.data.get("replaced", {}).get(where, {})
        return {value: frozenset(others) for value, others in named.items()}


def compile_table(
    folder: Path,
    aliases: Mapping[str, Iterable[str]],
    own_words: Iterable[str] = (),
    ordinary: Mapping[str, float] | None = None,
) -> LanguageTable:
    """Read ``knowledge/language`` and make the table.

    Args:
        folder: the folder with ``slang.yml``, ``cues.yml``, ``concepts.yml`` and the patterns.
        aliases: topic id -> what people call it, from the knowledge entries.
        own_words: words that the answers use; none of them is a slip of another.
        ordinary: words of the language and how common each is; none of them is a slip either.

    Raises:
        ContentError: a file is broken or names a concept that does not exist.
    """
    measures = measures_of(read_yaml(folder / "perihal.yml"))
    computed = {*_COMPUTED, *(one["concept"] for one in measures["ranges"])}
    concepts, concepts_file, faults = _read_concepts(sorted((folder / "concepts").glob("*.yml")))
    groups: dict[str, list[str]] = concepts_file["kelompok"]
    chains, unknown_lists = _chains(concepts_file["rangkaian"], concepts, concepts_file["daftar_kata"])
    faults += [
        fault(folder / "concepts", ["rangkaian", name], f"konsep atau daftar_kata, bukan {', '.join(lists)}")
        for name, lists in unknown_lists.items()
    ]
    for chain in chains:
        concepts.setdefault(chain["name"], [])
    together: dict[str, list[list[str]]] = concepts_file["bersama"]
    for name, parts in together.items():
        concepts.setdefault(name, [])
        if unknown := sorted({n for part in parts for n in part} - concepts.keys()):
            faults.append(fault(folder / "concepts", ["bersama", name], f"konsep yang ada, bukan {', '.join(unknown)}"))
    patterns: list[dict[str, Any]] = []
    replaced: dict[str, dict[str, list[str]]] = {"same_words": {}, "message": {}}
    for file_name, kind in PATTERN_FILES:
        path = folder / file_name
        for value, body in (read_yaml(path) or {}).items():
            for key, reach in (("menggantikan", "same_words"), ("menggantikan_pesan", "message")):
                if body.get(key):
                    replaced[reach][value] = list(body[key])
            phrases = list(body.get("frasa") or ())
            if phrases:
                own = f"{kind.value}:{value}"
                concepts[own] = phrases
                patterns.append(_pattern(kind, value, {"inti": own, "tanpa": body.get("tanpa", [])}, groups))
            for index, raw in enumerate(body.get("pola") or ()):
                compiled = _pattern(kind, value, raw, groups)
                patterns.append(compiled)
                named = {
                    *compiled["head"],
                    *compiled["without"],
                    *compiled["without_anywhere"],
                    *compiled["without_between"],
                    *(n for need in (*compiled["needs"], *compiled["needs_anywhere"]) for n in need),
                }
                unknown = sorted(named - concepts.keys() - computed)
                if unknown:
                    faults.append(
                        fault(path, [value, "pola", index], f"concepts of concepts.yml, not {', '.join(unknown)}")
                    )
    for topic, names in aliases.items():
        own = f"{Kind.TOPIC.value}:{topic}"
        concepts[own] = list(names)
        patterns.append(_pattern(Kind.TOPIC, topic, {"inti": own}, groups))
    for mask, hidden in concepts_file["topeng_sebagian"].items():
        unknown = sorted({mask, *hidden} - concepts.keys() - computed)
        if unknown:
            where = ["topeng_sebagian", mask]
            faults.append(fault(folder / "concepts", where, f"konsep yang ada, bukan {', '.join(unknown)}"))
    if unknown := sorted(set(concepts_file["senyap"]) - concepts.keys()):
        faults.append(fault(folder / "concepts", ["senyap"], f"konsep yang ada, bukan {', '.join(unknown)}"))
    if faults:
        raise ContentError(faults)
    slang = {str(k): str(v) for k, v in (read_yaml(folder / "slang.yml") or {}).items()}
    known = [str(w) for w in read_yaml(folder / "known_words.yml") or ()]
    outside = {str(name): [str(form) for form in forms] for name, forms in read_yaml(folder / "outside.yml").items()}
    cues = read_yaml(folder / "cues.yml")
    quantities = read_yaml(folder / "quantities.yml")
    never_repaired = set(concepts_file["tanpa_perbaikan"])
    vocabulary = {word for forms in concepts.values() for form in forms for word in str(form).lower().split()}
    vocabulary |= {word for formal in slang.values() for word in formal.split()}
    vocabulary |= {w for words in cues.values() if isinstance(words, list) for w in words}
    vocabulary |= {w for person in cues["persons"].values() for words in person["words"] for w in words.split()}
    vocabulary |= {w for chain in chains for key in ("first", "last") for phrase in chain[key] for w in phrase.split()}
    vocabulary |= {w for chain in chains for w in chain["through"]}
    typo = {
        word
        for name, forms in concepts.items()
        if name not in never_repaired and not name.startswith((f"{Kind.TOPIC.value}:", f"{Kind.REMEDY.value}:"))
        for form in forms
        for word in str(form).lower().split()
        if word.isalpha() and len(word) >= 4 and word not in known
    } - set(cues["negation"])
    # Other spellings of a word may be mistyped too; words of a region would only pull in their neighbours.
    typo |= {f for f, formal in slang.items() if formal in typo and len(f) >= 4 and f.isalpha() and alike(f, formal)}
    ordinary = ordinary or {}
    told = words_of_complaints(concepts, chains, patterns, concepts_file["tanpa_tebakan"])
    guessed = guessed_words(typo, told, slang, cues, quantities, ordinary)
    table: dict[str, Any] = {
        "lexicon": {
            "slang": slang,
            "vocabulary": sorted(vocabulary),
            "typo_targets": sorted(typo),
            "known": known,
            "own_words": sorted(set(own_words)),
            "ordinary": sorted(word for word in set(ordinary) - typo if len(word) >= 4 and word.isalpha()),
            **guessed,
            "outside": sorted({form for forms in outside.values() for form in forms if " " not in form}),
        }
    }
    normal = _Normal(LanguageTable(table).normalizer())
    return LanguageTable(
        {
            **table,
            "cues": cues,
            "quantities": quantities,
            "measures": measures,
            "concepts": {name: normal.phrases(forms) for name, forms in concepts.items()},
            "chains": [{**c, "first": normal.phrases(c["first"]), "last": normal.phrases(c["last"])} for c in chains],
            "together": together,
            "masks": list(concepts_file["topeng"]),
            "partial_masks": dict(concepts_file["topeng_sebagian"]),
            "silent": sorted(set(concepts_file["senyap"])),
            "families": [sorted(expand(family, groups)) for family in concepts_file["warisan"]],
            "body": sorted(expand("bagian_tubuh", groups)),
            "legs": sorted(expand("bagian_kaki", groups)),
            "patterns": patterns,
            "replaced": replaced,
            "outside": {name: normal.phrases(forms) for name, forms in outside.items()},
        }
    )


_COMPUTED = (
    "durasi_10_menit", "durasi_1_jam", "durasi_hari", "durasi_minggu", "sering_per_minggu",
    "umur_lansia", "umur_50", "umur_anak", "umur_anak_kecil", "umur_lewat_nifas",
    "suhu_demam", "lebih_6_minggu", "lebih_3_bulan", "perjalanan_lama",
    "sebut_hari", "sebut_menit_lama", "sebut_jam_lama", "potongan", "umur_hamil", "minggu_hamil",
)  # fmt: skip
"""Concepts that are computed from quantities instead of being looked up (see `pipeline`)."""


def _read_concepts(paths: Iterable[Path]) -> tuple[dict[str, list[str]], dict[str, Any], list[Fault]]:
    """All concepts of a folder, and the sections that the files share, merged."""
    concepts: dict[str, list[str]] = {}
    shared: dict[str, Any] = {
        **{key: {} for key in ("kelompok", "topeng_sebagian", "rangkaian", "daftar_kata", "bersama")},
        **{key: [] for key in ("warisan", "topeng", "tanpa_perbaikan", "tanpa_tebakan", "senyap")},
    }
    faults: list[Fault] = []
    for path in paths:
        content = read_yaml(path) or {}
        for section, names in (content.get("konsep") or {}).items():
            for name, forms in names.items():
                if name in concepts:
                    faults.append(fault(path, ["konsep", section, name], "a name that no other file uses"))
                concepts[name] = [str(form) for form in forms]
        for key, merged in shared.items():
            value = content.get(key)
            if key == "topeng_sebagian":
                for name, hidden in (value or {}).items():
                    merged[name] = [*merged.get(name, ()), *hidden]
            elif isinstance(merged, dict):
                merged.update(value or {})
            else:
                merged.extend(value or ())
    return concepts, shared, faults


_DENIED = "disangkal"
"""A need that no word fills: the head must be denied."""


def _pattern(kind: Kind, value: str, raw: Mapping[str, Any], groups: Mapping[str, list[str]]) -> dict[str, Any]:
    needs = raw.get("dengan") or ()
    return {
        "kind": kind.value,
        "value": value,
        "head": sorted(expand(raw["inti"], groups)),
        "needs": [sorted(expand(need, groups)) for need in needs if need != _DENIED],
        "without": sorted(expand(list(raw.get("tanpa") or ()), groups)),
        "without_anywhere": sorted(expand(list(raw.get("tanpa_pesan") or ()), groups)),
        "needs_anywhere": [sorted(expand(need, groups)) for need in raw.get("dengan_pesan") or ()],
        "without_between": sorted(expand(list(raw.get("tanpa_antara") or ()), groups)),
        "reach": int(raw.get("jarak", DEFAULT_REACH)),
        "denies": bool(raw.get("sangkal", False)),
        "lasting": bool(raw.get("tetap", False)),
        "only_denied": _DENIED in needs,
    }


def _chains(
    raw: Mapping[str, Sequence[Mapping[str, Any]]], concepts: Mapping[str, list[str]], words: Mapping[str, list[str]]
) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The chains of all files; ``$name`` stands for the forms of a concept or for a list of words.

    Returns:
        The chains, and for each chain the lists that do not exist.
    """
    lists = {**concepts, **words}
    unknown: dict[str, list[str]] = {}

    def spelt_out(name: str, items: Iterable[Any]) -> list[str]:
        forms: list[str] = []
        for item in map(str, items):
            if item[:1] != "$":
                forms.append(item)
            elif item[1:] in lists:
                forms += lists[item[1:]]
            else:
                unknown.setdefault(name, []).append(item[1:])
        return forms

    chains = [
        {
            "name": name,
            "first": spelt_out(name, chain["awal"]),
            "through": spelt_out(name, chain.get("lewat", ())),
            "last": spelt_out(name, chain["akhir"]),
            "reach": int(chain.get("jarak", DEFAULT_CHAIN_REACH)),
        }
        for name, group in raw.items()
        for chain in group
    ]
    return chains, unknown


class _Normal:
    """Forms as the message will have them, so that loading a pipeline need not normalise them again."""

    def __init__(self, normalizer: Normalizer) -> None:
        self._normalizer = normalizer

    def phrases(self, forms: Iterable[str]) -> list[str]:
        spelt = (" ".join(token.norm for token in self._normalizer.tokens(form)) for form in forms)
        return list(dict.fromkeys(form for form in spelt if form))
