-- Every version of each combination that is defined now. What was defined earlier is in the journal.
create table definition (
    id      uuid not null,
    version bigint not null,
    name    text not null,
    recipe  text not null,
    primary key (id, version)
);
