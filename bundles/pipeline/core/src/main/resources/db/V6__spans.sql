-- Since when a deal is known, and between which days its close date has ever been: a report over a period looks
-- only at deals that can be in it. Too wide a span costs a look, nothing else.
create table span (
    opportunity_id uuid        primary key,
    since          timestamptz not null,
    first_close    date,
    last_close     date
);

insert into span
select opportunity_id, min(valid_time), min(close_date), max(close_date) from standing group by opportunity_id;

-- Whoever writes standings widens the spans with them; a span never shrinks.
create function widen_spans() returns trigger language plpgsql as $$
begin
    insert into pipeline.span as known
    select opportunity_id, min(valid_time), min(close_date), max(close_date) from added group by opportunity_id
    on conflict (opportunity_id) do update set
        since = least(known.since, excluded.since),
        first_close = least(known.first_close, excluded.first_close),
        last_close = greatest(known.last_close, excluded.last_close)
    where excluded.since < known.since
        or excluded.first_close < coalesce(known.first_close, 'infinity')
        or excluded.last_close > coalesce(known.last_close, '-infinity');
    return null;
end
$$;

create trigger widen_spans after insert on standing
    referencing new table as added for each statement execute function widen_spans();

create trigger widen_spans_changed after update on standing
    referencing new table as added for each statement execute function widen_spans();

-- As standing_at, of the deals alone that were to close between two days.
create function standing_at(valid_at timestamptz, known_at timestamptz, first_close date, last_close date)
returns setof standing
language sql stable as $$
    select o.id, o.changed_at, o.version, o.recorded_at, o.account_id, o.owner_id, o.product_id, o.pipeline, o.stage,
        o.status, o.category, o.amount, o.currency, o.close_date, o.created_on, o.deleted
    from pipeline.opportunity o
    where o.changed_at <= valid_at and o.recorded_at <= known_at
        and o.close_date between $3 and $4
    union all
    select s.*
    from pipeline.span p
    join pipeline.opportunity o on o.id = p.opportunity_id
    cross join lateral (
        select * from pipeline.standing s
        where s.opportunity_id = p.opportunity_id and s.valid_time <= valid_at and s.recorded_time <= known_at
        order by s.valid_time desc, s.seq desc
        limit 1) s
    where p.first_close <= $4 and p.last_close >= $3 and p.since <= valid_at
        and (o.changed_at > valid_at or o.recorded_at > known_at)
        and s.close_date between $3 and $4
$$;
