tags:a.b[0]:c::int

tags:"City Name"::varchar

tags['a']['b']

$$it's$$

[1, 2]

{'a': 1, 'b': x}

{}

TRANSFORM(tags, x -> x + 1)

TRANSFORM(tags, (x INT) -> x + 1)

TRANSFORM(tags, x INT -> x * 2)

REDUCE(tags, 0, (acc, x) -> acc + x)

a LIKE ANY ('x%', 'y%') ESCAPE '!'

a ILIKE ALL ('x')

LAG(a) IGNORE NULLS OVER (ORDER BY b)

LAG(a IGNORE NULLS) OVER (ORDER BY b)

a // comment
 + 1

f(x => 1)

CAST(a AS ARRAY(INT NOT NULL))

INTERVAL '1 day, 2 hours'

DATEADD(day, 1, a)

OBJECT_CONSTRUCT(*)

COUNT(t.*)

'it\'s'

a RLIKE 'x' OR b REGEXP 'y'

LISTAGG(DISTINCT a, ',') WITHIN GROUP (ORDER BY a)

TRY_TO_DECIMAL(a, 10, 2)

DATE_PART(epoch_second, a)

TIME_SLICE(a, 15, 'MINUTE')

a IS NOT DISTINCT FROM b

$1

TRY_CAST(a AS NUMBER(38, 0))

ARRAY_AGG(a) WITHIN GROUP (ORDER BY b)

tags[0].name::string

a::OBJECT(b VARCHAR)

MAX(a) OVER (PARTITION BY b ORDER BY c RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)

a COLLATE 'en-ci'

DATEDIFF('day', a, b)

FILTER(tags, i -> i:value > 1)
