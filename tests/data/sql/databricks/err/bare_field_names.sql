-- Spark 4.3.0 accepts these and reads a name of a field
STRUCT(1 a)

-- Spark 4.3.0 accepts these and reads a name of a field
STRUCT('x' key1, 42 AS key2)

-- Spark 4.3.0 accepts these and reads a name of a field
(1 a, 2 b)
