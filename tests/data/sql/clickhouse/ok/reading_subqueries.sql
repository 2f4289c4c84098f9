-- ClickHouse 26.9
(SELECT COLUMNS('x') APPLY(toString) APPLY(max) FROM orders)

-- ClickHouse 26.9
(SELECT * EXCEPT (a) APPLY(sum) FROM orders)

-- ClickHouse 26.9
tuple(1, 2).-1

-- ClickHouse 26.9
(SELECT a AS b, b + 1 AS c FROM orders ORDER BY c WITH FILL FROM 0 TO 5 STEP 1 INTERPOLATE (b AS b + 1) SETTINGS max_threads = 1)

-- ClickHouse 26.9
(SELECT count() FROM orders FINAL SAMPLE 1/10 ARRAY JOIN arrayMap(x -> x + 1, list) AS item WHERE item = 1 LIMIT 2 BY a)

-- ClickHouse 26.9
(SELECT a FROM orders PREWHERE b = 1 WHERE c = 1 GROUP BY a WITH TOTALS)

-- ClickHouse 26.9
(WITH 1 AS x, (SELECT 2) AS y SELECT x + y)

-- ClickHouse 26.9
(SELECT sum(a) FROM numbers(10) GLOBAL ANY LEFT JOIN t USING (a))
