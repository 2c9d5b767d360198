create table trading_event (
    id        uuid primary key,
    account   uuid not null,
    kind      text not null check (kind in ('FREEZE', 'OPENING', 'PROMOTION')),
    name      text not null,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    version   bigint not null
);

create index trading_event_by_account on trading_event (account, first_day);
