"""What the OpenAPI description shows of term look-up."""

from __future__ import annotations

_FLUORESCENCE = "http://purl.obolibrary.org/obo/FBbi_00000246"

HIT = {
    "iri": _FLUORESCENCE,
    "curie": "FBbi:00000246",
    "label": "fluorescence microscopy",
    "language": "en",
    "ontology": "fbbi",
    "match": "label",
    "matched": "fluorescence microscopy",
    "reason": "exact label; preferred for imaging method",
    "obsolete": False,
    "replaced_by": [],
    "same_as": [
        {
            "iri": "http://purl.obolibrary.org/obo/CHMO_0000087", "curie": "CHMO:0000087",
            "label": "fluorescence microscopy", "ontology": "chmo", "why": "same label",
        }
    ],
    "definition": None,
    "inside": True,
}  # fmt: skip

SEARCH = {"items": [HIT], "next": None, "notes": [], "stale": False}

_SHORT = {
    "iri": "http://purl.obolibrary.org/obo/FBbi_00000345", "curie": "FBbi:00000345",
    "label": "light microscopy", "ontology": "fbbi", "obsolete": False,
}  # fmt: skip

RELATED = {"items": [_SHORT], "total": 1, "next": None}

TERM = {
    "iri": _FLUORESCENCE, "curie": "FBbi:00000246", "label": "fluorescence microscopy",
    "label_language": "en", "fallback": False, "ontology": "fbbi", "kind": "class", "definition": None,
    "labels": [{"text": "fluorescence microscopy", "language": "en"}],
    "synonyms": [{"text": "epifluorescence microscopy", "kind": "narrow", "language": "en"}],
    "parents": [{**_SHORT, "relation": "subClassOf", "relation_label": "kind of"}],
    "obsolete": False, "replaced_by": [], "consider": [], "xrefs": [], "subsets": [],
    "copies": [{"ontology": "fbbi", "version": "2019-03-07", "defining": True, "source": "fbbi.owl"}],
    "links": {"children": "/terms/FBbi:00000246/children", "usage": "/terms/FBbi:00000246/usage"},
    "state": "ok", "source": "index", "stale": False, "notes": [],
}  # fmt: skip

USAGE = {
    "items": [
        {
            "id": "S-BIAD634-0c1f6a90",
            "iri": "http://localhost:8000/records/S-BIAD634-0c1f6a90",
            "title": "Nuclei of HeLa cells",
            "type": "Study",
            "uses": [
                {"property": "http://schema.org/measurementMethod", "label": "Imaging method", "term": _SHORT}
            ],
        }
    ],
    "total": 1,
    "next": None,
}

ANNOTATE = {"texts": ["HeLa", "spinning disk confocal / TIRF"], "field": "imaging-method", "limit": 3}

ANNOTATIONS = {
    "items": [
        {
            "text": "fluorescence microscopy",
            "mentions": [
                {
                    "text": "fluorescence microscopy", "start": 0, "end": 23, "status": "suggested",
                    "choice": _FLUORESCENCE, "candidates": [{**HIT, "confidence": 0.98}],
                }
            ],
        }
    ]
}  # fmt: skip

#: body of `POST /terms/annotate`
ANNOTATE_BODY = {
    "requestBody": {
        "required": True,
        "description": "A column of strings, or one free text.",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "texts": {
                            "type": "array", "maxItems": 1000,
                            "items": {"type": ["string", "number", "null"], "maxLength": 20000},
                            "description": "Strings, each the value of a field; at most 200 different ones, 100,000 characters in all.",
                        },
                        "text": {"type": "string", "maxLength": 20000, "description": "Free text instead."},
                        "field": {"type": "string", "description": "The field that they are values of."},
                        "ontology": {
                            "type": ["string", "array"], "items": {"type": "string"},
                            "description": "Only of these vocabularies.",
                        },
                        "lang": {"type": "string", "description": "Language of the labels."},
                        "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 5,
                                  "description": "Most candidates of a passage."},
                    },
                },
                "example": ANNOTATE,
            },
            "text/plain": {
                "schema": {"type": "string", "maxLength": 20000},
                "example": "HeLa cells were fixed in PFA and imaged by spinning disk confocal microscopy.",
            },
        },
    }
}  # fmt: skip
