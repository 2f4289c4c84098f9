[Order Date] + [a]]b]

N'x' + 'it''s'

TRY_CONVERT(nvarchar(max), a, 126)

PARSE(a AS date USING 'en-US')

TRY_CAST(a AS float(53))

NEXT VALUE FOR dbo.seq

a !< 1 OR b !> 2

geo.STDistance(g).ToString()

geography::Point(1, 2, 4326)

{fn NOW()}

{d '2024-01-01'}

STRING_AGG(a, ',') WITHIN GROUP (ORDER BY b DESC)

IIF(a > 1, 'x', 'y')

DATEADD(day, 1, a)

a AT TIME ZONE 'UTC'

a COLLATE Latin1_General_CI_AS

@rate * $12.50

(SELECT TOP 1 a FROM t WITH (NOLOCK) ORDER BY b FOR XML PATH(''))

JSON_OBJECT('a': 1 ABSENT ON NULL)

dbo.my_fn(a, DEFAULT)

LAST_VALUE(a) IGNORE NULLS OVER (ORDER BY b)

a % 2

x.value('(/a/b)[1]', 'int')

PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a) OVER (PARTITION BY b)

CASE WHEN a IS NOT DISTINCT FROM b THEN 1 END

db..t.a + db..next_number(a)

[my db]..t.a
