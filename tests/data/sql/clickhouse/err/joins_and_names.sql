-- ClickHouse 26.9
(SELECT a FROM t JOIN u WHERE b = 1)

-- ClickHouse 26.9
(SELECT a FROM t RIGHT OUTER JOIN u GROUP BY a)

-- ClickHouse 26.9
(SELECT a FROM t LEFT JOIN u c (t.b = c.b))

-- ClickHouse 26.9
(SELECT a FROM t, u ON t.b = u.b)

-- ClickHouse 26.9
(SELECT a FROM t JOIN u ON t.b = u.b ON b = 1)

-- ClickHouse 26.9
(SELECT a FROM (SELECT 1, 2) AS u (b c, d))

-- ClickHouse 26.9
(SELECT a FROM f(b) t AS (c))

-- ClickHouse 26.9
(SELECT a FROM s.t t AS v WHERE b = 1)

-- ClickHouse 26.9
(SELECT a FROM t GROUP 1, 2)

-- ClickHouse 26.9
(SELECT SUM(a) OVER w FROM t WINDOW w AS (PRATITION BY b))

-- ClickHouse 26.9
(SELECT SUM(a) OVER w FROM t WINDOW w AS AS (ORDER BY b))

-- ClickHouse 26.9
(SELECT a FROM t UNION (b FROM u))

-- ClickHouse 26.9
(SELECT a FROM t GRUP BY y.b)

-- ClickHouse 26.9
(SELECT a FROM t WEHRE f(b))

-- ClickHouse 26.9
(SELECT * * FROM s.t)

-- ClickHouse 26.9
(SELECT FROM t AS u)

-- ClickHouse 26.9
(SELECT SELECT * FROM s.t)

-- ClickHouse 26.9
(SELECT a FROM f('b' 'c', 1 d))

-- ClickHouse 26.9
(SELECT a u CROSS JOIN v)

-- ClickHouse 26.9
(SELECT a FROM t CROSS CROSS JOIN u)

-- ClickHouse 26.9
(SELECT a FROM f(b) AS t (c int, d text))

-- ClickHouse 26.9
1 + when

-- ClickHouse 26.9
1 - else

-- ClickHouse 26.9
(SELECT a FROM t JOIN u)
