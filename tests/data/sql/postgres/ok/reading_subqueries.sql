-- PostgreSQL 18.6 (libpg_query)
(SELECT sum(a) FROM orders*)

-- PostgreSQL 18.6 (libpg_query)
(SELECT o.a FROM orders* WHERE o.a > 1)

-- PostgreSQL 18.6 (libpg_query)
sum(a) OVER (ROWS BETWEEN unbounded.x PRECEDING AND unbounded(1) FOLLOWING)

-- PostgreSQL 18.6 (libpg_query)
(TABLE orders EXCEPT ALL TABLE returns)

-- PostgreSQL 18.6 (libpg_query)
EXISTS ((SELECT a FROM orders) UNION (SELECT b FROM returns))

-- PostgreSQL 18.6 (libpg_query)
a = ANY ((SELECT 1 UNION SELECT 2) UNION SELECT 3)

-- PostgreSQL 18.6 (libpg_query)
(SELECT DISTINCT ON (a, b) c AS from FROM orders ORDER BY a, b, c DESC NULLS LAST)

-- PostgreSQL 18.6 (libpg_query)
(SELECT max(o.rows) FROM (orders o JOIN returns r ON o.id = r.id) LEFT JOIN LATERAL (SELECT 1) s ON true GROUP BY GROUPING SETS ((o.a, o.b), ()) HAVING count(*) > 1)

-- PostgreSQL 18.6 (libpg_query)
(WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 9), u AS MATERIALIZED (SELECT 1) SELECT sum(n) FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT f.x FROM ROWS FROM (generate_series(1, 2), generate_series(3, 4)) AS f(x, y))

-- PostgreSQL 18.6 (libpg_query)
(SELECT sum(a) OVER w FROM orders WINDOW w AS (PARTITION BY b ORDER BY c ROWS 2 PRECEDING) LIMIT 1 OFFSET 2)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM orders FOR NO KEY UPDATE SKIP LOCKED)

-- PostgreSQL 18.6 (libpg_query)
(SELECT x.a FROM json_table('[]', '$[*]' COLUMNS (a int PATH '$.a' DEFAULT 1 ON EMPTY)) AS x)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a, b FROM orders GROUP BY DISTINCT CUBE (a, b), ROLLUP (b))
