"""What every store of projects must do; subclass it in a test file and give it an `open_projects`."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod

import pytest

from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.projects import DEFAULT_PROJECT, EVERYTHING, PUBLIC, AccessScope
from imagegraph.ports.audit import AuditLog
from imagegraph.ports.journal import Journal
from imagegraph.ports.projects import ProjectStore
from imagegraph.testing.samples import sample_record

EARLY, NOON, LATE = "2026-12-01T08:00:00.000Z", "2026-12-01T12:00:00.000Z", "2027-01-01T00:00:00.000Z"


class ProjectStoreContract(ABC):
    """The contract of `ports.projects.ProjectStore`, over a journal that has its records."""

    @abstractmethod
    def open_projects(self) -> tuple[ProjectStore, Journal, AuditLog]:
        """A store with nothing but the default project, and what shares its file."""

    @pytest.fixture(name="opened")
    def _opened(self) -> tuple[ProjectStore, Journal, AuditLog]:
        return self.open_projects()

    @pytest.fixture(name="projects")
    def _projects(self, opened: tuple[ProjectStore, Journal, AuditLog]) -> ProjectStore:
        return opened[0]

    @pytest.fixture(name="journal")
    def _journal(self, opened: tuple[ProjectStore, Journal, AuditLog]) -> Journal:
        return opened[1]

    @pytest.fixture(name="audit")
    def _audit(self, opened: tuple[ProjectStore, Journal, AuditLog]) -> AuditLog:
        return opened[2]

    def test_the_default_project_is_always_there(self, projects: ProjectStore) -> None:
        """Records have somewhere to go before anybody has made a project."""
        assert [one.id for one in projects.projects()] == [DEFAULT_PROJECT]
        assert projects.members(DEFAULT_PROJECT) == {}

    @pytest.mark.parametrize("id", ["", "Fish", "fish~1", "a b", "-fish", "x" * 41, "fish\n"])
    def test_names_are_short_and_plain(self, projects: ProjectStore, id: str) -> None:
        """What could not stand in an address is refused, and nothing is made."""
        with pytest.raises(BadParameter):
            projects.create(id, title="", agent="Ada")
        assert len(projects.projects()) == 1

    def test_a_name_is_given_once(self, projects: ProjectStore) -> None:
        """Another project of the same name is refused; the first one stays as it is."""
        projects.create("fish", title="  Zebrafish\n atlas ", agent="Ada")
        with pytest.raises(BadParameter, match="already"):
            projects.create("fish", title="Other", agent="Ada")
        assert projects.get("fish").title == "Zebrafish atlas"

    def test_members_come_change_and_go(self, projects: ProjectStore) -> None:
        """A role holds from when it is granted until it is withdrawn, in that project alone."""
        projects.create("fish", title="", agent="Ada")
        projects.grant("fish", "token:1", "reader", agent="Ada")
        projects.grant("fish", "token:1", "owner", agent="Ada")
        assert projects.members("fish") == {"token:1": "owner"}
        assert projects.roles_of("token:1") == {"fish": "owner"}
        assert projects.roles_of("token:2") == {}
        projects.withdraw("fish", "token:1", agent="Ada")
        assert projects.roles_of("token:1") == {}
        for refused in (
            lambda: projects.withdraw("fish", "token:1", agent="Ada"),
            lambda: projects.grant("frog", "token:1", "reader", agent="Ada"),
            lambda: projects.get("frog"),
        ):
            with pytest.raises(NotFound):
                refused()

    def test_new_records_belong_where_they_were_handed_in(
        self, projects: ProjectStore, journal: Journal
    ) -> None:
        """Named project, else that of the id, else the default one; a later version moves nothing."""
        projects.create("fish", title="", agent="Ada")
        journal.append([sample_record("a")], agent="Ada", reason="-", project="fish")
        journal.append(
            [sample_record("b"), sample_record("fish~c"), sample_record("frog~d")], agent="Ada", reason="-"
        )
        journal.append([sample_record("b", title="Other")], agent="Ada", reason="-", project="fish")
        placed = {id: projects.placement(id) for id in ("a", "b", "fish~c", "frog~d")}
        found = {
            id: placement and (placement.project, placement.public_from) for id, placement in placed.items()
        }
        assert found == {
            "a": ("fish", None), "b": (DEFAULT_PROJECT, None), "fish~c": ("fish", None), "frog~d": (DEFAULT_PROJECT, None),
        }  # fmt: skip
        assert projects.placement("nobody") is None

    def test_what_is_seen_follows_project_and_moment(self, projects: ProjectStore, journal: Journal) -> None:
        """Members see their project, everybody what is public by now, nobody anything a moment too early."""
        projects.create("fish", title="", agent="Ada")
        journal.append([sample_record("a"), sample_record("b")], agent="Ada", reason="-", project="fish")
        journal.append([sample_record("c")], agent="Ada", reason="-")
        projects.place("b", public_from=NOON, agent="Ada", action="record.embargo")
        fish = AccessScope(frozenset({"fish"}))
        before, after = "2026-12-01T11:59:59.999Z", NOON
        assert sorted(projects.seen(PUBLIC, now=before)) == []
        assert sorted(projects.seen(PUBLIC, now=after)) == ["b"]
        assert sorted(projects.seen(fish, now=before)) == ["a", "b"]
        assert sorted(projects.seen(AccessScope(frozenset({DEFAULT_PROJECT})), now=after)) == ["b", "c"]
        assert sorted(projects.seen(EVERYTHING, now=before)) == ["a", "b", "c"]
        assert list(projects.released(after=before, until=after)) == ["b"]
        assert list(projects.released(after=after, until=LATE)) == []
        assert dict(projects.counts("fish", now=before)) == {"private": 1, "embargoed": 1, "public": 0}

    def test_changes_can_be_followed(self, projects: ProjectStore, journal: Journal) -> None:
        """After a number of `head` come the records that were placed since, however often."""
        journal.append([sample_record("a"), sample_record("b")], agent="Ada", reason="-")
        head = projects.head
        assert list(projects.placed_since(head)) == []
        projects.create("fish", title="", agent="Ada")
        projects.place("b", project="fish", public_from=None, agent="Ada", action="record.move")
        projects.place("b", public_from=LATE, agent="Ada", action="record.embargo")
        assert list(projects.placed_since(head)) == ["b"]
        assert projects.head > head
        found = projects.placement("b")
        assert found is not None
        assert (found.project, found.public_from) == ("fish", LATE)

    def test_what_is_not_there_cannot_be_placed(self, projects: ProjectStore, journal: Journal) -> None:
        """Neither an unknown record nor a record in an unknown project; nothing changes."""
        journal.append([sample_record("a")], agent="Ada", reason="-")
        head = projects.head
        with pytest.raises(NotFound):
            projects.place("nobody", public_from=EARLY, agent="Ada", action="record.publish")
        with pytest.raises(NotFound):
            projects.place("a", project="frog", public_from=EARLY, agent="Ada", action="record.publish")
        assert projects.head == head

    def test_every_change_is_in_the_audit_log(
        self, projects: ProjectStore, journal: Journal, audit: AuditLog
    ) -> None:
        """Who did what to which project or record, in one chain with all the rest."""
        journal.append([sample_record("a")], agent="Ada", reason="-")
        projects.create("fish", title="", agent="Ada")
        projects.grant("fish", "token:1", "reader", agent="Ada")
        projects.place("a", project="fish", public_from=NOON, agent="Ben", action="record.embargo")
        projects.withdraw("fish", "token:1", agent="Ada")
        noted = [(one.agent, one.action, one.object, one.outcome) for one in audit.since(0)][-4:]
        assert noted == [
            ("Ada", "project.create", "fish", "done"), ("Ada", "project.grant", "fish", "token:1: reader"),
            ("Ben", "record.embargo", "a", f"project fish, public from {NOON}"),
            ("Ada", "project.withdraw", "fish", "token:1"),
        ]  # fmt: skip
        entries = list(audit.since(0))
        assert all(one.previous_hash == before.hash for before, one in itertools.pairwise(entries))

    def test_a_journal_shows_each_scope_its_part(self, projects: ProjectStore, journal: Journal) -> None:
        """Lists, counts, names, versions and earlier states; of a record that became public only what came since."""
        projects.create("fish", title="", agent="Ada")
        journal.append([sample_record("a", title="Draft")], agent="Ada", reason="-", project="fish")
        journal.append([sample_record("a", title="Good")], agent="Ada", reason="-")
        journal.append([sample_record("b")], agent="Ada", reason="-")
        projects.place("a", public_from=journal.version("a").at, agent="Ada", action="record.publish")
        fish = AccessScope(frozenset({"fish"}))
        assert [one.id for one in journal.summaries(within=PUBLIC)] == ["a"]
        assert sum(journal.counts(within=PUBLIC).values()) == 1
        assert journal.find("b", within=fish) is None
        assert journal.find(journal.version("b").iri, within=PUBLIC) is None
        assert journal.version("a", within=PUBLIC).title == "Good"
        with pytest.raises(NotFound):
            journal.version("a", 1, within=PUBLIC)
        assert journal.version("a", 1, within=fish).title == "Draft"
        assert journal.version_at("a", 1, within=PUBLIC) is None
        states = [[one.title for one in journal.state_at(position, within=PUBLIC)] for position in (1, 2, 3)]
        assert states == [[], ["Good"], ["Good"]]
        assert [one.title for one in journal.state_at(1, within=fish)] == ["Draft"]
        assert journal.changed_since(1) in (["a", "b"], ["b", "a"])
