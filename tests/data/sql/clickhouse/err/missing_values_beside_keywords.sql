-- ClickHouse 26.9.2.1 refuses this
CASE WHEN a THEN END

-- ClickHouse 26.9.2.1 refuses this
a + AND b

-- ClickHouse 26.9.2.1 refuses this
a = WHERE b

-- ClickHouse 26.9.2.1 refuses this
(SELECT FROM t)

-- ClickHouse 26.9.2.1 refuses this
(SELECT , a FROM t)

-- ClickHouse 26.9.2.1 refuses this
EXISTS (SELECT FROM t WHERE a = 1)

-- ClickHouse 26.9.2.1 refuses this
(SELECT a FROM t WHERE AND b)

-- ClickHouse 26.9.2.1 refuses this
(SELECT a FROM t WHERE a = GROUP BY b)

-- ClickHouse 26.9.2.1 refuses this
EXTRACT(YEAR FROM a AND)

-- ClickHouse 26.9.2.1 refuses this
f(a AND)
