-- DuckDB 2.0
(SELECT a FROM t JOIN u WHERE b = 1)

-- DuckDB 2.0
(SELECT a FROM t RIGHT OUTER JOIN u GROUP BY a)

-- DuckDB 2.0
(SELECT a FROM t JOIN u AS c (t.b = c.b))

-- DuckDB 2.0
(SELECT a FROM t u ON t.b = u.b)

-- DuckDB 2.0
(SELECT a FROM t AS u (b c))

-- DuckDB 2.0
(WITH t (b c) AS (SELECT 1, 2) SELECT b FROM t)

-- DuckDB 2.0
(SELECT a FROM t u AS v)

-- DuckDB 2.0
(SELECT a FROM t ORDER 1)

-- DuckDB 2.0
(SELECT SUM(a) OVER w FROM t WINDOW w AS (PRATITION BY b))

-- DuckDB 2.0
(SELECT SUM(a) OVER w FROM t WINDOW w AS AS (ORDER BY b))

-- DuckDB 2.0
(SELECT a FROM t UNION (b FROM u))

-- DuckDB 2.0
(SELECT a FROM t GRUP BY y.b)

-- DuckDB 2.0
(SELECT a FROM t u v (b))

-- DuckDB 2.0
(SELECT * * FROM t AS u)

-- DuckDB 2.0
(SELECT SELECT * FROM s.t)

-- DuckDB 2.0
(SELECT a FROM t, .u)

-- DuckDB 2.0
(SELECT a FROM t CROSS CROSS JOIN u)

-- DuckDB 2.0
(SELECT a FROM f(b) AS t (c int, d text))

-- DuckDB 2.0
(SELECT a FROM window, out)

-- DuckDB 2.0
(SELECT union FROM t)

-- DuckDB 2.0
a * when

-- DuckDB 2.0
(1 + when)
