-- ClickHouse 26.9.2.1 refuses these
(SELECT a WHERE b = 1 FROM t)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t ORDER BY b WHERE c)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t LIMIT 1 ORDER BY b)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FRMO t)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t WHEER b = 1)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t WHERE b c)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t JOIN u ON t.a   u.a)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t AS AS u)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t u v)

-- ClickHouse 26.9.2.1 refuses these
(SELECT FROM t)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t LEFT u ON t.a = u.a)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t GORUP BY a)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t - WHERE b)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a UNION ALL SELCT b)
