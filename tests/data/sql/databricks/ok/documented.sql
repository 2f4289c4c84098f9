(1 AS a, b AS c)

LIKE(a, 'x%')

CASE WHEN lambda THEN lambda END

and(a, b)

r'\d' || CAST(a AS ARRAY<STRUCT<x: ARRAY<INT>>>)
