-- Every change to every domain entity, for ever. How a hash is made stands in EventHash.
create table event (
    position      bigint      not null generated always as identity,
    tx            xid8        not null default pg_current_xact_id(),
    entity_type   text        not null collate "C",
    entity_id     uuid        not null,
    seq           bigint      not null check (seq > 0),
    valid_time    timestamptz not null,
    recorded_time timestamptz not null,
    actor         text        not null,
    cause         text        not null,
    patch         json        not null, -- not jsonb: the text is hashed and must stay as it was written
    prev_hash     bytea       not null check (octet_length(prev_hash) = 32),
    hash          bytea       not null check (octet_length(hash) = 32),
    primary key (entity_type, entity_id, seq)
);

create index event_stream on event (tx, position);

-- The last event of every entity; its row is the lock under which the entity's next event is numbered.
create table head (
    entity_type        text        not null collate "C",
    entity_id          uuid        not null,
    seq                bigint      not null,
    hash               bytea       not null,
    last_valid_time    timestamptz not null,
    last_recorded_time timestamptz not null,
    primary key (entity_type, entity_id)
) with (fillfactor = 70);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'journal.% is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete on event
    for each row execute function refuse_change();
create trigger no_truncate before truncate on event
    for each statement execute function refuse_change();
create trigger no_removal before delete on head
    for each row execute function refuse_change();
create trigger no_truncate before truncate on head
    for each statement execute function refuse_change();
