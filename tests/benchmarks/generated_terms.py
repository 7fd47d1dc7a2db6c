"""Believable terms in any number, made from word lists: taxa with two names, and cells and parts of organs."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imagegraph.model.ontology import PART_OF, Parent, Term, TermName

BASE = "http://example.org/terms/GEN_"


def _words(text: str) -> list[str]:
    return text.split()


_STARTS = _words("""acan aero albi amphi ana arachno argo astra bacter bathy brachy calli carpo cephal cerato chloro chryso
cinno clado copro coryno crypto cyano dacty dendro dermo dino diplo echino ento erythro eu flavo fulvo gastro glauco
gono gymno halo helio hemi hetero hippo holo hydro hylo ichthyo iso lampro lepto leuco litho lopho macro malaco mega
melano meso micro mono myco myxo necto nemato neo noto octo odonto oligo ornitho oxy pachy paleo penta phago philo
phyllo physa platy pleuro polio poly proto pseudo psychro ptero pyro rhabdo rhino rhodo rubi sapro schizo sclero spiro
stego steno strepto stylo syn tacho tetra thermo tricho tropi uro vario veno viri xantho xeno zygo""")
_MIDDLES = _words(
    "bi ca ce de do fe gi la le li lo ma mi mo na ni no pa pe phy ra ri ro sa si ta te ti to va ve xi za"
)
_ENDS = _words(
    "acter aceae alis anthus aria baris bius cera coccus cola derma dium ella ensis eus formis gaster idium ifer inus ites ium lepis lutea mys nema oides opsis ornis osus phora phyton pus saurus soma spora stoma thrix tus ula um ura us virus ys"
)
_CELLS = _words(
    "cell neuron progenitor fibroblast macrophage epithelium gland nerve artery vein membrane nucleus tissue layer bud"
)
_KINDS = _words("of in from near lining supplying")
_ORGANS = _words(
    "heart liver kidney brain retina lung spleen thymus skin tongue colon ileum jejunum femur tibia cortex medulla cochlea cornea iris ovary testis uterus placenta pancreas bladder ureter aorta pons cerebellum hippocampus thalamus"
)
_QUALITIES = _words(
    "left right dorsal ventral anterior posterior outer inner mature immature fetal adult primary secondary superficial deep lateral medial"
)


def _latin(chance: random.Random, syllables: int) -> str:
    middle = "".join(chance.choice(_MIDDLES) for _ in range(syllables))
    return chance.choice(_STARTS) + middle + chance.choice(_ENDS)


def generated_terms(count: int, *, seed: int = 3) -> Iterator[Term]:
    """So many terms, the same for the same seed: two thirds taxa, one third anatomy; 1.5 synonyms each."""
    chance = random.Random(seed)  # noqa: S311
    genus = ("root", 0)
    for number in range(count):
        iri = f"{BASE}{number:07}"
        if number % 3 == 2:
            yield _anatomy(chance, iri, number)
            continue
        if number % 24 == 0:
            genus = (_latin(chance, chance.randint(0, 2)).capitalize(), number)
            parent, label = number // 24, genus[0]
        else:
            parent, label = genus[1], f"{genus[0]} {_latin(chance, chance.randint(0, 2))}"
        names = [TermName(text=label, language="en")]
        if number % 2:
            names.append(
                TermName(
                    text=f"{label} {_latin(chance, 1).capitalize()}, {chance.randint(1800, 2020)}",
                    kind="exact",
                )
            )
            names.append(TermName(text=f"{chance.choice(_QUALITIES)} {_latin(chance, 0)}", kind="related"))
            names.append(TermName(text=f"{_latin(chance, 1)} {chance.choice(_CELLS)}", kind="broad"))
        yield _term(iri, names, parent if parent != number else None)


def _anatomy(chance: random.Random, iri: str, number: int) -> Term:
    thing, organ = chance.choice(_CELLS), chance.choice(_ORGANS)
    label = f"{chance.choice(_QUALITIES)} {thing} {chance.choice(_KINDS)} {organ} {number % 9973}"
    names = [TermName(text=label, language="en"), TermName(text=f"{organ} {thing} {number}", kind="exact")]
    return _term(iri, names, max(0, number // 7), whole=max(0, number // 11))


def _term(iri: str, names: Sequence[TermName], parent: int | None, *, whole: int | None = None) -> Term:
    parents = [] if parent is None else [Parent(iri=f"{BASE}{parent:07}")]
    if whole is not None:
        parents.append(Parent(iri=f"{BASE}{whole:07}", relation=PART_OF))
    return Term(
        iri=iri, names=tuple(names), definition=f"What is called {names[0].text}.", parents=tuple(parents)
    )


@dataclass(frozen=True)
class Query:
    """A text that somebody may type, and the IRI that is meant, if one is."""

    text: str
    iri: str = ""


def mixed_queries(terms: Sequence[Term], *, seed: int = 4) -> dict[str, list[Query]]:
    """Texts that people may type for some terms, by kind."""
    chance = random.Random(seed)  # noqa: S311
    some = chance.sample(terms, 200)
    labels = [(term.names[0].text, term.iri) for term in some]
    synonyms = [(term.names[1].text, term.iri) for term in some if len(term.names) > 1]
    frequent = [f"{chance.choice(_QUALITIES)} {chance.choice(_CELLS)}" for _ in range(60)]
    frequent += [f"{chance.choice(_CELLS)} {kind}" for kind in _KINDS for _ in range(10)] + _CELLS + _ORGANS
    apart = [f"{one} {other}" for one, other in zip(_CELLS, reversed(_CELLS), strict=True) if one != other]
    nonsense = [
        "".join(chance.choices("bcdfghjklmnpqrstvwxyz aeiou", k=chance.randint(3, 30))) for _ in range(200)
    ]
    hostile = ['"', "cell*", "NEAR(a b)", "a OR b", "c", "x" * 10_000, "cell " * 2_000, "(" * 500, "ä" * 300]
    return {
        "exact label": [Query(*label) for label in labels],
        "exact synonym": [Query(*synonym) for synonym in synonyms],
        "prefix": [Query(label[: chance.randint(1, 9)]) for label, _ in labels],
        "words": [Query(" ".join(chance.sample(label.split(), 2))) for label, _ in labels if " " in label],
        "unfinished words": [Query(f"{label.split()[-1]} {label.split()[0][:3]}") for label, _ in labels],
        "frequent words": [Query(text) for text in frequent],
        "never together": [Query(text) for text in apart],
        "misspelt": [Query(_slip(chance, label), iri) for label, iri in labels],
        "nonsense": [Query(text) for text in nonsense],
        "hostile": [Query(text) for text in hostile],
    }


def _slip(chance: random.Random, text: str) -> str:
    at = chance.randrange(1, len(text) - 1)
    return chance.choice([
        text[:at] + text[at + 1 :],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + chance.choice("aeiorst") + text[at:],
        text[:at] + chance.choice("aeiorst") + text[at + 1 :],
    ])  # fmt: skip
