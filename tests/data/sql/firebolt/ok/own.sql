[1, 2]

a::int

TRANSFORM(x -> x + 1, tags)

DATE_TRUNC('month', a)

a || E'\n'

COUNT(DISTINCT a) FILTER (WHERE b)
