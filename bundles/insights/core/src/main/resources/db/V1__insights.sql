create table insight (
    id          uuid primary key,
    fingerprint text not null unique,
    rule        text not null,
    subject     text not null,
    severity    text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    rank        smallint not null generated always as
                (case severity when 'CRITICAL' then 2 when 'WARNING' then 1 else 0 end) stored,
    title       text not null,
    evidence    text not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    resolved_at timestamptz,
    version     bigint not null
);

create index insight_open on insight (rank desc, first_seen desc, id) where resolved_at is null;

create index insight_open_by_rule on insight (rule) where resolved_at is null;
