-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t JOIN u WHERE b = 1)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t RIGHT OUTER JOIN u GROUP BY a)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t JOIN u AS c (t.b = c.b))

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t u ON t.b = u.b)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t JOIN u USING (b,))

-- PostgreSQL 18.6 (libpg_query)
(WITH t (b c) AS (SELECT 1, 2) SELECT b FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t u AS v)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t ORDER 1)

-- PostgreSQL 18.6 (libpg_query)
(SELECT SUM(a) OVER w FROM t WINDOW w w AS (ORDER BY b))

-- PostgreSQL 18.6 (libpg_query)
(SELECT SUM(a) OVER (ORDER BY b ORDER BY c) FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM ((SELCT b FROM t) UNION (SELECT c FROM u)) v)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t GRUP BY y.b)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t u v (b))

-- PostgreSQL 18.6 (libpg_query)
(SELECT * * FROM t AS u)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t, UNION ALL SELECT b FROM u)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t, .u)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t CROSS CROSS JOIN u)

-- PostgreSQL 18.6 (libpg_query)
(SELECT SQL_NO_CACHE DISTINCT a FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t JOIN b NEAREST 1 BY DISTANCE ABS(t.c - b.c))

-- PostgreSQL 18.6 (libpg_query)
(SELECT * FROM x |> WHERE a > 1 |> SELECT b)

-- PostgreSQL 18.6 (libpg_query)
a * when

-- PostgreSQL 18.6 (libpg_query)
(1 + when)
