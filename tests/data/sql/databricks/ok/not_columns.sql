-- Spark 4.3
date_add(day, 1)

-- Spark 4.3
date_add(DAY, 1, day)

-- Spark 4.3
datediff(day, month)

-- Spark 4.3
datediff(MONTH, a, day)
