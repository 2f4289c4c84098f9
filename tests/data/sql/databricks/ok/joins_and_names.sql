-- Spark 4.3
(SELECT a FROM t JOIN u WHERE b = 1)

-- Spark 4.3
(SELECT a FROM t RIGHT OUTER JOIN u GROUP BY a)

-- Spark 4.3
(SELECT t. AS a FROM t)

-- Spark 4.3
(SELECT a NULL FROM t)

-- Spark 4.3
(SELECT a FROM t JOIN u)

-- Spark 4.3
(SELECT a FROM t NATURAL JOIN u)

-- Spark 4.3
(SELECT a FROM t CROSS JOIN u ON t.b = u.b)

-- Spark 4.3
(SELECT a FROM (t JOIN u ON t.b = u.b) JOIN (v JOIN w ON v.b = w.b) ON t.c = v.c)

-- Spark 4.3
(SELECT a FROM t LEFT JOIN LATERAL (SELECT b FROM u) v ON TRUE)

-- Spark 4.3
(SELECT a FROM t AS u (b, c))

-- Spark 4.3
(SELECT a FROM t ARRAY JOIN b AS c)

-- Spark 4.3
(SELECT a FROM t ASOF JOIN u ON t.b >= u.b)

-- Spark 4.3
(SELECT sql_text, a FROM t)

-- Spark 4.3
(SELECT a FROM t LATERAL VIEW OUTER EXPLODE(b) u AS c, d)

-- Spark 4.3
(SELECT a FROM t VERSION AS OF 1)

-- Spark 4.3
(FROM t |> EXTEND a IN (1, 2) AS b)

-- Spark 4.3
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))

-- Spark 4.3
(SELECT distinctrow FROM t)

-- Spark 4.3
(SELECT a FROM nearest JOIN u ON nearest.b = u.b)

-- Spark 4.3
(SELECT * FROM x |> WHERE a > 1 |> SELECT b)

-- Spark 4.3
(SELECT except, a FROM t)

-- Spark 4.3
a * when

-- Spark 4.3
(1 + when)

-- Spark 4.3
when + 1

-- Spark 4.3
((SELECT a FROM t UNION SELECT b FROM u) SORT BY c)

-- Spark 4.3
1 + when

-- Spark 4.3
f(1 + when)

-- Spark 4.3
(SELECT * d)
