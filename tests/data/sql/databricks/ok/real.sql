-- Spark 4.3
started_at + INTERVAL 1 HOUR + 30 MINUTES

-- Spark 4.3
INTERVAL 1 DAY - 2 HOURS '3' MINUTES

-- Spark 4.3
IDENTIFIER('f')(a)

-- Spark 4.3
INTERVAL 1 DAY + 2
