-- Every forecast that was given, with all it was made from. The same question to the same code is one row.
create table run (
    id         uuid primary key,
    made_at    timestamptz not null,
    made_by    text not null,
    series     text not null,
    model      text not null,
    version    text not null,
    bundle     text not null,
    digest     text not null,
    input_hash text not null,
    input      text not null,
    forecast   text not null,
    unique (series, input_hash, model, version, digest)
);
