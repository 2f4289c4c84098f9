a = NULL

a <> null

SUM(SUM(a))

SUM(a + MAX(b))

status == 'paid'

status === 'paid'

!is_paid

`total` - `tax`
