-- ClickHouse 26.9
(SELECT t. AS a FROM t)

-- ClickHouse 26.9
(SELECT a NULL FROM t)

-- ClickHouse 26.9
(SELECT a FROM t CROSS JOIN u)

-- ClickHouse 26.9
(SELECT a FROM t NATURAL LEFT OUTER JOIN u)

-- ClickHouse 26.9
(SELECT a FROM (t JOIN u ON t.b = u.b) JOIN (v JOIN w ON v.b = w.b) ON t.c = v.c)

-- ClickHouse 26.9
(SELECT a FROM (SELECT 1, 2) AS t (b, c))

-- ClickHouse 26.9
(SELECT a FROM t ARRAY JOIN b AS c)

-- ClickHouse 26.9
(SELECT a FROM t ASOF JOIN u ON t.b >= u.b)

-- ClickHouse 26.9
(SELECT sql_text FROM t)

-- ClickHouse 26.9
(SELECT SUM(a) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY c), v AS (w))

-- ClickHouse 26.9
(FROM t |> EXTEND a IN (1, 2) AS b)

-- ClickHouse 26.9
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))

-- ClickHouse 26.9
(SELECT distinctrow FROM t)

-- ClickHouse 26.9
(SELECT a FROM window, out)

-- ClickHouse 26.9
(SELECT union FROM t)

-- ClickHouse 26.9
(1 + when)

-- ClickHouse 26.9
when + 1

-- ClickHouse 26.9
f(1 + when)

-- ClickHouse 26.9
(SELECT * d)
