-- DuckDB 2.0.1 refuses these
(SELECT a WHERE b = 1 FROM t)

-- DuckDB 2.0.1 refuses these
(FROM t WHERE b SELECT a)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t HAVING b GROUP BY c)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t OIN u AS v ON t.a = v.a)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t AS u v)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t LIMIT LIMIT 1)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t LIIMIT 1)

-- DuckDB 2.0.1 refuses these
(SELECT DISTINCT DISTINCT a FROM t)

-- DuckDB 2.0.1 refuses these
(SELECT a FROM t JOIN u TRUE)

-- DuckDB 2.0.1 refuses these
CATS(a AS int)
