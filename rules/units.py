"""The tree of the organisation, and what an office in it allows."""

from dataclasses import dataclass

LEADING = ("secretary", "deputy", "staff")


@dataclass(frozen=True)
class Unit:
    """A node of the tree. `path` lists the ids from the top ("1/4/"), so a subtree is a prefix."""

    id: int
    parent_id: int | None
    name: str
    path: str


@dataclass(frozen=True)
class Office:
    """A role somebody holds in a unit: secretary, deputy, committee or staff."""

    role: str
    unit_id: int
    unit_name: str
    unit_path: str

    @property
    def leads(self) -> bool:
        """Whether the role may act for its unit and everything below."""
        return self.role in LEADING
