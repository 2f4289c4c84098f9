CAST(a AS bigint,)

a = ALL ALL (SELECT 1)

SUM(x) OVER (ORDER BY a, ASC)

list_filter(tags, x x -> x > 1)
