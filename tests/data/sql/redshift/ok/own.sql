APPROXIMATE COUNT(DISTINCT a)

DATEADD(month, -1, a)

DATEDIFF(day, a, SYSDATE)

c.items[0].sku

CONVERT(varchar, a)

LISTAGG(a, ',') WITHIN GROUP (ORDER BY b)

DATE_TRUNC('month', month)

'C:\'

'it\'s'

LAG(a IGNORE NULLS) OVER (ORDER BY b)

a = ?
