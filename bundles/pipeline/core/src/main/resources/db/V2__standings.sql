alter table opportunity
    add column pipeline text not null default 'standard',
    add column probability numeric check (probability between 0 and 1),
    add column history_quality text not null default 'FULL'
        check (history_quality in ('FULL', 'STAGE_ONLY', 'CURRENT_ONLY')),
    add column deleted boolean not null default false,
    add column ext text not null default '{}',
    -- when the last event was recorded: up to then and from changed_at on, this row is the whole truth
    add column recorded_at timestamptz not null default 'infinity';

-- Where each deal stood since valid_time by what was known at recorded_time: the fold of its events, so that
-- reports over the past read one row a deal. An event writes a row at its own valid time, and one for each
-- later valid time that it comes too late for. Of the rows up to both times the one with the greatest
-- (valid_time, seq) counts.
create table standing (
    opportunity_id uuid        not null,
    valid_time     timestamptz not null,
    seq            bigint      not null,
    recorded_time  timestamptz not null,
    account_id     uuid,
    owner_id       uuid,
    product_id     uuid,
    pipeline       text        not null,
    stage          text        not null,
    status         text        not null,
    category       text        not null,
    amount         numeric,
    currency       text,
    close_date     date,
    created_on     date        not null,
    deleted        boolean     not null,
    primary key (opportunity_id, valid_time, seq)
);

-- Where every deal stood at a point in both times, deleted ones too. Plain SQL, so that a query around it is
-- planned as one.
create function standing_at(valid_at timestamptz, known_at timestamptz) returns setof standing
language sql stable as $$
    select o.id, o.changed_at, o.version, o.recorded_at, o.account_id, o.owner_id, o.product_id, o.pipeline, o.stage,
        o.status, o.category, o.amount, o.currency, o.close_date, o.created_on, o.deleted
    from pipeline.opportunity o
    where o.changed_at <= valid_at and o.recorded_at <= known_at
    union all
    select s.*
    from pipeline.opportunity o
    cross join lateral (
        select * from pipeline.standing s
        where s.opportunity_id = o.id and s.valid_time <= valid_at and s.recorded_time <= known_at
        order by s.valid_time desc, s.seq desc
        limit 1) s
    where o.changed_at > valid_at or o.recorded_at > known_at
$$;
