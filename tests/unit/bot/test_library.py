"""The knowledge as pages to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markupsafe import escape

from bot.ops.library import Library
from kram.knowledge.model import Entry, Evidence, Hit, Need, Point, Review, Source
from tests.unit.builders import entry, item, real_knowledge

_PATH = "/pengetahuan/"
_MOST_BYTES = 30_000
_VERDICTS = sorted(real_knowledge().verdicts)


class Page(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self._texts: dict[int, tuple[str, str]] = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        self._texts[len(self.tags)] = (tag, "")

    def handle_data(self, data):
        tag, text = self._texts.get(len(self.tags), ("", ""))
        self._texts[len(self.tags)] = (tag, text + data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of each element of a sort."""
        return [attributes for name, attributes in self.tags if name == tag]

    def text_of(self, tag: str) -> list[str]:
        """The words that follow each opening tag of a sort."""
        return [text.strip() for name, text in self._texts.values() if name == tag]

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [str(attributes["href"]) for attributes in self.all("a")]


def shown(text: str) -> str:
    """A text as it stands in the source of a page."""
    return str(escape(text))


@pytest.fixture(scope="module")
def library(base) -> Library:
    return Library(base)


@pytest.fixture(scope="module")
def pages(base, library) -> dict[str, Page]:
    """The page of every entry."""
    return {entry_id: Page(library.entry(entry_id) or "") for entry_id in base.entries}


@pytest.fixture(scope="module")
def everything(library, pages) -> dict[str, Page]:
    """Every page that there is."""
    hits = [Hit("lama-kram", "x", 1.0)]
    others = {
        "index": library.index(),
        "results": library.results("kram", hits),
        "no results": library.results("kram", []),
        "missing": library.missing(),
    }
    return {**pages, **{name: Page(html) for name, html in others.items()}}


@pytest.fixture
def page_of(base):
    """The page of a made entry, in the real knowledge or what the test made of it."""

    def render(made: Entry, **changes) -> Page:
        content = replace(base, entries={**base.entries, made.id: made}, **changes)
        return Page(Library(content).entry(made.id) or "")

    return render


def topic(*points: Point, **more) -> Entry:
    return replace(entry("uji", sekarang=[item("Tarik pelan.")]), kind="topik", title="Uji coba", points=points, **more)


def point(text: str = "Biasanya sebentar.", verdict: str = "didukung", evidence: tuple[str, ...] = ("CE01",)) -> Point:
    return Point(text, evidence, "B", id="lama", ask=("berapa lama",), verdict=verdict)


# --- every page --------------------------------------------------------------------------------------------


def test_every_page_is_indonesian_and_has_one_heading_of_the_first_rank(everything):
    others = [
        name
        for name, page in everything.items()
        if [a.get("lang") for a in page.all("html")] != ["id"] or len(page.all("h1")) != 1
    ]

    assert others == []


def test_no_page_has_a_script_or_anything_that_runs_one(everything):
    runs = [
        (name, tag, attributes)
        for name, page in everything.items()
        for tag, attributes in page.tags
        if tag == "script"
        or any(key.startswith("on") or "javascript:" in (value or "") for key, value in attributes.items())
    ]

    assert runs == []


def test_no_page_has_an_unfilled_gap(everything):
    assert [name for name, page in everything.items() if "{" in page.html or "}" in page.html] == []


def test_every_page_is_small(everything):
    assert [(name, len(p.html)) for name, p in everything.items() if len(p.html.encode()) >= _MOST_BYTES] == []


def test_every_page_has_the_number_to_call(base, everything):
    number = f"tel:{base.numbers['darurat']}"

    assert [name for name, page in everything.items() if number not in page.links] == []


def test_every_link_leads_to_a_page_an_anchor_a_number_or_the_web(base, everything):
    own = {"/", "/pengetahuan", *(f"{_PATH}{entry_id}" for entry_id in base.entries)}

    broken = [
        (name, link)
        for name, page in everything.items()
        for link in page.links
        if not (link.partition("#")[0] in own or link.startswith(("https://", "http://", "tel:")))
        and link.removeprefix("#") not in page.ids
    ]

    assert broken == []


def test_no_page_names_two_places_alike(everything):
    assert [name for name, page in everything.items() if len(page.ids) != len(set(page.ids))] == []


# --- the index ---------------------------------------------------------------------------------------------


def test_the_index_links_to_every_entry_once(base, library):
    links = [link for link in Page(library.index()).links if link.startswith(_PATH)]

    assert sorted(links) == sorted(f"{_PATH}{entry_id}" for entry_id in base.entries)


def test_the_index_calls_every_entry_by_its_title(base, library):
    html = library.index()

    assert [e.id for e in base.entries.values() if f">{shown(e.title)}</a>" not in html] == []


# --- entries -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unknown", ["tidak-ada", "", "../kina", "KINA"])
def test_an_unknown_id_has_no_page(library, unknown):
    library.index()

    assert library.entry(unknown) is None


def test_every_entry_has_a_page_with_its_title(base, pages):
    assert [i for i, page in pages.items() if page.text_of("h1") != [base.entry(i).title]] == []


def test_everything_that_an_entry_tells_stands_on_its_page(base, pages):
    missing = [
        (e.id, one.text)
        for e in base.entries.values()
        for one in told_by(e)
        if shown(one.text.format(**base.numbers)) not in pages[e.id].html
    ]

    assert missing == []


def test_every_page_opens_with_the_sentence_that_answers_in_general(base, pages):
    others = [
        i
        for i, page in pages.items()
        if shown(base.entry(i).opening(Need.GENERAL).format(**base.numbers)) not in page.html
    ]

    assert others == []


def test_every_point_has_an_anchor_and_is_asked_as_a_question(base, pages):
    missing = [(e.id, p.id) for e in base.entries.values() for p in e.points if p.id not in pages[e.id].ids]
    asked = {i: [text for text in page.text_of("h3") if not text.endswith("?")] for i, page in pages.items()}

    assert missing == []
    assert {i: texts for i, texts in asked.items() if texts} == {}


@pytest.mark.parametrize("verdict", _VERDICTS)
def test_the_verdict_is_shown_unless_the_claim_is_supported(base, page_of, verdict):
    page = page_of(topic(point(verdict=verdict)))

    label = shown(base.verdicts[verdict].label)
    assert (label in page.html) is (verdict != "didukung")


def test_what_is_uncertain_is_said(page_of):
    page = page_of(topic(uncertain="Belum banyak diteliti."))

    assert "Belum banyak diteliti." in page.text_of("p")


def test_hard_words_are_explained_where_they_are_used(base, page_of):
    term, meaning = next(iter(base.jargon.items()))

    used = page_of(topic(point(f"Karena {term.upper()}.")))
    not_used = page_of(topic(point("Karena dingin.")))

    assert meaning in used.text_of("dd")
    assert meaning not in not_used.text_of("dd")


@pytest.mark.parametrize(("reviewer", "phrase"), [("dr. Uji", "tinjauan_sudah"), (None, "tinjauan_belum")])
def test_a_page_says_who_reviewed_it(base, page_of, reviewer, phrase):
    review = next(e.review for e in base.entries.values() if e.review is not None)
    made = Review(reviewer, review.reviewed_on, review.review_by)

    page = page_of(topic(review=made))

    told = base.phrases[phrase].format(siapa=reviewer, sampai=review.review_by.isoformat())
    assert told in page.text_of("p")


def test_what_an_entry_tells_is_text_and_never_markup(page_of):
    page = page_of(topic(point("Kurang <b>2</b> & lebih.")))

    assert page.all("b") == []
    assert "Kurang &lt;b&gt;2&lt;/b&gt; &amp; lebih." in page.html


def test_entries_that_rest_on_the_same_evidence_are_linked(page_of):
    made = topic(point(evidence=("UJI",)))
    alike = replace(made, id="serupa", title="Serupa")
    content = real_knowledge()
    evidence = {**content.evidence, "UJI": Evidence("UJI", "Isi.", content.evidence["CE01"].sources, "B")}

    html = Library(
        replace(content, entries={"uji": made, "serupa": alike, "kina": content.entry("kina")}, evidence=evidence)
    ).entry("uji")

    links = [link for link in Page(html or "").links if link.startswith(_PATH)]
    assert f"{_PATH}serupa" in links
    assert f"{_PATH}uji" not in links


# --- sources -----------------------------------------------------------------------------------------------

_REFERENCES = re.compile(r' <span class="acuan">\[(.*?)\]</span>')


def told_by(e: Entry) -> Iterator:
    """All items and points of an entry."""
    for section in e.sections.values():
        yield from section
    yield from e.points


def titles(page: Page) -> dict[str, str]:
    """Number of each source on a page -> the element that names it."""
    return dict(re.findall(r'<li id="sumber-(\d+)">(.*?)</li>', page.html))


def references(page: Page, text: str) -> list[list[str]]:
    """For each place where a text stands on a page: the elements that its references lead to, in order."""
    listed = titles(page)
    found = [_REFERENCES.match(rest) for rest in page.html.split(shown(text))[1:]]
    return [[listed.get(n, "") for n in re.findall(r'href="#sumber-(\d+)">\1<', m[1])] if m else [] for m in found]


def test_every_reference_leads_to_the_source_behind_the_text(base, pages):
    wrong = []
    for e in base.entries.values():
        for one in told_by(e):
            behind = [shown(base.sources[s].title) for s in base.sources_of(one.behind)]
            places = references(pages[e.id], one.text.format(**base.numbers))
            right = [p for p in places if len(p) == len(behind) and all(t in li for t, li in zip(behind, p))]
            if not right:
                wrong.append((e.id, one.text))

    assert wrong == []


def test_sources_are_numbered_from_one_and_each_is_referred_to(pages):
    others = []
    for entry_id, page in pages.items():
        numbers = [int(number) for number in titles(page)]
        referred = {int(link.removeprefix("#sumber-")) for link in page.links if link.startswith("#sumber-")}
        if numbers != list(range(1, len(numbers) + 1)) or referred != set(numbers):
            others.append(entry_id)

    assert others == []


def one_source(base, **fields) -> dict:
    """Changes of the knowledge: one more source, and the evidence ``UJI`` that rests on it."""
    source = replace(Source("UJI", "Judul Uji", "Uji", "Penerbit", 2020, None, "EXP"), **fields)
    evidence = Evidence("UJI", "Isi.", ("UJI",), "A")
    return {"sources": {**base.sources, "UJI": source}, "evidence": {**base.evidence, "UJI": evidence}}


@pytest.mark.parametrize("url", ["https://nhs.example/kram", "http://nhs.example/kram"])
def test_a_source_on_the_web_is_linked_without_telling_where_one_comes_from(base, page_of, url):
    page = page_of(topic(point(evidence=("UJI",))), **one_source(base, url=url))

    (link,) = [attributes for attributes in page.all("a") if attributes["href"] == url]
    assert link["rel"] == "noreferrer"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//nhs.example", "ftp://nhs.example", " https://x", "", None]
)
def test_any_other_address_of_a_source_is_no_link(base, page_of, url):
    page = page_of(topic(point(evidence=("UJI",))), **one_source(base, url=url))

    assert "Judul Uji" in page.html
    assert "Judul Uji" not in page.text_of("a")
    assert url not in page.links


def test_a_source_is_named_with_publisher_year_and_grade(base, page_of):
    changes = one_source(base, publisher="Penerbit Uji", year=2021)

    page = page_of(topic(point(evidence=("UJI",))), **changes)

    (line,) = [text for text in titles(page).values() if "Judul Uji" in text]
    grade = base.phrases["bukti_a"]
    assert line.endswith(f", Penerbit Uji, 2021. {grade[0].upper()}{grade[1:]}.")


def test_of_several_grades_of_a_source_the_best_is_shown(base, page_of):
    changes = one_source(base)
    changes["evidence"]["UJI-C"] = Evidence("UJI-C", "Isi.", ("UJI",), "C")

    page = page_of(topic(point(evidence=("UJI-C", "UJI"))), **changes)

    (line,) = [text for text in titles(page).values() if "Judul Uji" in text]
    assert line.lower().endswith(f"{base.phrases['bukti_a']}.".lower())


# --- the search --------------------------------------------------------------------------------------------


@pytest.fixture
def hits(base) -> list[Hit]:
    """The first point of each entry, and the second of the first."""
    with_points = [e for e in base.entries.values() if len(e.points) > 1]
    first = [Hit(e.id, e.points[0].id, 1.0) for e in with_points]
    return [first[0], Hit(with_points[0].id, with_points[0].points[1].id, 0.9), *first[1:]]


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' autofocus onfocus='x", "a & b < c"]
)
def test_what_was_typed_is_text_and_never_markup(library, query):
    page = Page(library.results(query, []))

    (field,) = [attributes for attributes in page.all("input") if attributes["name"] == "q"]
    assert field["value"] == query
    assert query not in page.html
    assert page.all("script") == page.all("img") == []
    assert "onfocus" not in field


def test_braces_that_were_typed_are_no_gap_to_fill(library):
    page = Page(library.results("{{ 7 * 7 }} {darurat}", []))

    (field,) = [attributes for attributes in page.all("input") if attributes["name"] == "q"]
    assert field["value"] == "{{ 7 * 7 }} {darurat}"


def test_each_entry_is_found_once_by_its_nearest_point_and_no_more_than_eight(base, library, hits):
    page = Page(library.results("kram", hits))

    found = [link for link in page.links if link.startswith(_PATH)]
    nearest = list({hit.entry: hit for hit in reversed(hits)})[::-1]
    expected = [f"{_PATH}{entry_id}#{base.entry(entry_id).points[0].id}" for entry_id in nearest[:8]]
    assert found == expected


def test_what_was_found_is_told_with_its_text(base, library, hits):
    html = library.results("kram", hits[:1])

    first = base.entry(hits[0].entry).point(hits[0].point)
    assert shown(first.text.format(**base.numbers)) in html


def test_what_was_found_and_is_there_no_longer_is_left_out(library, hits):
    gone = [Hit("tidak-ada", "x", 1.0), Hit(hits[0].entry, "tidak-ada", 1.0)]

    assert library.results("kram", [*gone, *hits]) == library.results("kram", hits)


def test_when_nothing_is_found_the_chat_is_offered(library):
    page = Page(library.results("kram", []))

    assert page.all("ol") == []
    assert [link for link in page.links if link.startswith(_PATH)] == []
    assert page.links.count("/") == 2
