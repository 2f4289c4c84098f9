"text" = status

MATCH(notes, 'late', operator='AND', boost=2)

MULTI_MATCH(['a', 'b' ^ 2], 'x')

QUERY_STRING(['*'], 'x')

{ts '2024-01-01 00:00:00'}

DATE_ADD(a, INTERVAL 1 DAY)

`a` + @timestamp

AVG(a) FILTER(WHERE b > 5)

a REGEXP 'x'

CAST(a AS DATE)

SUM(a) OVER (PARTITION BY b ORDER BY c)

NESTED(tags.name)

HIGHLIGHT(a, pre_tags='<b>')

a -- c
 + 1

TIMESTAMPADD(DAY, 1, a)
