-- CockroachDB parser tests
(((x, y) AS lon, lat)).lat

-- CockroachDB parser tests
annotate_type(a, int)

-- CockroachDB parser tests
annotate_type(1, decimal)
