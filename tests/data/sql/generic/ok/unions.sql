`a` + "b"

a::int

tags->>'a'

arrayMap(x -> x + 1, tags)

a ? b : c

{'a': 1}

[1, 2]

DATEADD(day, 1, created_at)

[a] + 1

'it\'s'

'C:\'

@x + ?

a // comment
 + 1

a == 1 && b
