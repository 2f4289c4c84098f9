[Order Date

`a`

a :: int b

NEXT VALUE FOR
