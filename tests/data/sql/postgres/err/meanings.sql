a = NULL

a <> null

SUM(SUM(a))

SUM(a + MAX(b))
