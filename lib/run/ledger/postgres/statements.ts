/**
 * Every statement that writes names the lease it is done under, and does nothing where that is another's by now: the row
 * of the lease is locked for as long as the statement takes, so that none can take it over in between. $1 is the team, $2
 * the target, $3 the token, $4 the owner. Times are those of the server.
 */
const mine = `mine as (
  select token from tunnelwright.lease where team = $1 and target = $2 and token = $3::bigint and owner = $4 for update)`;

export const statements = {
  read: 'select content from tunnelwright.ledger where team = $1 and target = $2',
  list: 'select target from tunnelwright.ledger where team = $1 order by target',
  /** $3 the owner, $4 milliseconds, $5 the token of a lease whose owner is known to be dead, or -1. */
  take: `insert into tunnelwright.lease as l (team, target, token, owner, expires)
    values ($1, $2, 1, $3, clock_timestamp() + $4::int * interval '1 ms')
    on conflict (team, target) do update
      set token = l.token + 1, owner = excluded.owner, expires = excluded.expires
      where l.owner = '' or l.expires < clock_timestamp() or l.token = $5::bigint or l.owner = excluded.owner
    returning token::text`,
  holder: `select token::text, owner, greatest(0, extract(epoch from expires - clock_timestamp()) * 1000)::int as left_ms
    from tunnelwright.lease where team = $1 and target = $2`,
  renew: `update tunnelwright.lease set expires = clock_timestamp() + $5::int * interval '1 ms'
    where team = $1 and target = $2 and token = $3::bigint and owner = $4 returning token::text`,
  /** The token stays and grows, so that an earlier one never fits again. */
  release: `update tunnelwright.lease set owner = '', expires = clock_timestamp()
    where team = $1 and target = $2 and token = $3::bigint and owner = $4`,
  write: `with ${mine}
    insert into tunnelwright.ledger (team, target, token, content) select $1, $2, token, $5 from mine
    on conflict (team, target) do update
      set token = excluded.token, content = excluded.content, written = clock_timestamp() returning 1`,
  remove: `with ${mine}, gone as (
      delete from tunnelwright.ledger where team = $1 and target = $2 and exists (select from mine))
    select 1 from mine`,
  keep: `with ${mine}
    insert into tunnelwright.run (team, target, run, token, record) select $1, $2, $5, token, $6 from mine
    on conflict (team, target, run) do update
      set token = excluded.token, record = excluded.record, written = clock_timestamp() returning 1`,
  recall: 'select record from tunnelwright.run where team = $1 and target = $2 and run = $3',
  runs: 'select run from tunnelwright.run where team = $1 and target = $2 order by run collate "C" desc',
  recorded: 'select distinct target from tunnelwright.run where team = $1 order by target',
  /** $5 the id, so that a line is written once, $6 the line. */
  note: `with ${mine}, written as (
      insert into tunnelwright.journal (id, team, target, line) select $5::uuid, $1, $2, $6 from mine
      on conflict (id) do nothing)
    select 1 from mine`,
  noteFree: `insert into tunnelwright.journal (team, target, id, line) values ($1, $2, $3::uuid, $4) on conflict (id) do nothing`,
  journal: 'select line from tunnelwright.journal where team = $1 and target = $2 order by nth',
  /** $2 the name. Always one row: the time is asked with it. */
  shared: `select s.version::text, s.content, (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now
    from (select 1) as here left join tunnelwright.shared s on s.team = $1 and s.name = $2`,
  /** $3 the version that it rests on, 0 where there was none, $4 the content. */
  share: `insert into tunnelwright.shared as s (team, name, version, content)
    values ($1, $2, $3::bigint + 1, $4)
    on conflict (team, name) do update
      set version = excluded.version, content = excluded.content, written = clock_timestamp()
      where s.version = $3::bigint returning 1`,
} as const;
