name = 'it's'

name = 'abc

"Order Date

a /* note

$$abc

E'a\'

a = 'x
+ 1
