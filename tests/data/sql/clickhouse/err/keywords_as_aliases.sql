-- ClickHouse 26.9.2.1 accepts these and reads an alias
(SELECT a FROM t OR)

-- ClickHouse 26.9.2.1 accepts these and reads an alias
(SELECT a FROM t AND WHERE b)

-- ClickHouse 26.9.2.1 accepts these and reads an alias
(SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER ORDER BY b) FROM t)
