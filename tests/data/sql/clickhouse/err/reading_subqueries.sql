-- ClickHouse 26.9
[1, 2,]

-- ClickHouse 26.9
f([1, 2,], 'a')

-- ClickHouse 26.9
(SELECT a AS AS b FROM orders)

-- ClickHouse 26.9
(SELECT avg(a) b AS, max(c) FROM orders)

-- ClickHouse 26.9
(SELECT f()'text' FROM orders)

-- ClickHouse 26.9
(SELECT a AS b b FROM orders)

-- ClickHouse 26.9
(SELECT a FROM orders GROUP a)

-- ClickHouse 26.9
(SELECT 1.5 AS AS x)
