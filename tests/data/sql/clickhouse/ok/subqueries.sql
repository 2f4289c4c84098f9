-- ClickHouse 26.9 (chdb)
(WITH -1 AS x SELECT x + 1)

-- ClickHouse 26.9 (chdb)
(WITH (a, b) -> a + b AS f SELECT f(1, 2))

-- ClickHouse 26.9 (chdb)
(WITH [1, 2] AS arr SELECT arr[1])

-- ClickHouse 26.9 (chdb)
(WITH {'a': 1} AS m SELECT m['a'])

-- ClickHouse 26.9 (chdb)
(SELECT COLUMNS('a') APPLY sum APPLY toString FROM t)

-- ClickHouse 26.9 (chdb)
(SELECT a FROM t SETTINGS max_threads = 1)

-- ClickHouse 26.9 (chdb)
(SELECT a FROM t |> LIMIT 1)
