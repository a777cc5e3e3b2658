-- Why: a process with another key than the one that sealed this database's secrets must be found at its start, not at its
-- first call to Shopify.

create table key_proof (
    one    boolean not null,
    sealed bytea   not null,
    constraint key_proof_pk primary key (one),
    constraint key_proof_one check (one)
);
