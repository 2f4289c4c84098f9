-- Spark 4.3
(SELECT a FROM t LEFT JOIN u c (t.b = c.b))

-- Spark 4.3
(SELECT a FROM t JOIN u AS c (t.b = c.b))

-- Spark 4.3
(SELECT a FROM t u ON t.b = u.b)

-- Spark 4.3
(SELECT a FROM t JOIN u USING (b c))

-- Spark 4.3
(SELECT a FROM t AS u (b c))

-- Spark 4.3
(WITH t (b c) AS (SELECT 1, 2) SELECT b FROM t)

-- Spark 4.3
(WITH t t (b) AS (SELECT 1) SELECT b FROM t)

-- Spark 4.3
(SELECT a FROM t u AS v)

-- Spark 4.3
(SELECT a FROM t ORDER 1)

-- Spark 4.3
(SELECT a FROM (SELECT b FROM t) u (SELECT c FROM v) w)

-- Spark 4.3
(SELECT SUM(a) OVER w FROM t WINDOW w w AS (ORDER BY b))

-- Spark 4.3
(SELECT SUM(a) OVER (ORDER BY b ORDER BY c) FROM t)

-- Spark 4.3
(SELECT SUM(a) OVER OVER (ORDER BY b) FROM t)

-- Spark 4.3
(SELECT a FROM ((SELCT b FROM t) UNION (SELECT c FROM u)) v)

-- Spark 4.3
(SELECT a FROM t BY CAST(b AS int))

-- Spark 4.3
(SELECT a FROM t u v (b))

-- Spark 4.3
(SELECT * * FROM t AS u)

-- Spark 4.3
(SELECT FROM t AS u)

-- Spark 4.3
(SELECT SELECT * FROM s.t)

-- Spark 4.3
(SELECT a FROM t, .u)

-- Spark 4.3
(VALUES (1) (2))

-- Spark 4.3
(SELECT a FROM f(b) AS t (c int, d text))
