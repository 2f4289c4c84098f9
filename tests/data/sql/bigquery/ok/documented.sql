CAST(a AS ARRAY<STRUCT<x INT64, y ARRAY<STRING>>>)

a LIKE ANY UNNEST(['x'])

WITH(x AS a, y AS x + 1, x + y + b)
