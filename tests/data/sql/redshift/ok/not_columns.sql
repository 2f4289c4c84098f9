-- Redshift documentation
DATEADD(dec, 1, a)

-- Redshift documentation
DATEDIFF(msecond, a, b)

-- Redshift documentation
DATEADD(mils, 1, a)

-- Redshift documentation
DATE_PART(cent, a)

-- Redshift documentation
DATEDIFF(c, a, b)
