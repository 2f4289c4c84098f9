-- PostgreSQL 18.6 (libpg_query)
(SELECT FROM t AS u)

-- PostgreSQL 18.6 (libpg_query)
(SELECT t. AS a FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a NULL FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t JOIN u JOIN v ON u.b = v.b ON t.b = u.b)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t NATURAL JOIN u)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t JOIN u USING (b, c) LEFT JOIN v ON v.d = u.d)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t, (u JOIN v ON u.b = v.b), w)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM f(b) AS t (c int, d text))

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t AS u (b, c))

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t ASOF JOIN u ON t.b >= u.b)

-- PostgreSQL 18.6 (libpg_query)
(SELECT sql_text, a FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t TABLESAMPLE system (10) REPEATABLE (1))

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))

-- PostgreSQL 18.6 (libpg_query)
(SELECT distinctrow FROM t)
