-- Spark 4.3
first_value(qty) IGNORE NULLS

-- Spark 4.3
last_value(qty, true)
