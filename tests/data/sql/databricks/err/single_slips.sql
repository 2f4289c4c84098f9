(a AS int)

MAP_FILTER(tags, (k, v v) -> v > 1)

CAST(a AS STRUCT<x: , y: INT>)

TRIM(LEADING, '0' FROM a)

INTERVAL '1'
