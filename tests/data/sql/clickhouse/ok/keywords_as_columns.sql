-- ClickHouse 26.9.2.1 accepts this
(SELECT from FROM mails)

-- ClickHouse 26.9.2.1 accepts this
(SELECT max(when) FROM t WHERE when > 1 AND from = 2)

-- ClickHouse 26.9.2.1 accepts this
(SELECT a FROM t WHERE from IN (1, 2) ORDER BY when DESC)

-- ClickHouse 26.9.2.1 accepts this
(SELECT a - from FROM t WHERE b = from)

-- ClickHouse 26.9.2.1 accepts this
(SELECT x FROM (SELECT from FROM t) u)

-- ClickHouse 26.9.2.1 accepts this
CASE WHEN when > 1 THEN then ELSE else END

-- ClickHouse 26.9.2.1 accepts this
CASE WHEN from = 'x' AND when BETWEEN 1 AND 2 THEN from ELSE where END

-- ClickHouse 26.9.2.1 accepts this
COUNT(DISTINCT when)

-- ClickHouse 26.9.2.1 accepts this
concat(from, '-', when)

-- ClickHouse 26.9.2.1 accepts this
CAST(when AS date)

-- ClickHouse 26.9.2.1 accepts this
when::date

-- ClickHouse 26.9.2.1 accepts this
when[1]

-- ClickHouse 26.9.2.1 accepts this
EXTRACT(YEAR FROM when)

-- ClickHouse 26.9.2.1 accepts this
DATEDIFF(day, from, when)

-- ClickHouse 26.9.2.1 accepts this
when + INTERVAL 1 DAY

-- ClickHouse 26.9.2.1 accepts this
when - 1

-- ClickHouse 26.9.2.1 accepts this
when IS NOT NULL

-- ClickHouse 26.9.2.1 accepts this
when NOT IN (1, 2)

-- ClickHouse 26.9.2.1 accepts this
SUM(case) OVER (PARTITION BY from ORDER BY when DESC)

-- ClickHouse 26.9.2.1 accepts this
f(x -> x + from) + max(like)

-- ClickHouse 26.9.2.1 accepts this
a IN (SELECT from FROM t WHERE and > 1)

-- ClickHouse 26.9.2.1 accepts this and reads an alias
(SELECT RANK() OVER (ORDER BY SUM(a) DESC DESC) FROM t)
