-- What was forecast, so that those who forecast it can be compared.
alter table run add column metric text not null default 'any';
alter table run add column segment text not null default 'all';
alter table run add column first_period date;
create index run_scope on run (metric, segment, first_period);

-- Who forecasts what now. Earlier choices are in the journal.
create table role (
    id      uuid primary key,
    metric  text not null,
    segment text not null,
    fields  text not null,
    version bigint not null,
    unique (metric, segment)
);
