-- The nets that are offered as models. One that was deleted keeps its row, so that its versions are not used again.
create table net (
    id          text primary key,
    version     bigint not null,
    digest      text not null,
    descriptor  text not null,
    file        bytea,
    uploaded_at timestamptz not null,
    uploaded_by text not null
);
