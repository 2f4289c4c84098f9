-- Spark 4.3.0 accepts this
(SELECT from FROM mails)

-- Spark 4.3.0 accepts this
(SELECT max(when) FROM t WHERE when > 1 AND from = 2)

-- Spark 4.3.0 accepts this
(SELECT a FROM t WHERE from IN (1, 2) ORDER BY when DESC)

-- Spark 4.3.0 accepts this
(SELECT a - from FROM t WHERE b = from)

-- Spark 4.3.0 accepts this
(SELECT x FROM (SELECT from FROM t) u)

-- Spark 4.3.0 accepts this
CASE WHEN when > 1 THEN then ELSE else END

-- Spark 4.3.0 accepts this
CASE WHEN from = 'x' AND when BETWEEN 1 AND 2 THEN from ELSE where END

-- Spark 4.3.0 accepts this
COUNT(DISTINCT when)

-- Spark 4.3.0 accepts this
concat(from, '-', when)

-- Spark 4.3.0 accepts this
CAST(when AS date)

-- Spark 4.3.0 accepts this
when::date

-- Spark 4.3.0 accepts this
when[1]

-- Spark 4.3.0 accepts this
EXTRACT(YEAR FROM when)

-- Spark 4.3.0 accepts this
DATEDIFF(day, from, when)

-- Spark 4.3.0 accepts this
when + INTERVAL 1 DAY

-- Spark 4.3.0 accepts this
when - 1

-- Spark 4.3.0 accepts this
when IS NOT NULL

-- Spark 4.3.0 accepts this
when NOT IN (1, 2)

-- Spark 4.3.0 accepts this
SUM(case) OVER (PARTITION BY from ORDER BY when DESC)

-- Spark 4.3.0 accepts this
f(x -> x + from) + max(like)

-- Spark 4.3.0 accepts this
a IN (SELECT from FROM t WHERE and > 1)

-- Spark 4.3.0 accepts this
from || when

-- Spark 4.3.0 accepts this
CASE when WHEN 1 THEN from END

-- Spark 4.3.0 accepts this
-when

-- Spark 4.3.0 accepts this
NOT when
