-- Spark 4.3
(SELECT a, b, SUM(c) FROM orders GROUP BY a, b GROUPING SETS ((a, b), a))

-- Spark 4.3
(SELECT f(a) (x, y) FROM orders)

-- Spark 4.3
(WITH qualify AS (SELECT 1 AS x) SELECT * FROM qualify)

-- Spark 4.3
(SELECT a FROM VALUES (1), (2) AS t(a))

-- Spark 4.3
(SELECT e FROM orders LATERAL VIEW explode(list) t AS e DISTRIBUTE BY e SORT BY e)

-- Spark 4.3
(FROM orders SELECT a)

-- Spark 4.3
(SELECT TRANSFORM(a) USING 'cat' AS (b) FROM orders)

-- Spark 4.3
(SELECT bitmap_count(X '0F'))
