create table operation (
    id         uuid primary key,
    node       uuid        not null,
    kind       text        not null,
    state      text        not null,
    percent    integer     not null,
    message    text        not null,
    started_by text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    result     json,
    problem    json
);

create index operation_running on operation (node) where state = 'RUNNING';
create index operation_ended on operation (ended_at);
