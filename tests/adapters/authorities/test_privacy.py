"""Mail addresses are cut out of texts and answers; what only looks like one stays."""

from __future__ import annotations

import json

import pytest

from imagegraph.adapters.authorities.privacy import public_body, public_text, public_texts, without_mail


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ada@example.org", ""),
        ("Write to <ada.b+x@mail.example.org>, please.", "Write to <>, please."),
        ("mailto:ada@example.org?subject=x", "?subject=x"),
        ("a@b.example;c@d.example", ";"),
        ("owner=ada@example.org&x=1", "owner=&x=1"),
        ("Plan-Apochromat 63x@1.4NA", "Plan-Apochromat 63x@1.4NA"),
        ("488 nm @ 5 mW", "488 nm @ 5 mW"),
        ("https://social.example/@lab.imaging", "https://social.example/@lab.imaging"),
        ("@example.org", "@example.org"),
        ("", ""),
    ],
)
def test_only_addresses_are_cut_out(text: str, left: str) -> None:
    """With `mailto:` before them; whatever stands around."""
    assert without_mail(text) == left


def test_texts_are_of_one_line_without_controls() -> None:
    """And each is there once; what is no text is none."""
    assert public_text("two\nlines \x00\x1b and ada@example.org") == "two lines and"
    assert public_texts(["a", "a ", "ada@example.org", 7, None, True]) == ("a", "7")


def test_answers_stay_json() -> None:
    """Of any language."""
    document = {
        "ownerContact": "ada@example.org",
        "ownerName": "Universität",
        "inner": '{"mail": "b@c.example"}',
    }
    body = public_body(json.dumps(document, ensure_ascii=False).encode())
    assert json.loads(body) == {"ownerContact": "", "ownerName": "Universität", "inner": '{"mail": ""}'}
