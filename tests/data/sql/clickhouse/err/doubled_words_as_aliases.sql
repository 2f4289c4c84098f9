-- ClickHouse 26.9.2.1 accepts this and reads an alias
RANK() OVER (ORDER BY SUM(a) DESC DESC)

-- ClickHouse 26.9.2.1 accepts this and reads an alias
TRIM(BOTH ' ' FROM a a)

-- ClickHouse 26.9.2.1 accepts this and reads an alias
EXTRACT(YEAR FROM a a)

-- ClickHouse 26.9.2.1 accepts this and reads an alias
SUBSTRING(a FROM 1 b)
