a ? b : c ? d : e

a = 1 ? 'x' : 'y'

arrayMap((x, y) -> (x, y), a, b)

quantile(0.5)(a)

quantilesExact(0.5, 0.9)(a)

sumIf(a, b > 1)

tup.1

tup.1.2

x.^y

x.:Int64

{p:UInt8} + 1

a GLOBAL NOT IN (SELECT b FROM t)

$$it's$$ || $h$x$h$

f(a AS b, b + 1)

(a + 1 AS b) * 2

(1, 2,)

a IN (1, 2,)

a IN ()

()

(1,)

[]

[1, 2][1]

CAST(a, 'Nullable(Int64)')

CAST(a AS LowCardinality(Nullable(String)))

a::Decimal(10, 2)

a::DateTime64(3, 'UTC')

a::Array(Tuple(x Int8, y String))

INTERVAL 1 DAY

INTERVAL '1 day'

dateDiff('day', a, b)

date_add(a, INTERVAL 3 DAY)

dateAdd(DAY, 1, a)

any(a)

argMax(a, b)

groupArray(10)(a)

sumMap(a, b)

anyLast(a) RESPECT NULLS OVER (ORDER BY b)

count() FILTER (WHERE a)

and(a, b)

or(a, not(b))

a DIV 2 MOD 3

a == 1 AND b <=> NULL

a REGEXP 'x'

`a` + "b"

0x1F + 0b101 + 1_000 + inf

@@version

a -- c
 + 1

a # c
 + 1

EXTRACT(YEAR FROM a)

EXTRACT(a, '\\d+')

x.y.z[1]

if(a, b, c)

a.b

COLUMNS('x')

VALUES (1)

tuple(a, b).1

-a

dictGet('d', 'k', tuple(a))

toStartOfInterval(a, INTERVAL 15 MINUTE)

a ILIKE '%x%'

a AT TIME ZONE 'UTC'

'it\'s' || 'it''s'

CASE WHEN a THEN 1 END

DATE '2024-01-01' + 1

a NOT ILIKE 'x'

countIf(a = 1 OR b IN (1, 2)) / count()

multiIf(a, 1, b, 2, 3)

uniqExactIf(a, b)

arrayFilter(x -> x.1 > 1, a)

lagInFrame(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING)
