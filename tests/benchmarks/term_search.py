"""How long a search takes in process, over the real vocabularies of the corpus.

    python tests/benchmarks/term_search.py CORPUS [FIELD]

FBbi, NCBITaxon, UO, PATO, CHMO, PSI-MS, CL and UBERON slims and the starter are loaded into a scratch index. Then more
than 300 texts are looked up: labels, synonyms, beginnings, words in another order, misspelt names, ids, and what is
said at the bench. Printed are percentiles of wall-clock and of processor time, milliseconds, by kind of text; each
text is looked up once before, so that the file is in memory, and then measured three times, the median counts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))

from corpus_vocabularies import load_corpus

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.ontology import Term
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.questions import TermSearch
from imagegraph.testing.terms import terms_of

_BENCH = (
    "EM,TEM,SEM,SIM,TIRF,FRET,FLIM,FRAP,STED,PALM,STORM,LSFM,CLEM,AFM,MRI,micro-CT,H&E,DAPI,GFP,PFA,HeLa,HEK293,E. coli,"
    "S. cerevisiae,mouse,zebrafish,human,fruit fly,µm,um,nm,lightsheet microscopy,nothing like this,C. elegans"
)
_VOCABULARIES = ("fbbi", "ncbitaxon", "uo", "pato", "chmo", "ms", "cl", "uberon")
_EACH = 8


def _misspelt(text: str, random: Random) -> str:
    """Two neighbouring letters exchanged, somewhere after the first."""
    place = random.randrange(1, max(len(text) - 2, 2))
    return text[:place] + text[place + 1 : place + 2] + text[place] + text[place + 2 :]


def _shuffled(text: str, random: Random) -> str:
    words = text.split()
    random.shuffle(words)
    return " ".join(words)


def _texts(terms: Sequence[Term], random: Random) -> Iterator[tuple[str, str]]:
    """(kind, text) for some terms of one vocabulary."""
    for term in random.sample(terms, _EACH):
        synonyms = [name.text for name in term.names if name.kind != "label"]
        label = term.label
        yield "label", label
        yield "beginning", label[: max(3, len(label) // 2)]
        yield "misspelt", _misspelt(label, random)
        yield "words", _shuffled(label, random)
        yield "id", packaged_registry().curie(term.iri)
        if synonyms:
            yield "synonym", random.choice(synonyms)


def _measured(lookup: TermLookup, text: str, field: str | None) -> tuple[float, float]:
    """Wall-clock and processor time of one search, milliseconds."""
    walls, processor = [], []
    for number in range(4):
        wall, used = time.perf_counter(), time.process_time()
        lookup.search(TermSearch(q=text[:500], field=field))
        if number:
            walls.append((time.perf_counter() - wall) * 1000)
            processor.append((time.process_time() - used) * 1000)
    return median(walls), median(processor)


def _row(kind: str, times: Sequence[tuple[float, float]]) -> str:
    cells = []
    for values in zip(*times, strict=True):
        cuts = quantiles(values, n=100, method="inclusive")
        cells += [cuts[49], cuts[94], cuts[98]]
    return f"{kind:10} {len(times):6} " + " ".join(f"{cell:8.2f}" for cell in cells)


def main() -> None:
    """Build, measure, print."""
    corpus, field = Path(sys.argv[1]), (sys.argv[2] if len(sys.argv) > 2 else None)
    random = Random(1)  # noqa: S311 - the same texts every time
    with tempfile.TemporaryDirectory() as folder:
        index = SqliteTermIndex(Path(folder) / "terms.sqlite")
        load_corpus(index, corpus)
        texts = [("bench", text) for text in _BENCH.split(",")]
        for vocabulary in _VOCABULARIES:
            page = terms_of(index, vocabulary, limit=100_000).terms
            texts += _texts([term for term in page if term.names and not term.obsolete], random)
        lookup = TermLookup(index, packaged_registry())
        times = [(kind, text, _measured(lookup, text, field)) for kind, text in texts]
        index.close()
    print(
        f"field: {field or 'none'}\n{'kind':10} {'texts':>6} {'p50':>8} {'p95':>8} {'p99':>8} {'cpu p50':>8} {'p95':>8} {'p99':>8}"
    )
    for kind in dict.fromkeys(kind for kind, *_ in times):
        print(_row(kind, [time for other, _, time in times if other == kind]))
    print(_row("all", [time for *_, time in times]))
    for kind, text, (wall, used) in sorted(times, key=lambda entry: -entry[2][1])[:8]:
        print(f"  slowest: {kind:10} {wall:6.1f} {used:6.1f}  {text[:70]}")


if __name__ == "__main__":
    main()
