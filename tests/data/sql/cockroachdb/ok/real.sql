-- CockroachDB parser tests
(point_of(id)).@1

-- CockroachDB parser tests
()

-- CockroachDB parser tests
f(())
