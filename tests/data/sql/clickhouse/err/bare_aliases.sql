-- ClickHouse 26.9.2.1 accepts these and reads an alias
CASE WHEN a b THEN c ELSE d END

-- ClickHouse 26.9.2.1 accepts these and reads an alias
CASE a b WHEN 1 THEN 2 END

-- ClickHouse 26.9.2.1 accepts these and reads an alias
sum(x) OVER (ORDER BY a b)

-- ClickHouse 26.9.2.1 accepts these and reads an alias
ltrim(a b)

-- ClickHouse 26.9.2.1 accepts these and reads an alias
dateDiff('day', a b, c)
