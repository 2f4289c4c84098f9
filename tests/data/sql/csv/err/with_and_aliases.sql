-- DuckDB 2.0.1 refuses these
(WITH a AS (SELECT 1) SUM(b) FROM a)

-- DuckDB 2.0.1 refuses these
(WITH a AS (SELLECT 1) SELECT 2)

-- DuckDB 2.0.1 refuses these
(SELECT a day FROM t)

-- DuckDB 2.0.1 refuses these
(SELECT DISTINCT FROM t)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t WHERE CAST(a AS DATE) '1')

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t LEFT OUTER OUTER JOIN u ON 1 = 1)

-- DuckDB 2.0.1 refuses these
(SELECT a AND FROM t)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t OR)
