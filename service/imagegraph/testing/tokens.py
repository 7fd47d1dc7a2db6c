"""What every store of tokens must do; subclass it in a test file and give it an `open_tokens`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta

import pytest

from imagegraph.errors import BadParameter, NotFound
from imagegraph.ports.tokens import TokenStore

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class TokenStoreContract(ABC):
    """The contract of `ports.tokens.TokenStore`.

    Attributes:
        now: what the store's clock shows.
    """

    now: datetime = START

    @abstractmethod
    def open_tokens(self) -> TokenStore:
        """The store of this test; opened again it is the same one, as another process would find it."""

    @abstractmethod
    def everything_kept(self) -> bytes:
        """Every byte that is on disk."""

    def test_a_token_is_recognised_and_nowhere_kept(self) -> None:
        """Another process knows it too; nothing on disk is the token itself."""
        secret, token = self.open_tokens().create("microscope 2", scope="write", expires=None)
        found = self.open_tokens().find(secret)
        assert found is not None
        assert (found.id, found.name, found.scope, found.created) == (
            token.id,
            "microscope 2",
            "write",
            START,
        )
        assert secret.encode() not in self.everything_kept()
        assert secret.removeprefix("imagegraph_").encode() not in self.everything_kept()

    def test_two_tokens_differ_and_are_long(self) -> None:
        """At least 256 random bits, behind a beginning that scanners for secrets can look for."""
        tokens = self.open_tokens()
        secrets = {tokens.create(f"t{number}", scope="read", expires=None)[0] for number in range(20)}
        assert len(secrets) == 20
        assert all(secret.startswith("imagegraph_") and len(secret) >= 11 + 43 for secret in secrets)

    @pytest.mark.parametrize(
        "secret", ["", "x", "imagegraph_", "imagegraph_" + "A" * 43, "a" * 10_000, "\x00", "é"]
    )
    def test_what_was_never_given_out_is_unknown(self, secret: str) -> None:
        """Whatever somebody shows."""
        tokens = self.open_tokens()
        tokens.create("a", scope="admin", expires=None)
        assert tokens.find(secret) is None

    def test_a_token_expires(self) -> None:
        """It is still found, so that it can be said why it opens nothing."""
        tokens = self.open_tokens()
        secret, _ = tokens.create("a", scope="admin", expires=START + timedelta(days=1))
        found = tokens.find(secret)
        assert found is not None
        assert found.is_good(START + timedelta(hours=23))
        assert not found.is_good(START + timedelta(days=1))

    def test_a_token_is_revoked(self) -> None:
        """By its id or its name, at once and for ever; then the name is free."""
        tokens = self.open_tokens()
        secret, token = tokens.create("a", scope="admin", expires=None)
        assert tokens.has_admin()
        tokens.revoke(token.id)
        found = self.open_tokens().find(secret)
        assert found is not None
        assert not found.is_good(self.now)
        assert not tokens.has_admin()
        with pytest.raises(NotFound):
            tokens.revoke("a")
        tokens.create("a", scope="read", expires=None)
        tokens.revoke("a")
        assert [one.revoked is not None for one in tokens.tokens()] == [True, True]

    def test_only_a_good_admin_token_is_one(self) -> None:
        """Neither one for reading, nor one that is over."""
        tokens = self.open_tokens()
        tokens.create("a", scope="write", expires=None)
        tokens.create("b", scope="admin", expires=START - timedelta(days=1))
        assert not tokens.has_admin()
        tokens.create("c", scope="admin", expires=None)
        assert tokens.has_admin()

    @pytest.mark.parametrize("name", ["", " ", "a\nb", " a", "a ", "x" * 101, "a\x00"])
    def test_names_are_checked(self, name: str) -> None:
        """One line of up to a hundred characters."""
        with pytest.raises(BadParameter):
            self.open_tokens().create(name, scope="read", expires=None)

    def test_a_name_stands_for_one_good_token(self) -> None:
        """A second one of the same name would make revoking it a guess."""
        tokens = self.open_tokens()
        tokens.create("a", scope="read", expires=None)
        with pytest.raises(BadParameter, match="already"):
            tokens.create("a", scope="read", expires=None)

    def test_a_session_is_as_good_as_its_token(self) -> None:
        """No longer than it was begun for, not after the token is over, not after it was ended; nowhere kept."""
        tokens = self.open_tokens()
        _, token = tokens.create("a", scope="write", expires=None)
        secret = tokens.begin_session(token, expires=START + timedelta(hours=12))
        other = tokens.begin_session(token, expires=START + timedelta(hours=12))
        found = self.open_tokens().find_session(secret)
        assert found is not None
        assert (found.name, found.scope) == ("a", "write")
        assert secret.encode() not in self.everything_kept()
        tokens.end_session(other)
        assert tokens.find_session(other) is None
        assert tokens.find(secret) is None
        self.now = START + timedelta(hours=12)
        assert tokens.find_session(secret) is None
        again = tokens.begin_session(token, expires=START + timedelta(hours=24))
        assert tokens.find_session(again) is not None
        tokens.revoke("a")
        assert tokens.find_session(again) is None

    @pytest.mark.parametrize(
        "identity",
        ["0000-0002-1825-0097", " orcid.org/0000-0002-1825-0097 ", "https://login.example.org/a b-1"],
    )
    def test_a_person_is_known_by_an_identity(self, identity: str) -> None:
        """In one spelling, in another process too; listed with the tokens, and used when a session begins."""
        tokens = self.open_tokens()
        person = tokens.admit(identity, scope="write", expires=None)
        again = self.open_tokens()
        found = again.find_person(person.name)
        assert found == person
        assert (found.kind, found.scope, found.created, found.used) == ("person", "write", START, None)
        assert [one.id for one in again.tokens()] == [person.id]
        session = again.begin_session(person, expires=START + timedelta(hours=1))
        holder = tokens.find_session(session)
        assert holder is not None
        assert (holder.name, holder.kind, holder.used) == (person.name, "person", START)

    def test_no_secret_opens_anything_in_the_name_of_a_person(self) -> None:
        """Neither their identity nor anything else that is known of them, or was ever on disk."""
        tokens = self.open_tokens()
        person = tokens.admit("0000-0002-1825-0097", scope="admin", expires=None)
        words = self.everything_kept().decode("latin-1").split("\x00")
        for secret in (person.id, person.name, f"imagegraph_{person.id}", *words):
            assert tokens.find(secret) is None
        assert tokens.find_session(person.id) is None

    def test_a_person_is_shut_out(self) -> None:
        """By identity or id, at once; sessions end; then they may be let in anew, and the newest counts."""
        tokens = self.open_tokens()
        identity = "https://orcid.org/0000-0002-1825-0097"
        assert tokens.find_person(identity) is None
        person = tokens.admit(identity, scope="admin", expires=None)
        assert tokens.has_admin()
        with pytest.raises(BadParameter, match="already"):
            tokens.admit("0000-0002-1825-0097", scope="read", expires=None)
        session = tokens.begin_session(person, expires=START + timedelta(hours=1))
        tokens.revoke(identity)
        assert tokens.find_session(session) is None
        assert not tokens.has_admin()
        found = tokens.find_person(identity)
        assert found is not None
        assert not found.is_good(self.now)
        self.now = START + timedelta(hours=2)
        new = tokens.admit(identity, scope="read", expires=START + timedelta(hours=5))
        assert tokens.revoke("0000-0002-1825-0097").id == new.id  # in any spelling
        self.now = START + timedelta(hours=2, minutes=1)
        new = tokens.admit(identity, scope="read", expires=START + timedelta(hours=3))
        found = tokens.find_person(identity)
        assert found is not None
        assert (found.id, found.scope) == (new.id, "read")
        assert found.is_good(self.now)
        assert not found.is_good(START + timedelta(hours=3))

    def test_a_token_is_no_person(self) -> None:
        """Whatever it is called."""
        tokens = self.open_tokens()
        tokens.create("https://orcid.org/0000-0002-1825-0097", scope="admin", expires=None)
        assert tokens.find_person("https://orcid.org/0000-0002-1825-0097") is None

    @pytest.mark.parametrize(
        "identity",
        [
            "", " ", "Ada", "0000-0002-1825-0098", "https://ror.org/02catss52", "https://login.example.org",
            "http://login.example.org a", "https://login.example.org  a", "https://login.example.org a b", "x a",
            "https://login.example.org \u202e", "https://login.example.org " + "a" * 256, "https://[x a", "\x00 \x00",
        ],
    )  # fmt: skip
    def test_identities_are_checked(self, identity: str) -> None:
        """An ORCID iD with its checksum, or the encrypted address of a provider and a subject."""
        with pytest.raises(BadParameter):
            self.open_tokens().admit(identity, scope="read", expires=None)

    @pytest.mark.parametrize("secret", ["", "x", "\x00", "é", "a" * 10_000])
    def test_what_is_no_session_is_none(self, secret: str) -> None:
        """Whatever a browser shows."""
        assert self.open_tokens().find_session(secret) is None
