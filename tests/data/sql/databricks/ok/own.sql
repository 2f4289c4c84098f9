r'a\d' || R"x"

'a' 'b'

10L + 1.5BD + 2S + 3Y + 1.5D

a DIV 2

a <=> b OR a == b

!a

TRANSFORM(tags, x -> x + 1)

AGGREGATE(tags, 0, (acc, x) -> acc + x, acc -> acc * 10)

tags:items[0].qty::int

INTERVAL 1 DAY 2 HOURS

INTERVAL '1-2' YEAR TO MONTH

INTERVAL '1' DAY

FIRST(a) IGNORE NULLS

FIRST(a IGNORE NULLS)

SUM(a) OVER (DISTRIBUTE BY b SORT BY c)

a LIKE ALL ('x', 'y')

a RLIKE r'\d'

struct_col.*

NAMED_STRUCT('a', 1).a

STRUCT(1 AS a)

CAST(a AS STRUCT<x: INT, y: ARRAY<STRING>>)

a::decimal(10, 2)

m['k'][0]

EXISTS(tags, x -> x > 1)

f(a => 1)

CASE WHEN a THEN b END

TIMESTAMPADD(HOUR, 1, a)

EXTRACT(DAYOFWEEK FROM a)

COUNT(*) FILTER (WHERE a)

PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a)

:p + ?

"text" || 'it\'s'

`Order Date`

X'1F'

DATE'2024-01-01'

a ILIKE 'x'

a IS NOT DISTINCT FROM b

TRIM(BOTH FROM a)

OVERLAY(a PLACING 'x' FROM 1)

SUBSTR(a FROM 1 FOR 2)

a ^ b | c & ~d

LISTAGG(a, ',') WITHIN GROUP (ORDER BY b)

end

REDUCE(tags, 0, (x, y) -> x + y)

CURRENT_DATE()

a[0].b[1].c

ARRAY(1, 2)[0]

a NOT RLIKE 'x'

try_cast(a AS int)

ANY(a)
