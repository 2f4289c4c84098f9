-- CockroachDB parser tests
exists (select 1 from orders having count(*) filter (where paid) > 2)
