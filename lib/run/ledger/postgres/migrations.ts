/**
 * The tables, as steps that are done once and in this order, each in a transaction. A step that was released is never
 * changed: what comes later is a new one.
 */
export const migrations: readonly string[] = [
  `
create table tunnelwright.lease (
  team text not null, target text not null,
  token bigint not null, owner text not null, expires timestamptz not null,
  primary key (team, target)
);
create table tunnelwright.ledger (
  team text not null, target text not null,
  token bigint not null, content text not null, written timestamptz not null default clock_timestamp(),
  primary key (team, target)
);
create table tunnelwright.run (
  team text not null, target text not null, run text not null,
  token bigint not null, record text not null, written timestamptz not null default clock_timestamp(),
  primary key (team, target, run)
);
create table tunnelwright.journal (
  id uuid primary key, nth bigint generated always as identity,
  team text not null, target text not null, line text not null
);
create index journal_of_target on tunnelwright.journal (team, target, nth);
`,
  `
create table tunnelwright.shared (
  team text not null, name text not null,
  version bigint not null, content text not null, written timestamptz not null default clock_timestamp(),
  primary key (team, name)
);
`,
];

/** Steps that are done; the table is made by whoever comes first. */
export const versionQuery = `select coalesce(max(version), 0)::int as version from tunnelwright.migration`;

/** One at a time, whoever else migrates at the same moment. The number is 'tunnelwr' in ASCII. */
export const migrationLock = `select pg_advisory_xact_lock(8391172917903914610)`;

export const beginnings = `
create schema if not exists tunnelwright;
create table if not exists tunnelwright.migration (
  version int primary key, done timestamptz not null default clock_timestamp()
);
`;
