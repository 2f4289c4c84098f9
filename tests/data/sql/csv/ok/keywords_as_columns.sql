-- DuckDB 2.0.1 accepts this
between

-- DuckDB 2.0.1 accepts this
between > 1

-- DuckDB 2.0.1 accepts this
a = between

-- DuckDB 2.0.1 accepts this
max(between)

-- DuckDB 2.0.1 accepts this
between BETWEEN 1 AND 2

-- DuckDB 2.0.1 accepts this
CASE WHEN between THEN between ELSE 1 END

-- DuckDB 2.0.1 accepts this
(SELECT between FROM t WHERE between = 1 ORDER BY between DESC)

-- DuckDB 2.0.1 accepts this
grant + 1

-- DuckDB 2.0.1 accepts this
(SELECT max(grant) FROM t)
