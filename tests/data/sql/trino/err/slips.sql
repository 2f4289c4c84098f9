a == 1

!a

a && b

a::int

a – 1

name = ‘x’

“name”

a × 2

größe + 1

#a

@x

a ≥ 1

a + 1
