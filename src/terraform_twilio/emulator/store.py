"""Resources in SQLite: the only module that knows there is a database.

1. One connection, used by one thread at a time (the exchange holds a lock).
2. WAL with synchronous=NORMAL: what is committed survives the process (kill -9), which is what is promised.
3. A resource's path is its identity within a host and an account; its tree is everything whose path starts with it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

SCHEMA = """
CREATE TABLE IF NOT EXISTS resources (
  number INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, host TEXT NOT NULL, collection TEXT NOT NULL,
  name TEXT NOT NULL, path TEXT NOT NULL, unique_name TEXT, sid TEXT, created REAL NOT NULL, updated REAL NOT NULL,
  revision INTEGER NOT NULL, reads INTEGER NOT NULL DEFAULT 0, properties TEXT NOT NULL,
  UNIQUE (host, account, path));
CREATE INDEX IF NOT EXISTS by_collection ON resources (host, account, collection, number);
CREATE INDEX IF NOT EXISTS by_sid ON resources (sid);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
COLUMNS = ("number", "account", "host", "collection", "name", "unique_name", "sid", "created", "updated", "revision",
           "reads", "properties")


class Unusable(Exception):
    """The database cannot be opened; the text says which and why."""


ABOUT = "name<>'sids' AND (?1 IS NULL OR value=?1 OR instr(name, ?1))"
"""The facts about an account: its name or its value says whose they are."""


class Resource:
    """One stored resource. `name` is the last segment of its path, empty for one that stands at a fixed path."""

    __slots__ = ("account", "collection", "created", "host", "name", "number", "properties", "reads", "revision", "sid",
                 "unique_name", "updated")

    def __init__(self, account: str, host: str, collection: str, name: str, properties: dict, now: float) -> None:
        self.number: int | None = None
        self.account = account
        self.host = host
        self.collection = collection
        self.name = name
        self.properties = properties
        self.created = self.updated = now
        self.revision = 0
        self.reads = 0
        self.sid: str | None = None
        self.unique_name: str | None = None

    @property
    def path(self) -> str:
        return f"{self.collection}/{self.name}" if self.name else self.collection


def _from_row(row: tuple) -> Resource:
    resource = Resource.__new__(Resource)
    for column, value in zip(COLUMNS, row, strict=True):
        setattr(resource, column, json.loads(value) if column == "properties" else value)
    return resource


class Store:
    """All resources of all accounts, in a file or in memory."""

    def __init__(self, database: str = ":memory:") -> None:
        try:
            self.connection = sqlite3.connect(database, check_same_thread=False, isolation_level=None)
            self.connection.execute("PRAGMA journal_mode=WAL")
            self.connection.execute("PRAGMA synchronous=NORMAL")
            self.connection.executescript(SCHEMA)
        except sqlite3.Error as error:
            raise Unusable(f"{database} cannot be used as a database: {error}") from None

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what happens inside is kept when it ends well."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _select(self, condition: str, values: tuple) -> list[Resource]:
        rows = self.connection.execute(f"SELECT {', '.join(COLUMNS)} FROM resources WHERE {condition}", values)
        return [_from_row(row) for row in rows]

    def _first(self, condition: str, values: tuple) -> Resource | None:
        return next(iter(self._select(condition + " LIMIT 1", values)), None)

    def at(self, host: str, account: str, path: str) -> Resource | None:
        """The resource at a path."""
        return self._first("host=? AND account=? AND path=?", (host, account, path))

    def named(self, host: str, account: str, collection: str, unique_name: str) -> Resource | None:
        """The resource of a collection that has a unique name."""
        return self._first("host=? AND account=? AND collection=? AND unique_name=?",
                           (host, account, collection, unique_name))

    def with_sid(self, sid: str) -> list[Resource]:
        """Every resource that has a SID (one, but for associations)."""
        return self._select("sid=? ORDER BY number", (sid,))

    def children(self, host: str, account: str, collection: str) -> list[Resource]:
        """A collection's resources, oldest first."""
        return self._select("host=? AND account=? AND collection=? AND name<>'' ORDER BY number",
                            (host, account, collection))

    def across(self, host: str, collection: str) -> list[Resource]:
        """The resources of one collection in every account."""
        return self._select("host=? AND collection=? AND name<>'' ORDER BY number", (host, collection))

    def everything(self, account: str | None = None) -> list[Resource]:
        """Every resource, or every one of an account."""
        return list(self.each(account=account))

    def each(self, **facts: str | None) -> Iterator[Resource]:
        """One by one the resources of an account, a host, a collection: who wants few reads no more."""
        wanted = {name: value for name, value in facts.items() if value is not None}
        condition = " AND ".join(f"{name}=:{name}" for name in wanted) or "TRUE"
        yield from map(_from_row, self.connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM resources WHERE {condition} ORDER BY number", wanted))

    def counts(self) -> list[tuple[str, str, str, int]]:
        """Account, host and collection of what is stored, and how many there are."""
        return self.connection.execute("SELECT account, host, collection, count(*) FROM resources "
                                       "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3").fetchall()

    def save(self, resource: Resource) -> None:
        """Stores a new resource or the changes to a stored one."""
        resource.unique_name = resource.properties.get("unique_name")
        resource.sid = resource.properties.get("sid")
        row = {**{column: getattr(resource, column) for column in COLUMNS}, "path": resource.path,
               "properties": json.dumps(resource.properties, ensure_ascii=False)}
        names = [name for name in row if resource.number is not None or name != "number"]
        cursor = self.connection.execute(
            f"INSERT INTO resources ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)}) "
            f"ON CONFLICT (number) DO UPDATE SET {', '.join(f'{name}=excluded.{name}' for name in names)}", row)
        if resource.number is None:
            resource.number = cursor.lastrowid

    def delete(self, resource: Resource) -> None:
        """Forgets a resource and everything below it."""
        self.connection.execute(
            "DELETE FROM resources WHERE host=? AND account=? AND (path=? OR (path>? AND path<?))",
            (resource.host, resource.account, resource.path, resource.path + "/", resource.path + "0"))

    def forget(self, account: str | None = None) -> None:
        """Forgets everything, or everything of an account, but not how many SIDs were made."""
        self.connection.execute("DELETE FROM resources WHERE ?1 IS NULL OR account=?1", (account,))
        self.connection.execute(f"DELETE FROM facts WHERE {ABOUT}", (account,))

    def put_back(self, resources: Iterable[Resource], facts: dict[str, str], account: str | None = None) -> None:
        """Puts what there was in place of everything, or of everything of an account."""
        self.forget(account)
        for resource in resources:
            self.save(resource)
        for name, value in facts.items():
            self.remember(name, value)

    def facts(self, account: str | None = None) -> dict[str, str]:
        """Every remembered fact, or every one about an account, but not how many SIDs were made."""
        return dict(self.connection.execute(f"SELECT name, value FROM facts WHERE {ABOUT} ORDER BY name", (account,)))

    def fact(self, name: str, default: str = "") -> str:
        """A remembered fact that is no resource."""
        row = self.connection.execute("SELECT value FROM facts WHERE name=?", (name,)).fetchone()
        return row[0] if row else default

    def remember(self, name: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
