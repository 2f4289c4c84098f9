-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders WHERE b 1)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a AS b c FROM orders)

-- PostgreSQL 18.6 (libpg_query)
(SELECT f(a b) FROM orders)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a, FROM orders)

-- PostgreSQL 18.6 (libpg_query)
(SELECT * FROM a JOIN b ON a.x b.x)

-- PostgreSQL 18.6 (libpg_query)
(SELECT * orders)

-- PostgreSQL 18.6 (libpg_query)
(SELECT * FROM orders o c >= 1)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders WHERE b, c = 1)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a AS b, c AS, d FROM orders)

-- PostgreSQL 18.6 (libpg_query)
(WITH t (SELECT 1) SELECT 2)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders UNION ALL, SELECT 1)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders GROUP a)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders  BY a)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM (VALUES (1)(2)) AS t(a))

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders LEFT, JOIN t ON true)

-- PostgreSQL 18.6 (libpg_query)
EXISTS (f(a))

-- PostgreSQL 18.6 (libpg_query)
(SELECT '1'::int8 int8 * 2)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders AS AS o)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t USING ())

-- PostgreSQL 18.6 (libpg_query)
f('a'::text ARRAY['b'])

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders SELECT b FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT count(*) FROM ( c FROM orders) AS t)
