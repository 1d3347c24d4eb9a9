-- Whether a website's server said who writes: an agent may speak of what is theirs. Of messages before this nobody knows.

alter table message add column signed_in boolean not null default false;
