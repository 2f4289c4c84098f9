a::UNION(number INTEGER, text VARCHAR)

coalesce(*COLUMNS('x.*'))

list(a ORDER BY ALL)

a NOT NULL

5! + a!

a = ANY b

name.lower().trim()

list_transform(tags, x -> x.lower())

numeric(5, 2) '5.1'
