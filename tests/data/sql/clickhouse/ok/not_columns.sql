-- ClickHouse 26.9 (chdb)
ratio = inf

-- ClickHouse 26.9 (chdb)
greatest(ratio, -inf)

-- ClickHouse 26.9 (chdb)
toFloat64(Infinity)

-- ClickHouse 26.9 (chdb)
-INF
