[x + 1 FOR x IN tags IF x > 1]

{'a': 1, b: 2}

MAP {'a': 1}

tags[1:2]

list_transform(tags, x -> x + 1)

list_transform(tags, lambda x: x + 1)

a::STRUCT(x INT, y VARCHAR)

a // 2 ** 3

a GLOB 'x*'

f(a,)

COUNT(*) FILTER (a > 1)

STRUCT_PACK(a := 1)

a IN ['x']

a->'$.b'

a ->> 'b'

COLUMNS(*)

x.upper().lower()

a NOTNULL

INTERVAL 3 DAY

INTERVAL '3 days'

a::DECIMAL(10,2)

QUANTILE_CONT(a, 0.5)

$$x$$

TRY_CAST(a AS INT)

a IS DISTINCT FROM b

[1, 2, 3,]

x ^ 2

list(a ORDER BY b)

EXTRACT('year' FROM a)
