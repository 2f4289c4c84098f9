-- DuckDB 2.0
(SELECT * d)

-- DuckDB 2.0
(SELECT t. AS a FROM t)

-- DuckDB 2.0
(SELECT a FROM t JOIN u JOIN v ON u.b = v.b ON t.b = u.b)

-- DuckDB 2.0
(SELECT a FROM t NATURAL JOIN u)

-- DuckDB 2.0
(SELECT a FROM t JOIN u USING (b, c) LEFT JOIN v ON v.d = u.d)

-- DuckDB 2.0
(SELECT a FROM t, (u JOIN v ON u.b = v.b), w)

-- DuckDB 2.0
(SELECT a FROM (SELECT 1, 2) AS t (b, c))

-- DuckDB 2.0
(SELECT a FROM t POSITIONAL JOIN u)

-- DuckDB 2.0
(SELECT a FROM t ASOF JOIN u ON t.b >= u.b)

-- DuckDB 2.0
(SELECT sql_text, a FROM t)

-- DuckDB 2.0
(SELECT a FROM t TABLESAMPLE system (10) REPEATABLE (1))

-- DuckDB 2.0
((SELECT a FROM t) UNION ALL ((SELECT b FROM u)))

-- DuckDB 2.0
(SELECT a FROM t GROUP BY CUBE ((a, b), (c, d)))

-- DuckDB 2.0
(SELECT a FROM t JOIN b NEAREST 1 BY DISTANCE ABS(t.c - b.c))

-- DuckDB 2.0
(SELECT a FROM t JOIN u USING (b,))

-- DuckDB 2.0
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))

-- DuckDB 2.0
(SELECT distinctrow FROM t)

-- DuckDB 2.0
(SELECT a FROM t, UNION ALL SELECT b FROM u)
